/** How rows of resources and the heads of their columns look. */
import { css } from "lit";

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

.folds {
  position: absolute;
  inset: 0 var(--space-3) 0 auto;
  display: flex;
  align-items: center;
  gap: var(--space-3);
}

.folds .button-link {
  min-height: 1.5rem;
  font-size: var(--text-sm);
  text-decoration: none;
}

.folds .button-link:hover {
  color: var(--text);
  text-decoration: underline;
}

mark {
  border-radius: 2px;
  background: var(--update-tint);
  box-shadow: 0 0 0 1px var(--update-tint);
  color: inherit;
  text-decoration: underline;
  text-decoration-color: var(--update-fill);
  text-underline-offset: 0.2em;
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
  opacity: 0.35;
}

.sort:hover .icon,
.sort:focus-visible .icon {
  opacity: 0.7;
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

.row-icon {
  width: 0.9rem;
  height: 0.9rem;
  color: var(--control-line);
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

  .tree .head .row-type {
    display: none;
  }

  .table .head {
    display: flex;
    gap: var(--space-5);
  }

  .table .head > span {
    display: inline;
    padding-inline-start: 0;
  }

  .table .head > .row-who {
    padding-inline-start: var(--space-2);
  }
}
`;
