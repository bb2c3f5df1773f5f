/** How the panel of one resource looks. */
import { css } from "lit";

export const panelStyles = css`
header {
  position: sticky;
  top: 0;
  z-index: 3;
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: var(--space-2);
  padding: var(--space-3) var(--space-3) 0 var(--space-4);
  border-bottom: 1px solid var(--line);
  background: var(--surface);
  border-radius: var(--round-lg) var(--round-lg) 0 0;
}

.jumps {
  grid-column: 1 / -1;
  display: flex;
  gap: var(--space-3);
  min-height: 2.25rem;
  overflow-x: auto;
  scrollbar-width: none;
}

.jump {
  flex: none;
  padding: var(--space-1) 0 var(--space-2);
  border: 0;
  background: none;
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.jump:hover:not(:disabled) {
  color: var(--text);
}

.jump:focus-visible {
  outline-offset: -2px;
}

.close {
  align-self: start;
}

.title {
  display: grid;
  gap: 2px;
  min-width: 0;
}

h2 {
  overflow-wrap: anywhere;
}

h2:focus-visible {
  outline: none;
}

.kind {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
  overflow-wrap: anywhere;
}

.crumbs {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-1);
  color: var(--muted);
  font-size: var(--text-sm);
}

.crumbs .link {
  min-height: 1.5rem;
  font-weight: 400;
}

.body {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
  padding: var(--space-3) var(--space-4) var(--space-4);
}

.body[data-waiting] {
  opacity: 0.6;
}

.fact {
  display: grid;
  grid-template-columns: 5.5rem minmax(0, 1fr);
  align-items: baseline;
  gap: var(--space-3);
  padding: 2px 0;
}

.fact dt {
  color: var(--muted);
}

.fact dd {
  min-width: 0;
}

.fact .link {
  min-height: 1.5rem;
}

details {
  scroll-margin-top: 8rem;
  border-top: 1px solid var(--line);
  padding-top: var(--space-2);
}

summary {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-height: 1.75rem;
  border-radius: var(--round-sm);
}

summary .icon {
  color: var(--muted);
}

details[open] > summary .icon {
  transform: rotate(90deg);
}

.section {
  padding: var(--space-1) 0 0 1.5rem;
}

.record-actions {
  margin-bottom: var(--space-2);
}

.missing {
  overflow-wrap: anywhere;
}

@media (max-width: 40rem) {
  .section {
    padding-inline-start: 0;
  }
}
`;
