/** The list of changes, single and grouped, under its toolbar. */
import { css } from "lit";

export const changesStyles = css`
:host {
  display: block;
  container: changes / inline-size;
}

.toolbar-box {
  position: sticky;
  z-index: 10;
  top: var(--stackscope-sticky-top, 0px);
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-1);
  padding-block: var(--space-2);
  background: var(--page);
}

.toolbar select.field {
  flex: 0 1 13rem;
  min-width: 0;
}

.toolbar-status {
  min-height: 2rem;
  color: var(--muted);
  font-size: var(--text-sm);
}

.toolbar-status > .status {
  min-height: 0;
  margin-inline-start: 0;
}

.toolbar-space {
  margin-inline-start: auto;
}

.steps {
  display: flex;
  align-items: center;
  gap: var(--space-1);
}

.step {
  width: var(--control-small);
  padding: 0;
}

.step-at {
  min-width: 4.5rem;
  padding-inline: var(--space-2);
  text-align: end;
  white-space: nowrap;
}

.up {
  rotate: 180deg;
}

.list {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.rows {
  overflow-anchor: none;
}

.row-slot {
  scroll-margin-top: 7rem;
}

.row-slot + .row-slot > *,
.row-slot:not([data-index="0"]) > * {
  border-top: 1px solid var(--line);
}

/* A menu that is open in a row lies over the next ones. */
.row-slot:focus-within {
  z-index: 1;
}

.row-slot:focus-visible {
  outline-offset: -2px;
  border-radius: var(--round-md);
}

.row-waiting {
  background: linear-gradient(var(--line), var(--line)) var(--space-7) 50% / min(24rem, 60%) 0.5rem no-repeat;
}

.row-head {
  display: grid;
  grid-template-columns: 1rem 1.5rem minmax(9rem, 1.1fr) minmax(9rem, 1fr) minmax(9rem, 1.7fr) 2.5rem;
  gap: 0 var(--space-3);
  align-items: center;
  width: 100%;
  min-height: 2.5625rem;
  padding: 0 var(--space-4) 0 var(--space-3);
  border: 0;
  border-radius: var(--round-md);
  background: none;
  text-align: start;
}

.row-head:hover {
  background: var(--hover);
}

.row-head:focus-visible {
  outline-offset: -2px;
}

.row-head > span:not(.sign) {
  /* What is there for readers alone is cut off with the rest. */
  position: relative;
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.row-head .badge {
  margin-inline-start: var(--space-2);
}

.row-title {
  font-weight: 500;
}

/* Where the keys are. */
.row[data-here="true"] {
  box-shadow: inset 2px 0 0 var(--accent);
}

.row-chevron {
  color: var(--muted);
}

.row[data-open="true"] .row-chevron {
  rotate: 90deg;
}

.row-type,
.row-paths {
  color: var(--muted);
  font-size: var(--text-sm);
}

.row-was {
  margin-inline-end: var(--space-3);
}

.row-count {
  color: var(--muted);
  text-align: end;
}

.path-piece {
  margin-inline-end: var(--space-2);
}

.path-sign {
  margin-inline-end: 0.25em;
  color: var(--kind);
  font: 600 1em / 1 var(--mono);
}

.group-line {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: center;
  padding-inline-end: var(--space-3);
}

.group .row-head {
  grid-template-columns: 1rem 1.5rem minmax(9rem, 1.2fr) minmax(9rem, 1fr) minmax(9rem, 1.4fr);
}

.group div.row-head:hover {
  background: none;
}

.group-actions {
  display: flex;
  justify-content: end;
  min-width: 11.5rem;
  gap: var(--space-2);
}

.group-example {
  padding: 0 var(--space-4) var(--space-3) 2.5rem;
}

@container changes (max-width: 56rem) {
  .row-head,
  .group .row-head {
    grid-template: "chevron sign name count" auto "chevron sign type type" auto ". . paths paths" auto / 1rem 1.5rem minmax(0, 1fr) auto;
    gap: 0 var(--space-2);
    padding: var(--space-2) var(--space-3);
  }

  .row-chevron {
    grid-area: chevron;
  }

  .row-head > .sign {
    grid-area: sign;
  }

  .row-name {
    grid-area: name;
  }

  .row-type {
    grid-area: type;
  }

  .row-count {
    grid-area: count;
  }

  .row-head > .row-paths {
    grid-area: paths;
  }

  .row-paths:not(:has(> *)) {
    display: none;
  }

  .group-what {
    grid-area: name;
  }
}

/* Narrower than this, old and new stand one under the other whatever is chosen. */
@container changes (max-width: 47rem) {
  .view-choice {
    display: none;
  }
}

@container changes (max-width: 40rem) {
  .toolbar-box {
    position: static;
  }

  .toolbar select.field {
    flex: 1 1 8rem;
  }

  .group-line {
    grid-template-columns: minmax(0, 1fr);
    padding-bottom: var(--space-2);
  }

  .group-actions {
    justify-content: end;
  }

  .group-example {
    padding-inline: var(--space-3);
  }
}
`;
