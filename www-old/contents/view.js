// What one state holds.

import { fill, h } from "../ui/dom.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { code, name } from "../ui/plain-text.js";
import { countTiles, facts, warnings } from "./facts.js";
import { fieldList } from "./fields.js";
import { findingList } from "./findings.js";
import { resourceList } from "./resources.js";

let views = 0;

/**
 * @param {{slot: string, session: import("../session.js").Session, engine: import("../engine.js").Engine}} context
 * @returns {{element: HTMLElement, draw: () => void, disconnect: () => void}} of the state as it is now
 */
export function stateContents({ slot, session, engine }) {
  const { source, summary } = session.slots[slot];
  const id = `contents-${++views}`;
  const resources = resourceList({ slot, engine, all: summary.counts.resources });
  const outputs = h("div", {});
  const operations = h("div", {});
  const checkTitle = h("span", { class: "count" });
  const findings = findingList({
    slot,
    engine,
    counted: ({ total, errors }) =>
      fill(checkTitle, errors > 0 ? `${counted(errors, "error")} of ${count(total)}` : count(total)),
  });
  engine.call("outputs", { slot }).then(
    (fields) =>
      fields.total > 0 &&
      fill(outputs, fold("Stack outputs", fields.total, fieldList(fields, { where: { of: "outputs", slot }, engine }))),
    () => {},
  );
  engine.call("operations", { slot }).then(
    (rows) => rows.length > 0 && fill(operations, fold("Pending operations", rows.length, operationList(rows))),
    () => {},
  );

  const element = h(
    "section",
    { class: "stacked", "aria-labelledby": id },
    h(
      "header",
      { class: "view-head" },
      h("div", {}, h("h1", { id, tabindex: "-1" }, name(source.name)), h("p", { class: "muted" }, `The ${slot} state`)),
    ),
    warnings(summary.warnings ?? []),
    countTiles(summary.counts),
    h(
      "div",
      { class: "columns" },
      h("section", {}, h("h2", {}, "About"), facts(summary)),
      h("section", {}, h("h2", {}, "Integrity ", checkTitle), findings.element),
    ),
    h("div", {}, operations, outputs),
    h("section", {}, h("h2", {}, "Resources"), resources.element),
  );
  return { element, draw: resources.draw, disconnect: resources.disconnect };
}

function fold(title, total, body) {
  return h(
    "details",
    { class: "section" },
    h("summary", {}, icon("chevron"), title, h("span", { class: "count" }, count(total))),
    body,
  );
}

function operationList(rows) {
  return h(
    "ul",
    { class: "links", role: "list" },
    rows.map(({ type, urn }) => h("li", {}, h("span", { class: "badge" }, type), " ", code(urn, "breakable"))),
  );
}

/** The view of a slot that has an address of its own: its state's contents, made anew when the state changes. */
export function contentsView({ slot, session, engine }) {
  const element = h("div", { class: "view", hidden: true });
  let contents;
  let of;
  const show = () => {
    const { status, summary } = session.slots[slot];
    if (of === summary) return contents?.draw();
    contents?.disconnect();
    of = summary;
    contents = status === "ready" ? stateContents({ slot, session, engine }) : undefined;
    fill(element, contents?.element);
  };
  return { element, shown: show };
}
