// A value before and after: in one line where both are short, else one under the other, with what differs marked.

import { h } from "../ui/dom.js";
import { visible } from "../ui/plain-text.js";
import { isInline, value } from "../ui/value.js";

const WORTH_MARKING = 0.3;

/** Nodes for the sides that there are; `inline` tells whether they read within a line. */
export function pair({ before, after }, more) {
  const [old, young] = marked(before, after);
  const sides = [
    before && side("before", "-", value(before, { more, parts: old })),
    after && side("after", "+", value(after, { more, parts: young })),
  ].filter(Boolean);
  const inline = [before, after].every((shown) => !shown || isInline(shown)) && width(before) + width(after) <= 110;
  if (!inline) return { inline, node: h("div", { class: "pair pair-block" }, sides) };
  const arrow = sides.length === 2 && h("span", { class: "becomes" }, h("span", { class: "unseen" }, "becomes"), "=>");
  return { inline, node: h("span", { class: "pair" }, sides[0], arrow && [" ", arrow, " "], sides[1]) };
}

function width(shown) {
  return shown ? shown.text.length : 0;
}

function side(name, sign, node) {
  return h("span", { class: `side ${name}` }, h("span", { class: "side-sign", "aria-hidden": "true" }, sign), node);
}

/** For two whole strings that share a beginning or an end: their nodes with the middle marked. */
function marked(before, after) {
  const whole = (shown) => shown?.form === "string" && !shown.where && shown.text !== "";
  if (!whole(before) || !whole(after)) return [];
  const [a, b] = [[...before.text], [...after.text]];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  if (head + tail < WORTH_MARKING * Math.max(a.length, b.length)) return [];
  return [a, b].map((chars) => {
    const end = chars.length - tail;
    const middle = chars.slice(head, end).join("");
    return [
      visible(chars.slice(0, head).join("")),
      middle && h("mark", { class: "changed" }, visible(middle)),
      visible(chars.slice(end).join("")),
    ];
  });
}
