/**
 * Lists of rows with columns. `.sheet` is the box, with `--columns` for its grid; `.sheet-head` names the columns, `.sheet-row` is one row. Where the box is
 * narrow, rows become two columns wide and the head keeps what one can sort by. `.split` puts what was chosen beside its list.
 */
import { css } from "lit";

export const table = css`
.above {
  margin-bottom: var(--space-3);
}

.sheet {
  container: sheet / inline-size;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
  overflow: clip;
}

.sheet[data-stale] {
  opacity: 0.6;
}

.sheet-head,
.sheet-row {
  display: grid;
  grid-template-columns: var(--columns);
  gap: var(--space-1) var(--space-4);
  align-items: center;
  padding: var(--space-2) var(--space-4);
}

.sheet-head {
  min-height: 2.25rem;
  padding-block: 0;
  border-bottom: 1px solid var(--line);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.end {
  text-align: end;
}

.sheet-row {
  min-height: 2.75rem;
  border-bottom: 1px solid var(--line);
}

.row-slot:last-child > .sheet-row:last-child,
.sheet > [role="rowgroup"]:last-child > .sheet-row:last-child {
  border-bottom: 0;
}

.sheet-row > * {
  min-width: 0;
}

.sheet-row[data-choose] {
  cursor: pointer;
}

.sheet-row[data-choose]:hover {
  background: var(--hover);
}

.sheet-row[data-chosen] {
  background: var(--accent-tint);
}

.row-slot:focus-visible {
  outline-offset: -2px;
  border-radius: var(--round-md);
}

.sorter {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 2.25rem;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font-weight: inherit;
}

.sorter:hover,
.sorter[data-chosen] {
  color: var(--text);
}

.sorter .icon {
  width: 0.75rem;
  height: 0.75rem;
  visibility: hidden;
}

.sorter[data-chosen] .icon {
  visibility: visible;
}

.sorter[data-up] .icon {
  transform: rotate(180deg);
}

.sorter:focus-visible {
  outline-offset: -2px;
}

.row-waiting {
  display: grid;
  align-items: center;
  padding-inline: var(--space-4);
  border-bottom: 1px solid var(--line);
}

.row-waiting::before {
  width: min(14rem, 50%);
  height: 0.625rem;
  border-radius: var(--round-sm);
  background: var(--sunken);
  content: "";
}

.waiting {
  display: inline-block;
  width: 5rem;
  height: 0.75rem;
}

.who {
  display: flex;
  align-items: center;
  gap: var(--space-3);
  min-width: 0;
}

.who > :last-child {
  min-width: 0;
}

.initials {
  display: grid;
  place-items: center;
  flex: none;
  width: 1.875rem;
  height: 1.875rem;
  border-radius: 99px;
  background: var(--accent-tint);
  color: var(--accent);
  font-size: var(--text-xs);
  font-weight: 600;
  letter-spacing: 0.02em;
}

.lines {
  display: grid;
  gap: 1px;
}

.lines > * {
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
}

.badges {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1);
}

@container sheet (max-width: 44rem) {
  .sheet-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }

  .sheet-head > :not(:has(.sorter)) {
    display: none;
  }

  .sheet-head:not(:has(.sorter)) {
    display: none;
  }

  .sheet-row {
    grid-template-columns: minmax(0, 1fr) auto;
    padding-block: var(--space-3);
  }

  .sheet-row > .end {
    text-align: start;
  }

  .sheet-row > :nth-child(even) {
    justify-self: end;
    text-align: end;
  }

  .sheet.stacked .sheet-row {
    grid-template-columns: minmax(0, 1fr);
  }

  .sheet.stacked .sheet-row > * {
    justify-self: start;
    max-width: 100%;
    text-align: start;
  }
}

.halted {
  position: sticky;
  bottom: var(--space-3);
  align-items: center;
  justify-content: space-between;
  margin-top: var(--space-3);
}

.view {
  container: view / inline-size;
}

.split {
  display: grid;
  position: relative;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-4);
  align-items: start;
}

.split-list {
  min-width: 0;
}

.split-list .search {
  flex-basis: 8rem;
}

.split[data-open] {
  grid-template-columns: minmax(15rem, 20rem) minmax(0, 1fr);
}

.detail {
  display: grid;
  gap: var(--space-4);
  min-width: 0;
  padding: var(--space-4);
}

.detail-head {
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  justify-content: space-between;
  gap: var(--space-2) var(--space-4);
}

.detail-head > :first-child {
  flex: 1 1 12rem;
  min-width: 0;
}

.detail h2:focus-visible {
  outline: none;
}

.detail h2 {
  overflow-wrap: anywhere;
}

.detail h3 {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  margin-bottom: var(--space-2);
}

@container view (max-width: 50rem) {
  .split[data-open] {
    grid-template-columns: minmax(0, 1fr);
  }

  /* Laid out still, so that its rows keep their heights. */
  .split[data-open] > .split-list {
    position: absolute;
    inset: 0;
    overflow: hidden;
    visibility: hidden;
  }
}
`;
