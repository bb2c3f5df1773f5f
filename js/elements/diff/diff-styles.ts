/** The frame of a difference: sides, cards, notices, what stands around the resources. */
import { css } from "lit";

export const diffStyles = css`
:host {
  container: diff / inline-size;
}

.head {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-3);
}

.sides {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
  flex: 1 1 30rem;
  align-items: center;
  min-width: 0;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.side {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: var(--space-1) var(--space-3);
  align-items: baseline;
  min-width: 0;
  padding: var(--space-2) var(--space-4);
}

.side-label {
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 600;
  letter-spacing: 0.04em;
  text-transform: uppercase;
}

.side-name {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
  min-width: 0;
  min-height: var(--control-small);
  overflow-wrap: anywhere;
}

.side-facts {
  display: flex;
  flex-wrap: wrap;
  grid-column: 2;
  align-items: center;
  gap: 0 var(--space-3);
  min-width: 0;
  min-height: 1.3rem;
  color: var(--muted);
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}

.side-facts .progress {
  width: 8rem;
}

.file-name {
  display: flex;
  min-width: 0;
  white-space: nowrap;
}

.file-start {
  overflow: hidden;
  text-overflow: ellipsis;
}

.head-actions {
  display: flex;
  gap: var(--space-2);
}

.ignored {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2);
  margin-top: var(--space-3);
}

.result,
.waiting,
.failed,
:host > .trouble {
  margin-top: var(--space-5);
}

.failed h2 {
  margin-bottom: var(--space-2);
}

.result {
  display: grid;
  gap: var(--space-5);
}

.result > * {
  min-width: 0;
}

.result[data-stale] {
  opacity: 0.6;
}

.waiting {
  color: var(--muted);
}

.skeleton-rows {
  display: grid;
  gap: 2px;
}

.skeleton-rows .skeleton {
  height: 2.5rem;
}

.notices {
  display: grid;
  gap: var(--space-2);
}

.notice .icon {
  align-self: center;
}

.same {
  display: grid;
  justify-items: center;
  gap: var(--space-1);
  padding: var(--space-7) var(--space-4);
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
  text-align: center;
}

.same > .icon {
  width: 2.5rem;
  height: 2.5rem;
  padding: 0.5rem;
  border-radius: 50%;
  background: var(--create-tint);
  color: var(--create);
  stroke-width: 2;
}

.same p {
  color: var(--muted);
}

.around {
  display: grid;
  gap: var(--space-2);
}

.sections {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.section + .section {
  border-top: 1px solid var(--line);
}

.section summary {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-height: 2.5rem;
  padding: 0 var(--space-3);
  border-radius: var(--round-lg);
  font-weight: 500;
}

.section summary:hover {
  background: var(--hover);
}

.section summary .icon {
  color: var(--muted);
}

.section[open] summary .icon {
  rotate: 90deg;
}

.section-body {
  padding: 0 var(--space-3) var(--space-3) 2.25rem;
}

.resources > h2 {
  margin-bottom: var(--space-1);
}

@container diff (max-width: 60rem) {
  .section-body {
    padding-inline-start: var(--space-3);
  }
}

@container diff (max-width: 36rem) {
  .sides {
    grid-template-columns: minmax(0, 1fr) auto;
    flex-basis: 100%;
  }

  .side {
    grid-column: 1;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    padding: var(--space-2) var(--space-3);
  }

  .swap {
    grid-row: 1 / 3;
    grid-column: 2;
    rotate: 90deg;
  }
}
`;
