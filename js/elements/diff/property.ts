/** One property change: its path, what it is, and its value on both sides. */
import { html, nothing, type TemplateResult } from "lit";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, visible } from "../ui/text.js";
import { secretBadge, value, type More } from "../ui/value.js";
import type { PropertyView } from "../worker/diff-shape.js";
import type { Shown } from "../worker/shown.js";
import { propertyKind } from "./kinds.js";
import { lineDiff, marked } from "./lines.js";
import { wordMarks, type Piece } from "./words.js";

const FALLBACKS = {
  list: "This list was too long to align; it is compared as a whole.",
  text: "This text was too long to compare by lines.",
  depth: "This value is nested too deeply to compare by its parts.",
} as const;

/** A longer text has a block of its own. */
const LONGEST_INLINE = 200;
const TALL_CHARACTERS = 1000;
const TALL_LINES = 20;

/** `menu`: what can be done with it. `lines`: all lines so far, and the way to the rest. */
export function propertyTemplate(change: PropertyView, options: { more: More; menu: unknown; lines?: unknown }): TemplateResult {
  const { path, kind, fallback, inside } = change;
  const { op, sign, words } = propertyKind(kind);
  const block = isBlock(change);
  return html`<li class="property" data-kind=${op} data-form=${block ? "block" : "inline"}>
    <div class="property-place">
      <span class="sign sign-small" aria-hidden="true">${sign}</span>
      <span class="property-path">${place(path, inside)}<span class="unseen"> ${words} </span>${badges(change)}</span>
    </div>
    ${values(change, block, options)}
    ${fallback ? html`<p class="hint property-note">${FALLBACKS[fallback] ?? "Compared as a whole."}</p>` : nothing}
    <div class="property-menu">${options.menu}</div>
  </li>`;
}

/** Where a change was found inside a text, the badge stands where the text begins. */
function place(path: string, inside: PropertyView["inside"]): unknown {
  if (!inside) return code(path || "(whole value)", "path");
  const outer = path.startsWith(inside.path) ? inside.path : "";
  return html`${code(outer, "path")}<span class="badge inside">${inside.format.toUpperCase()}</span>${code(path.slice(outer.length).replace(/^\./, ""), "path")}`;
}

function badges({ secret, moved, kind }: PropertyView): unknown {
  return html`${secret || kind === "ciphertext" ? html` ${secretBadge()}` : nothing}${moved ? html` <span class="badge" data-kind="move">moved</span>` : nothing}`;
}

function isBlock({ lines, before, after }: PropertyView): boolean {
  return Boolean(lines) || [before, after].some((shown) => shown && shown.form !== "secret" && (shown.where !== undefined || shown.text.length > LONGEST_INLINE || shown.text.includes("\n")));
}

function values(change: PropertyView, block: boolean, { more, lines }: { more: More; lines?: unknown }): unknown {
  if (change.lines) return html`<div class="property-lines">${lines ?? lineDiff(change.lines.rows)}</div>`;
  if (change.kind === "ciphertext") return html`<p class="property-note sealed hint">Encrypted anew; the value may be the same.</p>`;
  const { before, after } = change;
  const [old, young] = marks(before, after) ?? [];
  return html`${firstDifference(change)}<div class="sides">
    ${before ? side("before", before, more, block, old) : html`<div class="side absent"></div>`}
    ${before && after ? html`<span class="becomes"><span class="unseen">becomes</span><span aria-hidden="true">${icon("arrow")}</span></span>` : nothing}
    ${after ? side("after", after, more, block, young) : html`<div class="side absent"></div>`}
  </div>`;
}

function firstDifference({ firstDifference: first }: PropertyView): unknown {
  if (!first) return nothing;
  let same = 0;
  while (same < first.before.length && first.before[same] === first.after[same]) same += 1;
  const excerpt = (text: string): unknown => marked([{ text: text.slice(0, same), changed: false }, ...(same < text.length ? [{ text: text.slice(same), changed: true }] : [])]);
  return html`<p class="first-difference">
    The first ${count(first.index)} characters are the same, then <code class="code before" dir="ltr">${excerpt(first.before)}</code> became
    <code class="code after" dir="ltr">${excerpt(first.after)}</code>
  </p>`;
}

function side(name: "before" | "after", shown: Shown, more: More, block: boolean, pieces: readonly Piece[] | undefined): TemplateResult {
  const whole = shown.form === "secret" || shown.where === undefined;
  return html`<div class="side ${name}">${whole ? wholeValue(shown, block, pieces && marked(pieces)) : value(shown, more)}</div>`;
}

function wholeValue({ form, text }: Shown, block: boolean, parts: unknown): TemplateResult {
  if (form === "secret") return secretBadge();
  const tall = block && (text.length > TALL_CHARACTERS || text.split("\n", TALL_LINES + 1).length > TALL_LINES);
  const quote = form === "string" ? html`<span class="quote" aria-hidden="true">"</span>` : nothing;
  return html`<code class="code value ${block ? "value-block" : ""} ${tall ? "scrolls" : ""}" dir="ltr" data-form=${form} tabindex=${tall ? 0 : nothing}>${quote}<span class="value-text">${parts ?? visible(text)}</span>${quote}</code>`;
}

function marks(before: Shown | undefined, after: Shown | undefined): [Piece[], Piece[]] | undefined {
  const whole = (shown: Shown | undefined): shown is Shown => shown !== undefined && shown.where === undefined && (shown.form === "string" || shown.form === "tree");
  return whole(before) && whole(after) && before.form === after.form ? wordMarks(before.text, after.text) : undefined;
}
