// Differences in the stack itself rather than in a resource.

import { fill, h } from "../ui/dom.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { KINDS } from "./kinds.js";
import { propertyList } from "./property-list.js";

const TITLES = {
  stackOutputs: "Stack outputs",
  pendingOperations: "Pending operations",
  secretsProvider: "Secrets provider",
  manifest: "Manifest",
  metadata: "Metadata",
  other: "Other fields",
};

/** @param {import("../engine.js").Engine} engine */
export function stackSections(engine) {
  const body = h("div", { class: "sections" });
  const element = h(
    "section",
    { "aria-labelledby": "stack-changes" },
    h("h2", { id: "stack-changes" }, "The stack itself"),
    body,
  );
  const update = ({ sections, reordered, summary }) => {
    // Where no resource changed, this is all there is to see.
    const open = KINDS.every(({ kind }) => summary[kind] === 0);
    const names = Object.keys(TITLES).filter((name) => sections[name]);
    element.hidden = names.length === 0 && !reordered;
    fill(
      body,
      names.map((name) => section(name, sections[name], { engine, open })),
      reordered > 0 &&
        h("p", { class: "hint" }, `${counted(reordered, "resource")} stand at another place in the file.`),
    );
  };
  return { element, update };
}

function section(name, properties, { engine, open }) {
  const list = propertyList(properties, {
    more: (query) => engine.call("more", query),
    next: (from) => engine.call("section", { name, from }),
  });
  return h(
    "details",
    { class: "section", open },
    h("summary", {}, icon("chevron"), TITLES[name], h("span", { class: "count" }, count(properties.total))),
    list,
  );
}
