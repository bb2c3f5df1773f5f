/** A resource as a row of the tree or of the table, and the heads of their columns. */
import { html, nothing, type TemplateResult } from "lit";
import type { ResourceLine } from "../worker/contents-rows.js";
import { count } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { placed } from "../ui/placed.js";
import { visible } from "../ui/text.js";
import { nextSort, type Sort } from "./model.js";
import { flagKind, flagMeaning, flagWords, remarkable } from "./words.js";

const DEEPEST_INDENT = 14;

interface RowUse {
  form: "tree" | "table";
  /** What was searched for. */
  needle: string;
  selected: boolean;
  select: () => void;
  fold: () => void;
}

export function resourceRow(row: ResourceLine, { form, needle, selected, select, fold }: RowUse): TemplateResult {
  const cell = form === "table" ? "cell" : nothing;
  const use = (event: Event): void => ((event.target as Element).closest(".twist") ? fold() : select());
  return html`<div class="row ${selected ? "selected" : ""} ${row.dim ? "dim" : ""}" role=${form === "table" ? "presentation" : nothing} ${placed({ "--level": String(form === "tree" ? Math.min(row.level - 1, DEEPEST_INDENT) : 0) })} @click=${use}>
    <span class="who" role=${cell}>
      ${form === "tree" ? twist(row.open) : nothing}${icon(symbolOf(row.type, row.flags), "row-icon")}
      <bdi class="row-name">${row.name === "" ? html`<em class="muted">no name</em>` : found(row.name, needle)}</bdi>
      ${row.below > 0 && row.open !== true ? html`<span class="count" title="${count(row.below)} below">${count(row.below)}<span class="unseen"> below</span></span>` : nothing}
      ${flagBadges(row.flags)}
    </span>
    <span class="row-type clip" role=${cell} title=${row.type}><code class="code" dir="ltr">${found(row.type, needle)}</code></span>
    <span class="row-id clip" role=${cell} title=${row.id ?? nothing}>${row.id ? html`<code class="code" dir="ltr">${found(row.id, needle)}</code>` : nothing}</span>
  </div>`;
}

/** A text with the first place that was searched for marked. */
function found(text: string, needle: string): unknown {
  const lower = text.toLowerCase();
  const at = needle === "" || lower.length !== text.length ? -1 : lower.indexOf(needle.toLowerCase());
  if (at < 0) return visible(text);
  const end = at + needle.length;
  return html`${visible(text.slice(0, at))}<mark>${visible(text.slice(at, end))}</mark>${visible(text.slice(end))}`;
}

/** Tells stacks, providers and components from what a provider manages. */
function symbolOf(type: string, flags: readonly string[]): IconName {
  if (type === "pulumi:pulumi:Stack") return "stack";
  if (flags.includes("provider")) return "server";
  return flags.includes("component") ? "tree" : "box";
}

// For the mouse: keys fold with the arrows.
function twist(open: boolean | undefined): TemplateResult {
  return html`<span class=${open === undefined ? "no-twist" : "twist"} data-open=${open ?? nothing} aria-hidden="true">${open === undefined ? nothing : icon("chevron")}</span>`;
}

export function flagBadges(flags: readonly string[]): unknown {
  return remarkable(flags).map(
    (flag) => html`<span class="badge" data-kind=${flagKind(flag) ?? nothing} title=${flagMeaning(flag)}>${flag === "protect" ? icon("shield") : nothing}${flagWords(flag)}</span>`,
  );
}

const COLUMNS: readonly (readonly [Sort, string])[] = [
  ["name", "Name"],
  ["type", "Type"],
  ["id", "ID"],
];

/** Heads of the table's columns, which sort it. */
export function tableHead(sort: string | undefined, choose: (sort: string | undefined) => void): TemplateResult {
  const state = (column: Sort): "ascending" | "descending" | "none" => (sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none");
  return html`<div role="rowgroup" class="head-group">
    <div class="row head" role="row" aria-rowindex="1">
      ${COLUMNS.map(
        ([column, words]) => html`<span role="columnheader" class="row-${column === "name" ? "who" : column}" aria-sort=${state(column)}>
          <button type="button" class="sort" data-sort=${state(column)} @click=${() => choose(nextSort(sort, column))}>${words}${icon("down")}</button>
        </span>`,
      )}
    </div>
  </div>`;
}

/** Heads of the tree's columns, and what folds it as a whole. */
export function treeHead(fold: (fold: "all" | "none") => void): TemplateResult {
  return html`<div class="row head">
    ${COLUMNS.map(([column, words]) => html`<span class="row-${column === "name" ? "who" : column}" aria-hidden="true">${words}</span>`)}
    <span class="folds">
      <button type="button" class="button-link" @click=${() => fold("all")}>Unfold all</button>
      <button type="button" class="button-link" @click=${() => fold("none")}>Fold all</button>
    </span>
  </div>`;
}
