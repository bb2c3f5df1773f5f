// The line diff of a long text.

import { h } from "../ui/dom.js";
import { count, counted } from "../ui/format.js";
import { visible } from "../ui/plain-text.js";
import { scrolls } from "../ui/value.js";

const TALL_LINES = 20;
const SIGNS = { add: "+", delete: "-", same: " ", skip: "⋯" };

export function lineDiff(lines, left) {
  const rows = lines.map(({ kind, text }) =>
    h(
      "span",
      { class: "line", data: { line: kind } },
      h("span", { class: "line-sign", "aria-hidden": "true" }, SIGNS[kind] ?? " "),
      h("span", { class: "line-text" }, kind === "skip" ? skipped(text) : visible(text)),
    ),
  );
  const rest =
    left > 0 && h("span", { class: "line", data: { line: "skip" } }, `${counted(left, "more line")} in the exports`);
  const element = h("code", { class: "code lines", dir: "ltr" }, rows, rest);
  if (lines.length > TALL_LINES) scrolls(element);
  return element;
}

function skipped(text) {
  return /^\d+$/.test(text) ? `${count(Number(text))} unchanged lines` : text || "unchanged lines";
}
