// One resource in full: its own fields, inputs, outputs, and what it is tied to.

import { fill, h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { code, name } from "../ui/plain-text.js";
import { fieldList } from "./fields.js";

const TITLES = { inputs: "Inputs", outputs: "Outputs" };
const LINKS = [
  ["parents", "Parents"],
  ["children", "Children"],
  ["dependencies", "Depends on"],
  ["dependents", "Needed by"],
];

/**
 * @param {{slot: string, urn: string, key?: {delete?: boolean, id?: string}}} which
 * @param {import("../engine.js").Engine} engine
 */
export function record(which, engine) {
  const element = h("div", { class: "record" }, h("p", { class: "hint" }, "Reading…"));
  engine.call("resource", which).then(
    (resource) => fill(element, parts(resource, which, engine)),
    (error) => fill(element, h("p", { class: "error-text" }, error.message)),
  );
  return element;
}

function parts({ record, maps, ...rest }, { slot, urn, key }, engine) {
  return [
    fieldList(record, { where: { of: "resource", slot, urn, key }, engine }),
    maps.map(({ map, where, fields }) => part(TITLES[map], fields.total, fieldList(fields, { where, engine }), true)),
    LINKS.filter(([field]) => rest[field].total > 0).map(([field, title]) =>
      part(title, rest[field].total, links(rest[field])),
    ),
  ];
}

function part(title, total, body, open = false) {
  return h(
    "details",
    { class: "section", open },
    h("summary", {}, icon("chevron"), title, h("span", { class: "count" }, count(total))),
    body,
  );
}

function links({ rows, total }) {
  return h(
    "ul",
    { class: "links", role: "list" },
    rows.map((link) => h("li", {}, target(link), how(link))),
    total > rows.length && h("li", { class: "hint" }, `and ${count(total - rows.length)} more`),
  );
}

function target({ urn, type, name: called }) {
  return called === undefined ? code(urn, "breakable") : [name(called, "strong"), " ", code(type, "muted")];
}

function how({ kinds, properties }) {
  const words = [...(kinds ?? []), ...(properties ?? [])];
  return words.length > 0 && [" ", h("span", { class: "hint" }, words.join(", "))];
}
