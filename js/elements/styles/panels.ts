/** What stands in a view's place while there is nothing else to show: loading, empty, failed. */
import { css } from "lit";

export const panels = css`
.blank {
  display: grid;
  justify-items: center;
  gap: var(--space-2);
  padding: var(--space-7) var(--space-4);
  color: var(--muted);
  text-align: center;
}

.blank > .icon {
  width: 1.75rem;
  height: 1.75rem;
  color: var(--control-line);
}

.blank h2 {
  color: var(--text);
  overflow-wrap: anywhere;
}

.blank p {
  max-width: 34rem;
}

.blank .actions {
  justify-content: center;
  margin-top: var(--space-2);
  color: var(--text);
}

.said {
  max-width: 34rem;
  margin-top: var(--space-3);
  font-size: var(--text-sm);
}

.said > summary {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.5rem;
}

.said > summary:hover {
  color: var(--text);
}

.said[open] > summary .icon {
  rotate: 90deg;
}

.said > p {
  overflow-wrap: anywhere;
}

.trouble > .said {
  margin-top: 0;
  color: var(--muted);
}

.blank .said .trouble-where {
  justify-content: center;
}

.progress {
  width: min(20rem, 100%);
  height: 0.375rem;
  border: 0;
  border-radius: 99px;
  background: var(--track);
  overflow: hidden;
  appearance: none;
}

.progress::-webkit-progress-bar {
  background: var(--track);
}

.progress::-webkit-progress-value {
  border-radius: 99px;
  background: var(--accent-fill);
}

.progress::-moz-progress-bar {
  border-radius: 99px;
  background: var(--accent-fill);
}

.skeleton {
  border-radius: var(--round-sm);
  background: var(--sunken);
}

.trouble {
  display: grid;
  gap: var(--space-2);
  padding: var(--space-4);
  border: 1px solid color-mix(in oklab, var(--delete) 40%, var(--line));
  border-radius: var(--round-lg);
  background: var(--delete-tint);
}

.trouble-title {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  color: var(--delete);
  font-weight: 600;
}

.trouble-message {
  overflow-wrap: anywhere;
}

.trouble-where {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-2);
  color: var(--muted);
  font-size: var(--text-sm);
}

.notice {
  display: flex;
  align-items: baseline;
  gap: var(--space-2);
  padding: var(--space-2) var(--space-3);
  border: 1px solid var(--line);
  border-radius: var(--round-md);
  background: var(--sunken);
  color: var(--muted);
}

.notice[data-kind] {
  border-color: var(--kind);
  background: var(--kind-tint);
  color: var(--text);
}

.actions {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-2);
}
`;
