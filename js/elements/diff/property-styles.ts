/** Property changes: in two columns where there is room, else one under the other. */
import { css } from "lit";

export const propertyStyles = css`
:host {
  display: block;
  container-type: inline-size;
}

.properties {
  display: grid;
  grid-template-columns: minmax(0, 34%) minmax(0, 1fr) auto;
  border: 1px solid var(--line);
  border-radius: var(--round-md);
  background: var(--surface);
}

.property {
  display: grid;
  grid-column: 1 / -1;
  grid-template-columns: subgrid;
  position: relative;
  align-items: start;
  min-width: 0;
}

.property + .property {
  border-top: 1px solid var(--line);
}

.property-place {
  display: flex;
  gap: var(--space-2);
  align-items: baseline;
  min-width: 0;
  padding: 0.3rem var(--space-2);
}

.sign-small {
  position: relative;
  top: 0.05rem;
  align-self: start;
  min-width: 1.125rem;
  height: 1.25rem;
  padding: 0;
  background: none;
}

.property-path {
  min-width: 0;
  overflow-wrap: anywhere;
}

.path {
  font-size: var(--text-sm);
}

.inside {
  margin-inline: var(--space-1);
}

.property-menu {
  grid-column: 3;
  grid-row: 1;
  padding: 0.15rem;
}

.property-menu > * {
  --control: 1.625rem;
}

@media (hover: hover) {
  .property-menu > * {
    opacity: 0;
  }

  .property:hover > .property-menu > *,
  .property-menu > :focus-within,
  .property-menu > :focus-visible {
    opacity: 1;
  }
}

.property > .property-place {
  grid-row: 1;
  grid-column: 1;
}

.property > .sides,
.property > .sealed {
  grid-row: 1;
  grid-column: 2;
}

.property-note {
  grid-row: 4;
  grid-column: 1 / -1;
  padding: 0.3rem var(--space-2) 0.3rem 2.1rem;
}

.property > .sealed {
  padding-inline-start: var(--space-2);
}

.property[data-form="block"] > .property-place {
  grid-column: 1 / 3;
}

.property[data-form="block"] > .sides,
.property[data-form="block"] > .property-lines {
  grid-row: 3;
  grid-column: 1 / -1;
}

.sides {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
  min-width: 0;
  padding: 0.3rem var(--space-2);
}

.side {
  min-width: 0;
  max-width: 100%;
  padding: 0 0.35rem;
  border-radius: var(--round-sm);
}

.absent {
  display: none;
}

.before {
  background: var(--delete-tint);
}

.after {
  background: var(--create-tint);
}

.becomes {
  display: inline-flex;
  color: var(--muted);
}

.becomes .icon {
  width: 0.875rem;
  height: 0.875rem;
}

[data-form="block"] > .sides {
  display: grid;
  gap: 0;
  padding: 0;
}

[data-form="block"] > .sides > .becomes {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}

[data-form="block"] > .sides > .side {
  padding: 0 var(--space-2) var(--space-1) 1.35rem;
  border-radius: 0;
}

.side stackscope-value {
  --sunken: transparent;
  --line: transparent;
}

.value {
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.value-block {
  display: block;
  padding: var(--space-2) var(--space-3);
}

.value-block.scrolls {
  max-height: 24rem;
  overflow: auto;
}

.value-block:focus-visible {
  outline-offset: -2px;
}

.quote,
.first-difference {
  color: var(--muted);
}

.first-difference {
  grid-row: 2;
  grid-column: 1 / -1;
  padding: 0 var(--space-2) var(--space-2) 2.1rem;
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}

.first-difference .code {
  padding: 0.05rem 0.3rem;
  border-radius: var(--round-sm);
  color: var(--text);
}

.changed {
  border-radius: 2px;
  background: none;
  color: inherit;
}

.before .changed,
[data-line="delete"] .changed {
  background: var(--delete-mark);
}

.after .changed,
[data-line="add"] .changed {
  background: var(--create-mark);
}

.next {
  margin: var(--space-2);
}

@container (min-width: 44rem) {
  :host([view="split"]) .properties {
    grid-template-columns: minmax(9rem, 26%) minmax(0, 1fr) minmax(0, 1fr);
  }

  :host([view="split"]) .property {
    align-items: stretch;
  }

  :host([view="split"]) .property-menu {
    grid-column: 3;
    justify-self: end;
  }

  :host([view="split"]) [data-form="inline"] > .sides > .side:last-child {
    padding-inline-end: 2.25rem;
  }

  :host([view="split"]) .property > .sealed {
    grid-column: 2 / 4;
    padding-inline-start: var(--space-3);
    border-inline-start: 1px solid var(--line);
  }

  :host([view="split"]) [data-form="inline"] > .sides > .side {
    grid-row: 1;
  }

  :host([view="split"]) [data-form="inline"] > .sides > .side:first-child {
    grid-column: 2;
  }

  :host([view="split"]) [data-form="inline"] > .sides > .side:last-child {
    grid-column: 3;
  }

  :host([view="split"]) .property[data-form="block"] > .property-place {
    grid-column: 1 / 4;
  }

  :host([view="split"]) [data-form="inline"] > .sides {
    display: contents;
  }

  :host([view="split"]) .becomes,
  :host([view="split"]) [data-form="block"] > .sides > .becomes {
    position: absolute;
    display: block;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host([view="split"]) .side {
    display: block;
    padding: 0.3rem var(--space-3);
    border-inline-start: 1px solid var(--line);
    border-radius: 0;
  }

  :host([view="split"]) .absent {
    background: var(--sunken);
  }

  :host([view="split"]) [data-form="block"] > .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  :host([view="split"]) [data-form="block"] > .sides {
    align-items: stretch;
    padding: 0;
    border-top: 1px solid var(--line);
  }

  :host([view="split"]) [data-form="block"] > .sides > .side:first-child {
    border-inline-start: 0;
  }

  :host([view="split"]) [data-form="block"] > .sides > .side {
    padding: 0 var(--space-1) var(--space-1);
  }
}

@container (max-width: 34rem) {
  .properties {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .property-menu {
    grid-column: 2;
  }

  .property > .sides,
  .property > .sealed {
    grid-row: 2;
    grid-column: 1 / -1;
    padding-block-start: 0;
    padding-inline-start: 2.1rem;
  }

  .property[data-form="block"] > .sides {
    padding-inline-start: 0;
  }

  [data-form="block"] > .sides > .side {
    padding-inline: var(--space-1);
  }

  .property[data-form="block"] > .property-place {
    grid-column: 1;
  }
}
`;
