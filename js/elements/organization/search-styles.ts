/** The look of the search. */
import { css } from "lit";

export const searchStyles = css`
.ask {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-2);
  margin-bottom: var(--space-4);
}

.ask .search {
  flex: 1 1 16rem;
  max-width: 40rem;
  min-width: 0;
}

.ask .field {
  font-family: var(--mono);
  font-size: var(--text-sm);
}

.ask select.field {
  font: inherit;
}

.tries {
  margin-top: calc(-1 * var(--space-2));
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-3);
  margin-bottom: var(--space-4);
  font-size: var(--text-sm);
}

.tries .button-link {
  min-height: 1.5rem;
}

.notice {
  margin-bottom: var(--space-3);
}

.find {
  display: grid;
  grid-template-columns: 15rem minmax(0, 1fr);
  gap: var(--space-5);
  align-items: start;
}

.facets {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-4);
}

.facets h2 {
  margin-bottom: var(--space-1);
}

.facets h2,
.found h2 {
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 500;
}

.facet {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: var(--space-2);
  width: calc(100% + var(--space-2) * 2);
  min-height: 1.75rem;
  margin-inline: calc(-1 * var(--space-2));
  padding: 0 var(--space-2);
  border: 0;
  border-radius: var(--round-sm);
  background: none;
  text-align: start;
}

.facet:hover {
  background: var(--hover);
}

.facet[aria-pressed="true"] {
  background: var(--accent-tint);
  color: var(--accent);
  font-weight: 500;
}

.facet > :first-child {
  display: flex;
  align-items: center;
  gap: var(--space-1);
  min-width: 0;
  overflow: hidden;
}

.facet bdi {
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.facet .hint {
  flex: none;
  font-variant-numeric: tabular-nums;
}

.more-facets {
  display: none;
}

.found {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: var(--space-2);
  min-height: 1.25rem;
  margin-bottom: var(--space-1);
}

.found .status {
  color: var(--muted);
  font-size: var(--text-sm);
}

.sheet {
  --columns: minmax(14rem, 5fr) minmax(9rem, 3fr) minmax(6rem, 7rem);
}

.type {
  color: var(--muted);
  font-size: var(--text-sm);
}

@container sheet (max-width: 44rem) {
  .sheet-row > :first-child {
    grid-column: 1 / -1;
  }

  .sheet-row > :nth-child(2) {
    justify-self: start;
    text-align: start;
  }
}

@container view (max-width: 50rem) {
  .find {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }

  .more-facets {
    display: inline-flex;
  }

  .facets:not([data-open]) {
    display: none;
  }
}

@container view (min-width: 30rem) and (max-width: 50rem) {
  .facets {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
}
`;
