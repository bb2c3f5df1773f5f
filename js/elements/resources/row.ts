/** A resource as a row of the tree or of the table, and the heads of their columns. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { ResourceLine } from "../worker/contents-rows.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { placed } from "../ui/placed.js";
import { code, name } from "../ui/text.js";
import { nextSort, type Sort } from "./model.js";
import { flagKind, flagMeaning, flagWords, remarkable } from "./words.js";

const DEEPEST_INDENT = 14;

interface RowUse {
  form: "tree" | "table";
  selected: boolean;
  select: () => void;
  fold: () => void;
}

export function resourceRow(row: ResourceLine, { form, selected, select, fold }: RowUse): TemplateResult {
  const cell = form === "table" ? "cell" : nothing;
  const use = (event: Event): void => ((event.target as Element).closest(".twist") ? fold() : select());
  return html`<div class="row ${selected ? "selected" : ""} ${row.dim ? "dim" : ""}" role=${form === "table" ? "presentation" : nothing} ${placed({ "--level": String(form === "tree" ? Math.min(row.level - 1, DEEPEST_INDENT) : 0) })} @click=${use}>
    <span class="who" role=${cell}>
      ${form === "tree" ? twist(row.open) : nothing}
      ${name(row.name, "row-name")}
      ${row.below > 0 && row.open !== true ? html`<span class="count" title="${count(row.below)} below">${count(row.below)}<span class="unseen"> below</span></span>` : nothing}
      ${flagBadges(row.flags)}
    </span>
    <span class="row-type clip" role=${cell} title=${row.type}>${code(row.type)}</span>
    <span class="row-id clip" role=${cell} title=${row.id ?? nothing}>${row.id ? code(row.id) : nothing}</span>
  </div>`;
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

/** Heads of the tree's columns. */
export function treeHead(): TemplateResult {
  return html`<div class="row head" aria-hidden="true">${COLUMNS.map(([column, words]) => html`<span class="row-${column === "name" ? "who" : column}">${words}</span>`)}</div>`;
}

export const rowStyles = css`
.list {
  container-type: inline-size;
  min-width: 0;
}

.row {
  display: grid;
  grid-template-columns: minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 1fr);
  align-items: center;
  gap: var(--space-4);
  min-height: 2.25rem;
  padding: var(--space-1) var(--space-4) var(--space-1) var(--space-2);
  border-bottom: 1px solid var(--line);
  cursor: pointer;
}

.row-slot:last-child .row {
  border-bottom-color: transparent;
}

.row:hover {
  background: var(--hover);
}

.row.selected {
  background: var(--accent-tint);
  box-shadow: inset 2px 0 var(--accent);
}

.row-slot:focus-visible {
  outline-offset: -2px;
  border-radius: var(--round-sm);
  z-index: 1;
}

.head {
  position: sticky;
  top: var(--stackscope-sticky-top, 0px);
  z-index: 2;
  border-radius: var(--round-lg) var(--round-lg) 0 0;
  background: var(--surface);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
  cursor: default;
}

.head:hover {
  background: var(--surface);
}

.head .row-who {
  padding-inline-start: var(--space-2);
}

.head-group {
  display: contents;
}

.sort {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.5rem;
  padding: 0;
  border: 0;
  background: none;
  font-weight: inherit;
}

.sort:hover {
  color: var(--text);
}

.sort .icon {
  width: 0.8rem;
  height: 0.8rem;
  opacity: 0;
}

.sort:hover .icon,
.sort:focus-visible .icon {
  opacity: 0.5;
}

.sort[data-sort="ascending"] .icon,
.sort[data-sort="descending"] .icon {
  opacity: 1;
}

.sort[data-sort="ascending"] .icon {
  transform: rotate(180deg);
}

.who {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-width: 0;
  padding-inline-start: calc(var(--level, 0) * 1.125rem);
}

.table .who {
  padding-inline-start: var(--space-2);
}

.twist,
.no-twist {
  display: grid;
  place-items: center;
  flex: none;
  width: 1.5rem;
  height: 1.75rem;
  margin-inline-end: calc(-1 * var(--space-1));
  border-radius: var(--round-sm);
  color: var(--muted);
}

.twist:hover {
  background: color-mix(in oklab, var(--muted) 14%, transparent);
  color: var(--text);
}

.twist .icon {
  width: 0.85rem;
  height: 0.85rem;
}

.twist[data-open="true"] .icon {
  transform: rotate(90deg);
}

.row-name {
  overflow: hidden;
  min-width: 1.5rem;
  font-weight: 500;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.row-type,
.row-id {
  color: var(--muted);
  font-size: var(--text-sm);
}

.dim .row-name {
  color: var(--muted);
  font-weight: 400;
}

.who .badge,
.who .count {
  flex: none;
}

.row-waiting {
  border-bottom: 1px solid var(--line);
}

@container (max-width: 46rem) {
  .row {
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
  }

  .row-id {
    display: none;
  }
}

@container (max-width: 32rem) {
  .row {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
    padding-block: var(--space-1) 0.375rem;
  }

  .who {
    flex-wrap: wrap;
    row-gap: 0;
    padding-inline-start: calc(var(--level, 0) * 0.75rem);
  }

  .row-type {
    padding-inline-start: calc(var(--level, 0) * 0.75rem + 1.75rem);
  }

  .table .row-type {
    padding-inline-start: var(--space-2);
  }

  .head .row-type {
    display: none;
  }
}
`;
