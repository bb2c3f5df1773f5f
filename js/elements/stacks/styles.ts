/** The look of the list of stacks. Its columns become lines where it is narrow. */
import { css } from "lit";

export const stacksStyles = css`
:host {
  container-type: inline-size;
}

.toolbar .check {
  margin-inline-end: var(--space-2);
}

.tag-field {
  position: relative;
  flex: 0 1 13rem;
}

.tag-field > .icon {
  position: absolute;
  inset: 0 auto 0 var(--space-3);
  height: 100%;
  color: var(--muted);
  pointer-events: none;
}

.tag-field .field {
  padding-inline: 2.25rem var(--space-5);
}

.tag-field .field::-webkit-calendar-picker-indicator {
  display: none !important;
}

.enter {
  position: absolute;
  inset: 1px 1px 1px auto;
  display: grid;
  place-items: center;
  padding-inline: var(--space-2);
  border-radius: var(--round-md);
  background: var(--surface);
  color: var(--muted);
  font-size: var(--text-xs);
  pointer-events: none;
}

.tag-field .chip-remove {
  position: absolute;
  inset: 0 0.15rem 0 auto;
  height: 100%;
}

.toolbar select.field {
  flex: 0 1 13rem;
  min-width: 0;
}

.sort-choice {
  display: none;
}

.notice {
  align-items: center;
  flex-wrap: wrap;
  margin-bottom: var(--space-2);
}

.notice > span {
  flex: 1 1 16rem;
  overflow-wrap: anywhere;
}

.table {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.table[aria-busy="true"] .rows {
  opacity: 0.6;
}

.head,
.row {
  display: grid;
  grid-template-columns: minmax(10rem, 1.2fr) minmax(12rem, 0.8fr) 6rem minmax(8rem, 1.8fr);
  gap: 0 var(--space-5);
  align-items: center;
  padding-inline: var(--space-4);
}

.head {
  min-height: 2.25rem;
  border-bottom: 1px solid var(--line);
  color: var(--muted);
  font-size: var(--text-sm);
}

.row {
  min-height: 2.625rem;
  border-bottom: 1px solid var(--line);
}

.row-slot:last-child .row {
  border-bottom-color: transparent;
}

.row:not(.row-project) {
  cursor: pointer;
}

.row-slot:hover .row {
  background: var(--hover);
}

.row-slot:focus-visible {
  outline-offset: -2px;
  border-radius: var(--round-sm);
}

.row-waiting {
  border-bottom: 1px solid var(--line);
  background: linear-gradient(var(--line), var(--line)) var(--space-4) 50% / min(14rem, 50%) 0.5rem no-repeat;
}

/* Stands over the words, and not over the marks before them. */
.head-updated {
  padding-inline-start: calc(1.125rem + var(--space-2));
}

.sorter {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.75rem;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font-weight: 500;
}

.num .sorter {
  flex-direction: row-reverse;
}

.sorter:hover,
[aria-sort="ascending"] .sorter,
[aria-sort="descending"] .sorter {
  color: var(--text);
}

.sorter .icon {
  width: 0.75rem;
  height: 0.75rem;
  visibility: hidden;
}

[aria-sort="ascending"] .sorter .icon,
[aria-sort="descending"] .sorter .icon {
  visibility: visible;
}

[aria-sort="ascending"] .sorter .icon {
  rotate: 180deg;
}

.cell {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-width: 0;
}

.num {
  justify-content: end;
}

.unit {
  display: none;
}

.cell-name .link {
  min-width: 0;
  padding-block: var(--space-1);
  font-weight: 400;
}

.cell-name .link .strong {
  font-weight: 550;
}

[data-grouped="true"] .cell-name {
  padding-inline-start: var(--space-5);
}

.row-project {
  background: var(--sunken);
}

.row-project .icon {
  color: var(--muted);
}

.cell-updated {
  white-space: nowrap;
}

.result-mark {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: 1.125rem;
  height: 1.125rem;
  color: var(--kind);
}

.result-mark .icon {
  width: 0.9rem;
  height: 0.9rem;
  stroke-width: 2;
}

.told {
  color: var(--kind);
  font-weight: 500;
}

.status .told {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
}

.cell-tags {
  overflow: hidden;
}

.tag {
  display: inline-flex;
  align-items: center;
  min-width: 0;
  max-width: 14rem;
  height: 1.5rem;
  padding: 0 0.45rem;
  border: 1px solid var(--line);
  border-radius: 99px;
  background: var(--sunken);
  font-size: var(--text-xs);
}

.tag:hover {
  border-color: var(--control-line);
}

.tag:focus-visible {
  outline-offset: -2px;
}

.tags-more {
  flex: none;
  font-size: var(--text-xs);
}

.tags-waiting {
  width: 6rem;
  height: 0.5rem;
}

@container (max-width: 52rem) {
  .head,
  .row {
    grid-template-columns: minmax(8rem, 1.5fr) minmax(9rem, 1fr) 5.5rem;
  }

  .cell-tags,
  .head-tags {
    display: none;
  }
}

@container (max-width: 36rem) {
  .toolbar-stuck {
    position: static;
  }

  .toolbar .search {
    flex: 1 1 100%;
  }

  .tag-field,
  .toolbar select.field {
    flex: 1 1 40%;
  }

  .sort-choice {
    display: block;
  }

  .head {
    display: none;
  }

  .row {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-1) var(--space-3);
    padding: var(--space-2) var(--space-3);
  }

  .cell-name,
  .cell-tags {
    grid-column: 1 / -1;
  }

  .cell-tags {
    display: flex;
    flex-wrap: wrap;
  }

  .unit {
    display: inline;
  }

  .row[data-grouped="true"] {
    padding-inline-start: 2.25rem;
  }

  [data-grouped="true"] .cell-name {
    padding-inline-start: 0;
  }

  .num {
    color: var(--muted);
  }

  .row-project .cell-updated,
  .row-project .cell-resources,
  .row-project .cell-tags {
    display: none;
  }
}
`;
