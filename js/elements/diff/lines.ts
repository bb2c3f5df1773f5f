/** The line diff of a text: one column, or two where there is room; which of them is a matter of style alone. */
import { html, nothing, type TemplateResult } from "lit";
import { count, counted } from "../ui/format.js";
import { visible } from "../ui/text.js";
import type { LineView } from "../worker/diff-shape.js";
import { wordMarks, type Piece } from "./words.js";

const TALL_LINES = 24;
const SIGNS = { add: "+", delete: "-", same: "", skip: "" } as const;
const SAID = { add: "added: ", delete: "deleted: ", same: "", skip: "" } as const;

/** Lines that stand beside each other: unchanged ones, or deleted ones and those in their place. */
interface Run {
  kind: "same" | "skip" | "changed";
  old: LineView[];
  new: LineView[];
}

export function lineDiff(lines: readonly LineView[], more: unknown = nothing): TemplateResult {
  return html`<div class="lines ${lines.length > TALL_LINES ? "scrolls" : ""}" tabindex=${lines.length > TALL_LINES ? 0 : nothing} role=${lines.length > TALL_LINES ? "group" : nothing} aria-label=${lines.length > TALL_LINES ? "Changed lines" : nothing} dir="ltr">${runs(lines).map(run)}${more}</div>`;
}

function runs(lines: readonly LineView[]): Run[] {
  const list: Run[] = [];
  for (const line of lines) {
    const kind = line.kind === "same" || line.kind === "skip" ? line.kind : "changed";
    let last = list.at(-1);
    // A deletion after an addition begins anew: it has no part in what was added before it.
    if (last?.kind !== kind || kind === "skip" || (line.kind === "delete" && last.new.length > 0)) list.push((last = { kind, old: [], new: [] }));
    if (line.kind !== "add") last.old.push(line);
    if (line.kind !== "delete") last.new.push(line);
  }
  return list;
}

function run({ kind, old, new: young }: Run): TemplateResult {
  if (kind === "skip") return html`<div class="line line-skip" data-line="skip"><span class="line-text">${skipped(old[0]?.text ?? "")}</span></div>`;
  if (kind === "same") return html`<div class="run">${old.map((one) => line(one, "old"))}${young.map((one) => line(one, "new"))}</div>`;
  const marks = old.map(({ text }, at) => (young[at] ? wordMarks(text, young[at].text) : undefined));
  return html`<div class="run">${old.map((one, at) => line(one, "old", marks[at]?.[0]))}${young.map((one, at) => line(one, "new", marks[at]?.[1]))}</div>`;
}

function line({ kind, text, old, new: young }: LineView, side: "old" | "new", pieces?: readonly Piece[]): TemplateResult {
  // The second copy of an unchanged line is there for the eye.
  const copy = kind === "same" && side === "new";
  return html`<div class="line" data-line=${kind} data-side=${side} aria-hidden=${copy ? "true" : nothing}><span class="line-number" data-of="old">${old ?? ""}</span><span class="line-number" data-of="new">${young ?? ""}</span><span class="line-sign" aria-hidden="true">${SIGNS[kind]}</span>${SAID[kind] ? html`<span class="unseen">${SAID[kind]}</span>` : nothing}<code class="line-text">${pieces ? marked(pieces) : visible(text)}</code></div>`;
}

/** A text with what changed in it marked. */
export function marked(pieces: readonly Piece[]): unknown {
  return pieces.map(({ text, changed }) => (changed ? html`<mark class="changed">${visible(text)}</mark>` : visible(text)));
}

function skipped(text: string): string {
  const n = Number(text);
  return n > 0 ? counted(n, "unchanged line") : text || "unchanged lines";
}

/** What a button for more lines says. */
export const moreLines = (left: number): string => `Show more lines (${count(left)} left)`;
