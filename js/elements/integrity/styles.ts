/** How findings look. */
import { css } from "lit";

export const integrityStyles = css`
.view {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
}

.tallies {
  display: grid;
  grid-template-columns: repeat(3, minmax(0, 1fr));
  gap: var(--space-3);
  max-width: 44rem;
}

.tally {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 0 var(--space-2);
  align-items: center;
  padding: var(--space-3) var(--space-4);
  text-align: start;
}

.tally > .muted {
  grid-column: 1 / -1;
}

.tally:hover {
  background: var(--hover);
}

.tally[aria-pressed="true"] {
  border-color: var(--accent);
  box-shadow: inset 0 0 0 1px var(--accent);
}

.tally-icon {
  display: grid;
  color: var(--kind);
}

.tally-count {
  font-size: var(--text-xl);
  font-weight: 600;
  line-height: 1.2;
}

.group {
  display: grid;
  grid-template-columns: 1.5rem minmax(0, 1fr);
  gap: var(--space-1);
  padding: var(--space-3) var(--space-4) var(--space-3) var(--space-2);
  border-bottom: 1px solid var(--line);
  background: var(--sunken);
  cursor: pointer;
}

.row-slot:first-child .group {
  border-radius: var(--round-lg) var(--round-lg) 0 0;
}

.group:hover {
  background: var(--hover);
}

.twist {
  display: grid;
  place-items: center;
  height: 1.35rem;
  color: var(--muted);
}

.twist .icon {
  width: 0.85rem;
  height: 0.85rem;
}

.twist[data-open="true"] .icon {
  transform: rotate(90deg);
}

.group-text {
  display: grid;
  gap: 2px;
  min-width: 0;
}

.group h2 {
  font-size: var(--text-md);
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
}

.group .count {
  background: var(--surface);
}

.warning-text {
  color: var(--update);
}

.repair {
  overflow-wrap: anywhere;
}

.repair .label {
  margin-inline-end: var(--space-1);
  font-weight: 500;
}

.finding {
  display: grid;
  gap: 2px;
  padding: var(--space-2) var(--space-4) var(--space-2) calc(1.5rem + var(--space-3));
  border-bottom: 1px solid var(--line);
}

.row-slot:last-child .finding {
  border-bottom-color: transparent;
}

.row-slot:focus-visible {
  outline-offset: -2px;
  z-index: 1;
}

.subject {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 var(--space-2);
  min-width: 0;
}

.subject > * {
  min-width: 0;
  overflow-wrap: anywhere;
}

.subject .badge {
  white-space: normal;
}

.message {
  color: var(--muted);
  overflow-wrap: anywhere;
}

.well .seal {
  display: grid;
  place-items: center;
  width: 3rem;
  height: 3rem;
  border-radius: 99px;
  background: var(--kind-tint);
  color: var(--kind);
}

.seal .icon {
  width: 1.5rem;
  height: 1.5rem;
}

@media (max-width: 40rem) {
  .tallies {
    gap: var(--space-2);
  }

  .tally {
    padding: var(--space-2) var(--space-3);
  }
}
`;
