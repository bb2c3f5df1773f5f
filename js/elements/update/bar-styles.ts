/** The bars of resources on their axis of time, the marks of rows, and what both mean. */
import { css } from "lit";

export const barStyles = css`
.ticks {
  position: absolute;
  inset: 0;
  overflow: visible;
}

.ticks text {
  fill: var(--muted);
  font-size: var(--text-xs);
}

.bar {
  display: block;
  overflow: visible;
}

.grid {
  stroke: light-dark(var(--line), var(--line-strong));
}

.thread {
  stroke: var(--line-strong);
  stroke-width: 1.5;
}

.thread[data-critical="true"] {
  stroke: var(--accent);
}

.piece {
  fill: var(--kind-fill);
  stroke: var(--kind-fill);
  stroke-width: 2;
}

.piece[data-status="running"] {
  fill: var(--kind-tint);
}

.piece[data-status="interrupted"] {
  fill: var(--kind-tint);
  stroke-dasharray: 3 2;
}

.legend {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-4);
  margin-top: var(--space-2);
}

.legend > span {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
}

.critical-mark {
  color: var(--accent);
}

.kind-mark {
  color: var(--kind);
}

.mark-of {
  display: inline-flex;
  align-items: center;
  flex: none;
  gap: 2px;
  color: var(--kind);
  font-size: var(--text-xs);
}

.mark-of[data-kind="critical"] {
  color: var(--accent);
}

.mark-of .icon {
  width: 0.875rem;
  height: 0.875rem;
}
`;
