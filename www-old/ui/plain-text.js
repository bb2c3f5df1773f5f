// Text out of a state, made harmless to read: marks that reorder or hide text are shown by their code points.

import { h } from "./dom.js";

const MARKS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Nodes for a text: text nodes, and a small badge for each mark. */
export function visible(text) {
  const nodes = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (index > from) nodes.push(text.slice(from, index));
    const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    nodes.push(h("span", { class: "mark" }, `U+${code}`));
    from = index + mark.length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

/** A name on a line of its own direction, so that what surrounds it keeps its order. */
export function name(text, className) {
  return h("bdi", { class: className }, text === "" ? h("em", { class: "muted" }, "no name") : visible(text));
}

/** Something spelled in code: a path, an identifier. Always left to right. */
export function code(text, className = "") {
  return h("code", { class: `code ${className}`.trim(), dir: "ltr" }, visible(text));
}

/** A message as a sentence; what stands between backticks is code. */
export function prose(text) {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!…]$/.test(text) ? "" : ".");
  return sentence.split("`").map((part, at) => (at % 2 ? code(part) : visible(part)));
}
