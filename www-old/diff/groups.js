// Changes of the same shape over many resources, told once.

import { fill, h } from "../ui/dom.js";
import { count, counted } from "../ui/format.js";
import { code, name } from "../ui/plain-text.js";
import { labelOf, propertyKind, propertySign, signOf } from "./kinds.js";

const AT_ONCE = 50;
const PROPERTIES = 6;
const TYPES = 3;
const NAMES = 3;

/**
 * The groups of two and more; those of one only on request.
 * @param {{engine: import("../engine.js").Engine, open: (group: object) => void}} context
 */
export function groupList({ engine, open }) {
  const list = h("ol", { class: "groups", role: "list", "aria-label": "Changes of the same shape" });
  const more = h("button", { type: "button", class: "button", hidden: true });
  let shown = 0;
  let withSingles = false;

  // Groups come largest first, so from the first single on there are singles only.
  const add = async () => {
    const { rows, total } = await engine.call("groups", { offset: shown, limit: AT_ONCE });
    const fresh = withSingles ? rows : rows.filter((group) => group.count > 1);
    list.append(...fresh.map((group) => card(group, open)));
    shown += fresh.length;
    list.hidden = shown === 0;
    const left = total - shown;
    const singles = !withSingles && fresh.length < rows.length;
    withSingles ||= singles;
    more.hidden = left === 0;
    more.textContent = singles ? `Show ${counted(left, "other change")}` : `Show more (${count(left)} left)`;
    return singles ? shown : total;
  };
  const reload = () => {
    fill(list);
    shown = 0;
    withSingles = false;
    return add();
  };
  more.addEventListener("click", add);
  return { element: h("div", { class: "group-list" }, list, more), reload };
}

function card(group, open) {
  const { kind, count: n, types, sample } = group;
  return h(
    "li",
    { class: "group", data: { kind } },
    h(
      "div",
      { class: "group-what" },
      h(
        "p",
        { class: "group-title" },
        h("span", { class: "sign", "aria-hidden": "true" }, signOf(kind)),
        `${labelOf(kind)} ${counted(n, "resource")}`,
      ),
      h(
        "p",
        { class: "group-types" },
        listed(types, TYPES, ({ value, count: n }) => [code(value), types.length > 1 && ` × ${count(n)}`]),
      ),
      h(
        "p",
        { class: "hint" },
        listed(sample, NAMES, (urn) => name(lastPart(urn)), n),
      ),
    ),
    shape(group.properties),
    h(
      "button",
      { type: "button", class: "button button-small", on: { click: () => open(group) } },
      n === 1 ? "Show it" : `Show all ${count(n)}`,
    ),
  );
}

function shape(properties) {
  const path = ({ path, kind }) =>
    h(
      "li",
      { class: "path-piece", data: { kind: propertyKind(kind) } },
      h("span", { class: "sign-small", "aria-hidden": "true" }, propertySign(kind)),
      code(path),
    );
  const left = properties.length - PROPERTIES;
  return h(
    "ul",
    { class: "group-paths", role: "list" },
    properties.slice(0, PROPERTIES).map(path),
    left > 0 && h("li", { class: "muted" }, `and ${counted(left, "more property", "more properties")}`),
  );
}

function listed(items, most, show, total = items.length) {
  const nodes = items.slice(0, most).map((item, at) => [at > 0 && ", ", show(item)]);
  const left = total - Math.min(items.length, most);
  return [nodes, left > 0 && ` and ${count(left)} more`];
}

function lastPart(urn) {
  return urn.split("::").slice(3).join("::") || urn;
}
