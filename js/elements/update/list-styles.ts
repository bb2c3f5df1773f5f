/** Lists of policies, times, outputs. */
import { css } from "lit";

export const listStyles = css`
section + section,
section + .hint {
  margin-top: var(--space-5);
}

h2 {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2);
  margin-bottom: var(--space-2);
}

h2 .badge {
  font-size: var(--text-sm);
}

.accent {
  color: var(--accent);
}

section > .hint {
  margin-bottom: var(--space-2);
}

.lines > * + * {
  border-top: 1px solid var(--line);
}

.entry {
  display: grid;
  gap: var(--space-1);
  min-width: 0;
  padding: var(--space-2) var(--space-4);
}

.entry > p {
  min-width: 0;
  overflow-wrap: anywhere;
}

.entry-text {
  white-space: pre-wrap;
}

.entry-about {
  font-size: var(--text-sm);
}

.pack-figures {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-4);
  font-size: var(--text-sm);
}

.all-well {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  margin-top: var(--space-4);
  color: var(--create);
}

.path-step,
.slow {
  display: grid;
  grid-template-columns: 1.625rem minmax(10rem, 2fr) minmax(8rem, 1.2fr) minmax(5rem, 1fr) 8.5rem 6rem;
  gap: var(--space-1) var(--space-3);
  align-items: center;
  padding: var(--space-1) var(--space-4);
}

.slow {
  grid-template-columns: minmax(10rem, 2fr) minmax(6rem, 2fr) 6rem;
}

.path-name {
  min-width: 0;
  overflow-wrap: anywhere;
}

.path-why {
  font-size: var(--text-sm);
}

.path-bar rect {
  fill: var(--kind-fill, var(--accent-fill));
}

.slow .path-bar rect {
  fill: var(--accent-fill);
}

.path-bar line {
  stroke: var(--line-strong);
}

.value-row {
  grid-template-columns: minmax(8rem, 16rem) minmax(0, 1fr);
  gap: var(--space-4);
  align-items: baseline;
}

.value-row dt {
  overflow-wrap: anywhere;
  font-weight: 500;
}

.value-row dd {
  min-width: 0;
}

@container part (max-width: 40rem) {
  .path-step {
    grid-template-columns: 1.625rem minmax(0, 1fr) auto;
  }

  .path-why {
    grid-row: 2;
    grid-column: 2;
  }

  .path-step > .num.muted,
  .path-step > .path-bar {
    display: none;
  }

  .slow {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .slow > .path-bar {
    grid-row: 2;
    grid-column: 1 / -1;
  }

  .value-row {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-1);
  }
}
`;
