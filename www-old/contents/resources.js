// The resources of one state as a list that can be searched.

import { announce } from "../ui/announce.js";
import { copyButton } from "../ui/copy.js";
import { fill, h } from "../ui/dom.js";
import { facetSelect } from "../ui/facet-select.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { code, name } from "../ui/plain-text.js";
import { searchField } from "../ui/search-field.js";
import { VirtualList } from "../ui/virtual-list.js";
import { record } from "./record.js";

const FLAGS = {
  delete: "pending delete",
  pendingReplacement: "pending replacement",
  retainOnDelete: "retained on delete",
  initErrors: "init errors",
  protect: "protected",
  taint: "tainted",
};
// Most resources have these; a badge on each row would say nothing.
const ORDINARY = new Set(["custom"]);

/** @param {{slot: string, engine: import("../engine.js").Engine, all: number}} context all: resources in the state */
export function resourceList({ slot, engine, all }) {
  const filter = {};
  const list = new VirtualList({
    label: "Resources",
    load: ({ offset, limit }, signal) => engine.call("resources", { slot, offset, limit, filter }, { signal }),
    head,
    detail: (row) => detail(row, slot, engine),
    failed: (error) => fill(status, h("span", { class: "error-text" }, error.message)),
  });
  const status = h("p", { class: "status" });
  const none = h("div", { class: "empty", hidden: true }, "No resource passes the filters.");

  const set = async (part) => {
    Object.assign(filter, part);
    for (const key of Object.keys(filter)) if (!filter[key]) delete filter[key];
    const total = await list.reload();
    if (total === undefined) return;
    const words = total === all ? counted(total, "resource") : `${count(total)} of ${counted(all, "resource")}`;
    fill(status, words);
    announce(words);
    list.element.hidden = total === 0;
    none.hidden = total > 0;
  };
  const search = searchField({ label: "Search names, types and ids", search: (text) => set({ text }) });
  const types = facetSelect({ label: "Type", all: "All types", choose: (type) => set({ type }) });
  const flags = facetSelect({ label: "Flag", all: "Any flag", choose: (flag) => set({ flags: flag && [flag] }) });

  engine.call("facets", { slot }).then(
    (facets) => {
      types.update(facets.types, "");
      flags.update(facets.flags, "");
    },
    () => {},
  );
  set({});
  const element = h(
    "div",
    {},
    h(
      "div",
      { class: "toolbar" },
      h("div", { class: "toolbar-fields" }, search.element, types.element, flags.element),
      h("div", { class: "toolbar-status" }, status),
    ),
    list.element,
    none,
  );
  return { element, draw: () => list.draw(), disconnect: () => list.disconnect() };
}

function detail({ urn, id, flags }, slot, engine) {
  const key = flags.includes("delete") ? { delete: true, id } : undefined;
  return h(
    "div",
    { class: "detail" },
    h(
      "dl",
      { class: "facts" },
      h(
        "div",
        { class: "fact" },
        h("dt", {}, "URN"),
        h("dd", {}, code(urn, "breakable"), copyButton(urn, "Copy the URN")),
      ),
    ),
    record({ slot, urn, key }, engine),
  );
}

function head({ name: called, type, id, flags }) {
  return [
    icon("chevron", "row-chevron"),
    h(
      "span",
      { class: "row-name" },
      name(called, "row-title"),
      flags
        .filter((flag) => !ORDINARY.has(flag))
        .map((flag) => h("span", { class: "badge", data: { flag } }, FLAGS[flag] ?? flag)),
    ),
    h("span", { class: "row-type" }, code(type)),
    h("span", { class: "row-id" }, id && code(id)),
  ];
}
