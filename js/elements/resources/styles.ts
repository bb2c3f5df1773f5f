/** How the list, its toolbar and the panel stand on the page. */
import { css } from "lit";

export const listStyles = css`
.view {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-items: start;
  gap: var(--space-4);
}

.view[data-waiting] > .main {
  opacity: 0.55;
}

.view[data-beside] {
  grid-template-columns: minmax(0, 1fr) clamp(24rem, 40%, 40rem);
}

.main {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
}

.tools {
  display: grid;
  gap: var(--space-2);
}

.toolbar .search {
  flex-basis: 9rem;
}

.toolbar > .segments {
  margin-inline-start: auto;
}

.filters select {
  flex: 0 1 auto;
  min-width: 6.5rem;
  max-width: 12rem;
}

.view[data-beside] .filters select {
  max-width: 8rem;
}

.button-clear {
  border-color: transparent;
  background: transparent;
  color: var(--muted);
}

.view[data-beside] .button-clear {
  padding-inline: var(--space-2);
}

.view[data-beside] .button-clear .words {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}

.status-box {
  display: flex;
  align-items: center;
  gap: 0.3em;
  min-height: var(--control);
  margin-inline-start: auto;
  color: var(--muted);
  font-size: var(--text-sm);
  white-space: nowrap;
}

.view[data-beside] .counted {
  display: none;
}

.beside {
  position: sticky;
  top: calc(var(--stackscope-sticky-top, 0px) + var(--space-3));
  max-height: calc(100dvh - var(--stackscope-sticky-top, 0px) - 2 * var(--space-3));
  overflow: auto;
  overscroll-behavior: contain;
}

.sheet {
  position: fixed;
  inset: 0 0 0 auto;
  width: min(38rem, 100vw);
  max-width: none;
  height: 100dvh;
  max-height: none;
  margin: 0;
  padding: 0;
  border: 0;
  border-inline-start: 1px solid var(--line);
  background: var(--surface);
  color: inherit;
  overflow: auto;
  overscroll-behavior: contain;
}

.sheet::backdrop {
  background: rgb(10 12 18 / 45%);
}

@media (max-width: 40rem) {
  .filters {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }

  .filters select {
    width: 100%;
    max-width: none;
  }

  .status-box {
    margin-inline-start: 0;
    order: 1;
  }

  .counted {
    display: none;
  }

  .button-clear {
    justify-self: end;
    order: 2;
  }
}

@media (prefers-reduced-motion: no-preference) {
  .sheet[open] {
    animation: slide 160ms ease-out;
  }

  @keyframes slide {
    from {
      translate: 2rem 0;
      opacity: 0;
    }
  }
}
`;
