/** The cards of a difference, by which its kinds of change are counted and chosen. */
import { css } from "lit";

export const cardsStyles = css`
.cards {
  display: grid;
  grid-template-columns: repeat(6, minmax(0, 1fr));
  gap: var(--space-3);
}

.card {
  display: grid;
  gap: var(--space-1);
  padding: var(--space-3) var(--space-4);
  text-align: start;
}

button.card:hover:not(:disabled) {
  border-color: var(--control-line);
}

.card[aria-pressed="true"] {
  border-color: var(--kind);
  background: var(--kind-tint);
  box-shadow: inset 0 0 0 1px var(--kind);
}

.card-still,
.card:disabled {
  background: none;
}

.card:disabled {
  border-style: dashed;
  cursor: default;
}

.card-filter {
  margin-inline-start: auto;
  color: var(--muted);
  opacity: 0;
}

.card:hover:not(:disabled) .card-filter,
.card:focus-visible .card-filter,
.card[aria-pressed="true"] .card-filter {
  opacity: 1;
}

.card[aria-pressed="true"] .card-filter {
  color: var(--kind);
}

.card-more {
  margin-inline-start: var(--space-2);
  font-size: var(--text-sm);
  font-weight: 500;
  letter-spacing: 0;
}

.card-label {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-height: 1.375rem;
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
  white-space: nowrap;
}

.card-count {
  font-size: 1.625rem;
  font-weight: 600;
  letter-spacing: -0.025em;
  line-height: 1.2;
}

.card:disabled .card-count,
.card-still .card-count {
  color: var(--muted);
}

.card:disabled .sign {
  filter: grayscale(1);
}

.changes-bar {
  display: block;
  height: 0.3rem;
  margin-top: var(--space-3);
  overflow: hidden;
  border-radius: 99px;
}

.changes-bar svg {
  display: block;
}

.changes-bar > svg:empty {
  display: none;
}

.skeleton-cards {
  display: grid;
  grid-template-columns: repeat(6, minmax(0, 1fr));
  gap: var(--space-3);
  margin: var(--space-3) 0 var(--space-5);
}

.skeleton-cards .skeleton {
  height: 4.75rem;
  border-radius: var(--round-lg);
}

@container diff (max-width: 60rem) {
  .cards,
  .skeleton-cards {
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-2);
  }

  .card {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding: var(--space-2) var(--space-3);
  }

  .card-count {
    font-size: var(--text-lg);
  }
}

@container diff (max-width: 36rem) {
  .cards,
  .skeleton-cards {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
}
`;
