/** How outputs and facts look. */
import { css } from "lit";

export const outputsStyles = css`
.view {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-4);
}

.columns {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
  align-items: start;
  gap: var(--space-4);
}

section {
  display: grid;
  gap: var(--space-3);
  padding: var(--space-4);
  min-width: 0;
}

h2 {
  display: flex;
  align-items: center;
  gap: var(--space-2);
}

.tiles {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
  gap: var(--space-3);
}

.tile {
  display: flex;
  flex-direction: column-reverse;
  padding: var(--space-3) var(--space-4);
}

.tile dt {
  color: var(--muted);
  font-size: var(--text-sm);
}

.tile dd {
  font-size: var(--text-xl);
  font-weight: 600;
  line-height: 1.3;
}

.rare {
  margin-top: var(--space-3);
}

.fact {
  display: grid;
  grid-template-columns: 6.5rem minmax(0, 1fr);
  gap: var(--space-3);
  padding: var(--space-1) 0;
}

.fact dt {
  color: var(--muted);
}

.fact dd {
  min-width: 0;
  overflow-wrap: anywhere;
}

.pending {
  border-color: var(--kind);
}

.pending h2 .icon {
  color: var(--kind);
}

.pending li {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 var(--space-2);
  min-height: 1.75rem;
}
`;
