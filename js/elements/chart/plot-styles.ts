/** The look of a plot. */
import { css } from "lit";

export const plotStyles = css`
:host {
  display: block;
  position: relative;
  min-width: 0;
}

.plot {
  display: block;
  width: 100%;
  overflow: visible;
}

.grid {
  stroke: var(--line);
  stroke-width: 1;
}

.base {
  stroke: var(--line-strong);
}

.tick {
  fill: var(--muted);
  font-size: 11px;
  font-variant-numeric: tabular-nums;
}

.area {
  fill: var(--accent-fill);
  opacity: 0.14;
}

.line {
  fill: none;
  stroke: var(--accent-fill);
  stroke-width: 2;
  stroke-linejoin: round;
}

.bar {
  fill: var(--accent-fill);
  opacity: 0.82;
}

.bar.at {
  opacity: 1;
}

.dot {
  fill: var(--surface);
  stroke: var(--accent-fill);
  stroke-width: 1.75;
}

.failed {
  fill: none;
  stroke: var(--delete);
  stroke-width: 2;
  stroke-linecap: round;
}

.failed-ground {
  fill: var(--surface);
}

.running {
  fill: var(--surface);
  stroke: var(--read);
  stroke-width: 1.75;
  stroke-dasharray: 2 2;
}

.hair {
  stroke: var(--control-line);
  stroke-width: 1;
  stroke-dasharray: 3 3;
}

.at-dot {
  fill: var(--accent);
  stroke: var(--surface);
  stroke-width: 2;
}

.cursor {
  position: absolute;
  top: 0;
  border-radius: var(--round-sm);
  touch-action: pan-y;
}

.cursor.leads {
  cursor: pointer;
}

.tip {
  position: absolute;
  z-index: 4;
  top: 0;
  width: max-content;
  max-width: min(16rem, 80%);
  padding: var(--space-2) var(--space-3);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--raised);
  box-shadow: 0 6px 20px var(--shade);
  font-size: var(--text-sm);
  line-height: 1.4;
  pointer-events: none;
}

.tip strong {
  display: block;
  font-size: var(--text-md);
  font-weight: 600;
}

.tip span {
  display: block;
  color: var(--muted);
}
`;
