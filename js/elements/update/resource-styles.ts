/** The table of resources and its bars; where it is narrow, a row is three lines. */
import { css } from "lit";

export const resourceStyles = css`
.op-chips {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-1);
}

.op-chip {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: var(--control-small);
  padding: 0 var(--space-2);
  border: 1px solid var(--line-strong);
  border-radius: 99px;
  background: var(--surface);
  font-size: var(--text-sm);
}

.op-chip:hover {
  background: var(--hover);
}

.op-chip[aria-pressed="true"] {
  border-color: var(--kind);
  background: var(--kind-tint);
  color: var(--kind);
}

.op-sign {
  color: var(--kind);
  font: 600 var(--text-sm) var(--mono);
}

.op-count {
  color: var(--muted);
  font-size: var(--text-xs);
}

.op-chip[aria-pressed="true"] .op-count {
  color: inherit;
}

.toolbar select {
  flex: none;
  width: auto;
}

.filtered-notice {
  margin-bottom: var(--space-3);
}

.sheet {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
  overflow: clip;
}

.head,
.row {
  display: grid;
  grid-template-columns: 1.625rem minmax(9rem, 1.3fr) minmax(7rem, 1fr) 8.5rem 4.5rem minmax(12rem, 1.9fr);
  gap: 0 var(--space-3);
  align-items: center;
  padding-inline: var(--space-4);
}

.head {
  position: sticky;
  z-index: 2;
  top: var(--stackscope-sticky-top, 0px);
  min-height: 2rem;
  border-bottom: 1px solid var(--line);
  background: var(--surface);
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 500;
}

.head-axis {
  position: relative;
  margin-inline-start: var(--space-2);
  align-self: stretch;
}

.row {
  min-height: 2.25rem;
  border-bottom: 1px solid var(--line);
  cursor: pointer;
}

.row > * {
  min-width: 0;
}

.row:hover {
  background: var(--hover);
}

.row[data-open="true"] {
  background: var(--hover);
}

.row-slot:focus-visible {
  outline-offset: -2px;
}

.cell-name {
  display: flex;
  align-items: center;
  gap: var(--space-2);
}

.unfold {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-width: 0;
  min-height: 1.75rem;
  padding: 0;
  border: 0;
  background: none;
  text-align: start;
}

.unfold .icon {
  width: 0.875rem;
  height: 0.875rem;
  color: var(--muted);
}

.unfold[aria-expanded="true"] .icon {
  transform: rotate(90deg);
}

.row[data-same="true"] .strong {
  font-weight: 400;
}

.cell-type {
  color: var(--muted);
  font-size: var(--text-sm);
}

.cell-status {
  display: flex;
  align-items: center;
  gap: var(--space-1);
  color: var(--kind);
  font-size: var(--text-sm);
}

.cell-status .icon {
  width: 0.875rem;
  height: 0.875rem;
}

.cell-took {
  font-size: var(--text-sm);
}

.pulse {
  width: 0.5rem;
  height: 0.5rem;
  border-radius: 99px;
  background: var(--kind-fill);
}

@media (prefers-reduced-motion: no-preference) {
  .pulse {
    animation: pulse 1.4s ease-in-out infinite;
  }

  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }
}

.cell-bar {
  margin-inline-start: var(--space-2);
  align-self: stretch;
  display: flex;
  align-items: center;
}

.row-detail {
  display: block;
  border-bottom: 1px solid var(--line);
  background: var(--sunken);
}

.detail {
  display: grid;
  gap: var(--space-4);
  padding: var(--space-4);
  padding-inline-start: calc(var(--space-4) + 1.625rem + var(--space-3));
}

.detail h3 {
  margin-bottom: var(--space-2);
  font-size: var(--text-sm);
}

.detail-waiting {
  padding: var(--space-4);
}

.reasons p {
  overflow-wrap: anywhere;
}

.reasons .icon {
  align-self: start;
  margin-top: 0.2rem;
}

.reason-cause {
  text-decoration: underline;
  text-underline-offset: 0.2em;
}

.steps {
  display: grid;
  gap: var(--space-1);
  max-width: 36rem;
  font-size: var(--text-sm);
}

.steps > li {
  display: grid;
  grid-template-columns: 2rem minmax(0, 1fr) 7rem 5rem;
  gap: var(--space-2);
  align-items: center;
}

@container part (max-width: 62rem) {
  .head,
  .row {
    grid-template-columns: 1.625rem minmax(9rem, 1.6fr) 8rem 4.5rem minmax(9rem, 1.4fr);
  }

  .head-type,
  .cell-type {
    display: none;
  }
}

@container part (max-width: 44rem) {
  .head {
    grid-template-columns: 1.625rem minmax(0, 1fr);
    gap: 0 var(--space-2);
    min-height: 1.5rem;
    padding-inline: var(--space-3);
  }

  .head > :not(.head-axis) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .head > .head-axis {
    grid-column: 2;
  }

  .row {
    grid-template-columns: 1.625rem minmax(0, 1fr) auto auto;
    gap: 2px var(--space-2);
    padding: var(--space-2) var(--space-3);
  }

  .cell-type {
    display: block;
    grid-row: 2;
    grid-column: 2 / -1;
  }

  .cell-bar {
    grid-row: 3;
    grid-column: 2 / -1;
  }

  .detail {
    padding: var(--space-3);
  }

  .steps > li {
    grid-template-columns: 2rem minmax(0, 1fr) auto;
  }

  .steps > li > :nth-child(3) {
    display: none;
  }

  .facts-list > div {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }
}
`;
