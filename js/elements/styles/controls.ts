/** Buttons, fields, chips, tabs, badges. */
import { css } from "lit";

export const controls = css`
.button,
.button-icon,
.field,
.segments {
  min-height: var(--control);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--surface);
}

.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: var(--space-2);
  padding: 0 var(--space-3);
  font-weight: 500;
  text-decoration: none;
  white-space: nowrap;
}

.button:hover:not(:disabled),
.button-icon:hover:not(:disabled) {
  background: var(--hover);
  border-color: var(--control-line);
}

.button:disabled,
.button-icon:disabled {
  opacity: 0.5;
}

.button-main {
  background: var(--ink);
  border-color: var(--ink);
  color: var(--on-ink);
  padding-inline: var(--space-4);
}

.button-main:hover:not(:disabled) {
  background: color-mix(in oklab, var(--ink) 86%, var(--page));
  border-color: transparent;
}

.button-small {
  min-height: var(--control-small);
  padding-inline: var(--space-2);
  border-radius: var(--round-sm);
  font-size: var(--text-sm);
}

.button-icon {
  display: inline-grid;
  place-items: center;
  width: var(--control);
  padding: 0;
  background: transparent;
  border-color: transparent;
  color: var(--muted);
}

.button-icon:hover:not(:disabled) {
  color: var(--text);
  border-color: transparent;
}

.button-link {
  padding: 0;
  border: 0;
  background: none;
  font-weight: 500;
  text-decoration: underline;
  text-decoration-color: var(--control-line);
  text-underline-offset: 0.2em;
}

.button-link:hover {
  text-decoration-color: currentcolor;
}

.field {
  width: 100%;
  padding: 0 var(--space-3);
  border-color: var(--line-strong);
}

.field::placeholder {
  color: var(--muted);
  opacity: 1;
}

select.field {
  width: auto;
  max-width: 100%;
  padding-right: var(--space-2);
  text-overflow: ellipsis;
}

.field-code {
  font-family: var(--mono);
  font-size: var(--text-sm);
  min-height: var(--control-small);
}

.search {
  position: relative;
}

.search .icon {
  position: absolute;
  inset: 0 auto 0 var(--space-3);
  height: 100%;
  color: var(--muted);
  pointer-events: none;
}

.search .field {
  padding-left: 2.25rem;
}

.segments {
  display: inline-flex;
  padding: 2px;
  background: var(--sunken);
  border-color: var(--line);
}

.segment {
  padding: 0 var(--space-3);
  border: 1px solid transparent;
  border-radius: calc(var(--round-md) - 3px);
  background: none;
  color: var(--muted);
  font-weight: 500;
}

.segment:hover {
  color: var(--text);
}

.segment[aria-pressed="true"] {
  background: var(--raised);
  border-color: var(--line-strong);
  color: var(--text);
}

.check {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
  min-height: var(--control);
  color: var(--muted);
  cursor: pointer;
}

.check:hover {
  color: var(--text);
}

.check input {
  width: 1rem;
  height: 1rem;
  margin: 0;
  accent-color: var(--ink);
}

.badge {
  display: inline-flex;
  align-items: center;
  gap: 0.2rem;
  padding: 0 0.4rem;
  border: 1px solid var(--line);
  border-radius: 99px;
  background: var(--sunken);
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 500;
  line-height: 1.5;
  white-space: nowrap;
  vertical-align: 0.08em;
}

.badge .icon {
  width: 0.75rem;
  height: 0.75rem;
}

.count {
  padding: 0 0.45rem;
  border-radius: 99px;
  background: var(--sunken);
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 500;
  line-height: 1.6;
}

.chips {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2);
  min-width: 0;
}

.chips > li {
  min-width: 0;
}

.chip {
  display: inline-flex;
  align-items: center;
  max-width: 100%;
  border: 1px solid var(--line-strong);
  border-radius: 99px;
  background: var(--surface);
  font-size: var(--text-sm);
}

.chip-text {
  padding: 0.1rem 0 0.1rem 0.65rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.chip-remove {
  display: grid;
  place-items: center;
  flex: none;
  width: 1.75rem;
  height: 1.75rem;
  padding: 0;
  border: 0;
  border-radius: 99px;
  background: none;
  color: var(--muted);
}

.chip-remove:hover {
  color: var(--text);
}

.chip-remove .icon {
  width: 0.75rem;
  height: 0.75rem;
}

.choice {
  display: block;
  width: 100%;
  padding: var(--space-1) var(--space-2);
  border: 0;
  border-radius: var(--round-sm);
  background: none;
  text-align: left;
  overflow-wrap: anywhere;
}

.choice:hover {
  background: var(--hover);
}

.label {
  color: var(--muted);
  font-size: var(--text-sm);
}


.badge[data-kind] {
  border-color: transparent;
  background: var(--kind-tint);
  color: var(--kind);
}

.sign {
  display: inline-grid;
  place-items: center;
  flex: none;
  min-width: 1.375rem;
  height: 1.375rem;
  padding: 0 0.2rem;
  border-radius: var(--round-sm);
  background: var(--kind-tint);
  color: var(--kind);
  font: 600 var(--text-sm) / 1 var(--mono);
}

.toolbar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2);
}

.toolbar .search {
  flex: 1 1 14rem;
  min-width: 0;
  max-width: 40rem;
}

/* How many there are: at the end of the line, before what stands there for itself. */
.toolbar > .status {
  display: flex;
  align-items: center;
  gap: var(--space-3);
  min-height: var(--control);
  margin-inline-start: auto;
  color: var(--muted);
  font-size: var(--text-sm);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}

.toolbar > .status .progress {
  width: 4rem;
}

/* It stays in view while its list scrolls; its room above is not counted, so that toolbars begin at one height. */
.toolbar-stuck {
  position: sticky;
  z-index: 10;
  top: var(--stackscope-sticky-top, 0px);
  margin-top: calc(-1 * var(--space-2));
  padding-block: var(--space-2) var(--space-3);
  background: var(--page);
}

.tabs {
  display: flex;
  gap: var(--space-1);
  overflow: auto hidden;
  scrollbar-width: none;
  box-shadow: inset 0 -1px var(--line);
}

.tab {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
  flex: none;
  padding: var(--space-2) var(--space-3);
  border: 0;
  border-bottom: 2px solid transparent;
  background: none;
  color: var(--muted);
  font-weight: 500;
  text-decoration: none;
  white-space: nowrap;
}

.tab:hover {
  color: var(--text);
}

.tab:focus-visible {
  outline-offset: -2px;
}

.tab[aria-selected="true"],
.tab[aria-current="page"] {
  border-bottom-color: var(--accent);
  color: var(--text);
}

.card {
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}
`;
