/** Lines of a text: those of both sides in two columns where there is room, else deleted ones above those in their place. */
import { css } from "lit";

export const lineStyles = css`
.property-lines {
  min-width: 0;
  border-top: 1px solid var(--line);
}

.lines {
  overflow: hidden;
  font: var(--text-sm) / 1.6 var(--mono);
  font-variant-ligatures: none;
}

.lines.scrolls {
  max-height: 32rem;
  overflow: auto;
}

.lines:focus-visible {
  outline-offset: -2px;
}

.line {
  display: grid;
  grid-template-columns: 2.75rem 2.75rem 1.25rem minmax(0, 1fr);
  min-height: 1.6em;
}

.line-number {
  padding-inline-end: var(--space-2);
  color: var(--muted);
  font-size: var(--text-xs);
  line-height: 1.75;
  text-align: end;
  user-select: none;
}

.line-sign {
  text-align: center;
  user-select: none;
}

.line-text {
  font: inherit;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.line[data-line="add"] {
  background: var(--create-tint);
}

.line[data-line="delete"] {
  background: var(--delete-tint);
}

.line[data-line="add"] > .line-sign {
  color: var(--create);
}

.line[data-line="delete"] > .line-sign {
  color: var(--delete);
}

.line-skip {
  display: block;
  padding: 0.1rem var(--space-3);
  background: var(--sunken);
  color: var(--muted);
}

.line[data-line="same"][data-side="new"] {
  display: none;
}

@container (min-width: 44rem) {
  :host([view="split"]) .run {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-auto-flow: row dense;
    background: linear-gradient(var(--line), var(--line)) 50% 0 / 1px 100% no-repeat, var(--surface);
  }

  :host([view="split"]) .line:not(.line-skip) {
    grid-template-columns: 2.75rem 1.25rem minmax(0, 1fr);
    padding-inline-end: var(--space-2);
  }

  :host([view="split"]) .line[data-side="old"] {
    grid-column: 1;
    border-inline-end: 1px solid var(--line);
  }

  :host([view="split"]) .line[data-side="new"] {
    display: grid;
    grid-column: 2;
  }

  :host([view="split"]) [data-side="old"] > [data-of="new"],
  :host([view="split"]) [data-side="new"] > [data-of="old"] {
    display: none;
  }
}

@container (max-width: 34rem) {
  .line {
    grid-template-columns: 2rem 1rem minmax(0, 1fr);
  }

  .line > [data-of="old"],
  .line[data-line="delete"] > [data-of="new"] {
    display: none;
  }

  .line[data-line="delete"] > [data-of="old"] {
    display: block;
  }

  .line-number {
    padding-inline-end: 0.2rem;
  }
}
`;
