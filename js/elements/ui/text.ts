/** Text out of a state or a server, made harmless to read: marks that reorder or hide text are shown by their code points. */
import { html, type TemplateResult } from "lit";
import { MARKS, spelledMark } from "./marks.js";

export { spelled } from "./marks.js";

/** A text with a small badge for each mark. */
export function visible(text: string): unknown {
  if (text.search(MARKS) < 0) return text;
  const parts: unknown[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push(html`<span class="mark">${spelledMark(mark)}</span>`);
    from = index + mark.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** A name on a line of its own direction, so that what surrounds it keeps its order. */
export function name(text: string, className = ""): TemplateResult {
  return html`<bdi class=${className}>${text === "" ? html`<em class="muted">no name</em>` : visible(text)}</bdi>`;
}

/** Something spelled in code: a path, an identifier. Always left to right. */
export function code(text: string, className = ""): TemplateResult {
  return html`<code class="code ${className}" dir="ltr">${visible(text)}</code>`;
}

/** A message as a sentence; what stands between backticks is code. */
export function prose(text: string): unknown {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!…]$/.test(text) ? "" : ".");
  return sentence.split("`").map((part, at) => (at % 2 ? code(part) : visible(part)));
}
