/** The look of a history. Its columns become lines where it is narrow. */
import { css } from "lit";

/** Of the small pieces of an update, wherever they stand. */
export const updateParts = css`
.result-mark {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: 1.5rem;
  height: 1.5rem;
  border-radius: 99px;
  background: var(--kind-tint);
  color: var(--kind);
}

.result-mark .icon {
  width: 0.85rem;
  height: 0.85rem;
  stroke-width: 2;
}

.author,
.source {
  display: inline-flex;
  align-items: center;
  gap: 0.3rem;
  min-width: 0;
}

.initials {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: 1.25rem;
  height: 1.25rem;
  border-radius: 99px;
  background: var(--accent-tint);
  color: var(--accent);
  font-size: 0.5625rem;
  font-weight: 600;
}

.source .icon {
  width: 0.8rem;
  height: 0.8rem;
}

.dirty {
  padding-inline: 0.3rem;
  border: 1px solid var(--line);
  border-radius: 99px;
  font-size: var(--text-xs);
  line-height: 1.4;
}

.away {
  text-decoration: underline;
  text-decoration-color: var(--line-strong);
  text-underline-offset: 0.2em;
}

.away:hover {
  color: var(--accent);
  text-decoration-color: currentcolor;
}

.changes-words {
  display: inline-flex;
  flex-wrap: wrap;
  gap: 0 var(--space-2);
  font-size: var(--text-sm);
}

.change {
  color: var(--kind);
  font-weight: 500;
  white-space: nowrap;
}

.changes-bar {
  display: block;
  width: 100%;
  height: 0.375rem;
  overflow: hidden;
  border-radius: 99px;
  background: var(--track);
}

.changes-bar svg {
  display: block;
}
`;

export const updatesStyles = css`
:host {
  container-type: inline-size;
}

.notice {
  flex-wrap: wrap;
  align-items: center;
}

/* In view wherever one has scrolled to. */
.stuck {
  position: sticky;
  z-index: 10;
  bottom: var(--space-3);
  margin-top: var(--space-3);
  box-shadow: 0 8px 28px var(--shade);
}

.notice > span {
  flex: 1 1 16rem;
  overflow-wrap: anywhere;
}

.box {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

.row {
  display: grid;
  grid-template-columns: 1.5rem minmax(0, 1fr) minmax(8rem, 12rem) 9rem 1.5rem;
  gap: 0 var(--space-4);
  align-items: center;
  min-height: 4.25rem;
  padding: var(--space-2) var(--space-4);
  border-bottom: 1px solid var(--line);
  background: var(--row);
  cursor: pointer;
}

.row-slot {
  --row: var(--surface);
}

.row-slot:hover {
  --row: var(--hover);
}

.row-slot:first-child .row {
  border-start-start-radius: var(--round-lg);
  border-start-end-radius: var(--round-lg);
}

.row-slot:last-child .row {
  border-bottom-color: transparent;
}

.row[data-chosen] {
  --row: var(--accent-tint);
}

/* What was only foreseen. */
.row[data-preview] .result-mark {
  border: 1px dashed var(--kind);
  background: var(--row);
}

.row[data-preview] .title .link {
  color: var(--muted);
}

.row-slot:focus-visible {
  outline-offset: -2px;
  border-radius: var(--round-sm);
}

.row-waiting {
  border-bottom: 1px solid var(--line);
  background: linear-gradient(var(--line), var(--line)) 3.5rem 50% / min(18rem, 50%) 0.5rem no-repeat;
}

/* The line that runs from mark to mark. */
.rail {
  position: relative;
  display: grid;
  place-items: center;
  align-self: stretch;
}

.rail::before {
  position: absolute;
  inset: calc(-1 * var(--space-2)) auto;
  width: 1px;
  height: calc(100% + 2 * var(--space-2));
  background: var(--line);
  content: "";
}

.row-slot[aria-posinset="1"] .rail::before {
  top: 50%;
  height: 60%;
}

.rail .result-mark {
  position: relative;
  box-shadow: 0 0 0 3px var(--row);
}

.title {
  display: flex;
  align-items: baseline;
  gap: var(--space-2);
  min-width: 0;
}

.title .link {
  flex: none;
  font-weight: 600;
}

.meta {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 var(--space-3);
  min-width: 0;
  color: var(--muted);
  font-size: var(--text-sm);
}

.changes {
  display: grid;
  gap: 0.3rem;
  min-width: 0;
}

.when {
  display: grid;
  justify-items: end;
  font-size: var(--text-sm);
  white-space: nowrap;
}

.choose {
  display: grid;
  place-items: center;
  width: 1.5rem;
  height: 1.5rem;
}

.choose input {
  width: 1rem;
  height: 1rem;
  margin: 0;
  accent-color: var(--ink);
}

.compare {
  position: sticky;
  z-index: 10;
  bottom: var(--space-3);
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2) var(--space-3);
  width: fit-content;
  max-width: 100%;
  margin: var(--space-3) auto 0;
  padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-lg);
  background: var(--raised);
  box-shadow: 0 8px 28px var(--shade);
}

@media (prefers-reduced-motion: no-preference) {
  .result-mark[data-kind="running"] .icon {
    animation: breathe 1.6s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
}

@container (max-width: 46rem) {
  .toolbar-stuck {
    position: static;
  }

  .row {
    grid-template-columns: 1.5rem minmax(0, 1fr) 1.5rem;
    gap: var(--space-1) var(--space-3);
    padding-inline: var(--space-3);
  }

  .choose {
    grid-area: 1 / 3;
  }

  .toolbar select.field {
    flex: 1 1 40%;
    min-width: 0;
  }

  .meta .away {
    display: inline-flex;
    align-items: center;
    min-height: 1.5rem;
  }

  .title {
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    padding-block: 0.2rem;
  }

  .title bdi {
    flex: 1 1 100%;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .changes {
    grid-column: 2;
  }

  .when {
    grid-column: 2 / -1;
    display: flex;
    gap: var(--space-2);
  }

  .rail {
    grid-row: 1 / 4;
    place-items: start center;
  }

  .rail::before {
    height: calc(100% + 2 * var(--space-2));
  }

  .row-slot[aria-posinset="1"] .rail::before {
    top: 0;
    height: calc(100% + var(--space-2));
  }
}
`;
