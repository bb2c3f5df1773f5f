/** What stands around a plot. */
import { css } from "lit";

export const styles = css`
:host {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
  min-width: 0;
}

.waits stackscope-plot {
  opacity: 0.5;
}

.under {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-4);
  color: var(--muted);
  font-size: var(--text-sm);
}

.under .status {
  margin-right: auto;
}

.key svg {
  width: 0.625rem;
  height: 0.625rem;
  vertical-align: -0.02em;
  fill: none;
  stroke: var(--delete);
  stroke-width: 2;
  stroke-linecap: round;
}

.as-table > summary {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
  min-height: var(--control-small);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.as-table > summary:hover {
  color: var(--text);
}

.as-table[open] > summary .icon {
  transform: rotate(90deg);
}

.scrolls {
  position: relative;
  max-height: 22rem;
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.as-table .scrolls {
  margin-top: var(--space-2);
}

table {
  width: 100%;
  border-collapse: collapse;
}

th,
td {
  padding: var(--space-2) var(--space-4);
  border-bottom: 1px solid var(--line);
  font-weight: 400;
  text-align: start;
  white-space: nowrap;
}

th.num,
td.num {
  text-align: end;
}

thead th {
  position: sticky;
  top: 0;
  z-index: 1;
  background: var(--surface);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

tbody tr:last-child > * {
  border-bottom: 0;
}

tbody tr:hover > * {
  background: var(--hover);
}

.figures {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
  gap: var(--space-3);
}

.figures > div {
  padding: var(--space-3) var(--space-4);
}

.figures dt {
  color: var(--muted);
  font-size: var(--text-sm);
}

.figures dd {
  font-size: var(--text-xl);
  font-weight: 600;
  letter-spacing: -0.015em;
  line-height: 1.3;
}

.figures .hint {
  display: block;
  font-size: var(--text-sm);
  font-weight: 400;
  letter-spacing: 0;
}

.chart {
  padding: var(--space-4) var(--space-3) var(--space-2);
}
`;
