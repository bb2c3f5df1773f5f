/** Small templates that the views of an organisation share. */
import { html, nothing, type TemplateResult } from "lit";
import type { EngineError } from "../engine/engine.js";
import { icon, type IconName } from "../ui/icon.js";
import { empty, failed } from "../ui/panel.js";
import { name, prose } from "../ui/text.js";

/** A person without a picture. */
export function initials(name: string): TemplateResult {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "").join("");
  return html`<span class="initials" aria-hidden="true">${/^[\p{L}\p{N}]{1,2}$/u.test(letters) ? letters.toUpperCase() : "?"}</span>`;
}

export interface Column<S extends string> {
  words: string;
  /** What it is called where one sorts by it. */
  sort?: S;
  /** Its cells end at the end. */
  end?: boolean;
}

export interface SheetOptions<S extends string> {
  label: string;
  columns: readonly Column<S>[];
  /** How many rows there are. */
  total: number;
  /** What is shown is about to be replaced. */
  stale?: boolean;
  /** Where it is narrow, the cells of a row stand under each other. */
  stacked?: boolean;
  /** What it is sorted by, with a minus before it for the last one first. */
  sort?: string;
  onSort?: (sort: string) => void;
}

/** A table; `rows` holds them in an element with the role `rowgroup`. */
export function sheet<S extends string>({ label, columns, total, stale = false, stacked = false, sort = "", onSort = () => {} }: SheetOptions<S>, rows: unknown): TemplateResult {
  return html`<div class="sheet ${stacked ? "stacked" : ""}" role="table" aria-label=${label} aria-rowcount=${total + 1} aria-busy=${stale} ?data-stale=${stale}>
    <div role="rowgroup"><div class="sheet-head" role="row" aria-rowindex="1">${columns.map((column) => heading(column, sort, onSort))}</div></div>
    ${rows}
  </div>`;
}

function heading<S extends string>({ words, sort: name, end = false }: Column<S>, sort: string, choose: (sort: string) => void): TemplateResult {
  const className = end ? "end" : "";
  if (name === undefined) return html`<div class=${className} role="columnheader">${words}</div>`;
  const chosen = sort.replace(/^-/, "") === name;
  const down = sort.startsWith("-");
  return html`<div class=${className} role="columnheader" aria-sort=${chosen ? (down ? "descending" : "ascending") : "none"}>
    <button type="button" class="sorter" ?data-chosen=${chosen} ?data-up=${chosen && !down} title="Sort by ${words.toLowerCase()}" @click=${() => choose(chosen && !down ? `-${name}` : name)}>${words}${icon("down")}</button>
  </div>`;
}

export function refreshButton(refresh: () => void, words = "Refresh"): TemplateResult {
  return html`<button type="button" class="button-icon" aria-label=${words} title="${words} (r)" @click=${refresh}>${icon("refresh")}</button>`;
}

/** How a view says that a server has no such thing, and that it does not show it to this person. */
export interface Refusals {
  lacks: string;
  hidden: string;
}

/** What went wrong, in the place of what would be shown. */
export function trouble(error: EngineError, name: IconName, { lacks, hidden }: Refusals, retry: () => void): TemplateResult {
  const again = html`<button type="button" class="button" @click=${retry}>${icon("refresh")}Try again</button>`;
  const said = prose(error.message);
  if (error.code === "unsupported") return empty(name, lacks, html`It knows a part of Pulumi Cloud's API only. ${said}`, again);
  if (error.code === "forbidden") return empty("lock", hidden, html`Ask an administrator of the organisation, or connect with another token. ${said}`, again);
  if (error.code === "plan_required") return empty("lock", "Not in this organisation's plan", said, again);
  return failed(error, retry);
}

/** Reading on failed: said where one reads, while what was read stays. */
export function halted(error: EngineError, retry: () => void): TemplateResult {
  return html`<div class="notice halted" data-kind="error" role="alert"><span>Reading on failed. ${prose(error.message)}</span><button type="button" class="button button-small" @click=${retry}>${icon("refresh")}Try again</button></div>`;
}

/** A badge where there is something to say. */
export function badge(words: string, { kind, title }: { kind?: string; title?: string } = {}): TemplateResult {
  return html`<span class="badge" data-kind=${kind ?? nothing} title=${title ?? nothing}>${name(words)}</span>`;
}
