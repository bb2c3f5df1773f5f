/** Elements as such. */
import { css } from "lit";

export const elements = css`
*,
::before,
::after {
  box-sizing: border-box;
}

:host {
  display: block;
  color: var(--text);
  font-family: var(--stackscope-font, inherit);
  font-size: var(--text-md);
  line-height: 1.5;
  text-align: start;
}

:host([hidden]) {
  display: none;
}

[hidden] {
  display: none !important;
}

h1,
h2,
h3,
p,
dl,
dd,
ul,
ol,
pre {
  margin: 0;
  padding: 0;
}

ul,
ol {
  list-style: none;
}

h1 {
  font-size: var(--text-xl);
  font-weight: 600;
  letter-spacing: -0.015em;
  line-height: 1.25;
  overflow-wrap: anywhere;
}

h2 {
  font-size: var(--text-lg);
  font-weight: 600;
  letter-spacing: -0.005em;
  line-height: 1.4;
}

h3 {
  font-size: var(--text-md);
  font-weight: 600;
}

h1:focus-visible {
  outline: none;
}

a {
  color: inherit;
}

button,
input,
select {
  font: inherit;
  color: inherit;
  letter-spacing: inherit;
}

button {
  cursor: pointer;
}

button:disabled {
  cursor: default;
}

/* Drawn here: what browsers draw in the dark looks as if it was half chosen. */
input[type="checkbox"] {
  display: inline-grid;
  place-content: center;
  flex: none;
  border: 1px solid var(--control-line);
  border-radius: 0.25rem;
  background: var(--surface);
  appearance: none;
}

input[type="checkbox"]::before {
  width: 0.625rem;
  height: 0.625rem;
  background: var(--on-ink);
  clip-path: polygon(14% 47%, 0 62%, 39% 98%, 100% 21%, 86% 8%, 38% 69%);
  content: "";
  visibility: hidden;
}

input[type="checkbox"]:checked {
  border-color: var(--ink);
  background: var(--ink);
}

input[type="checkbox"]:checked::before {
  visibility: visible;
}

@media (forced-colors: active) {
  input[type="checkbox"] {
    appearance: auto;
  }
}

bdi {
  unicode-bidi: isolate;
}

summary {
  cursor: pointer;
  list-style: none;
}

summary::-webkit-details-marker {
  display: none;
}

:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}

.icon {
  flex: none;
  width: 1rem;
  height: 1rem;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.4;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.code {
  font-family: var(--mono);
  font-size: 0.92em;
  font-variant-ligatures: none;
  unicode-bidi: isolate;
}

.breakable {
  overflow-wrap: anywhere;
}

.strong {
  font-weight: 600;
}

.muted,
.hint {
  color: var(--muted);
}

.hint {
  font-size: var(--text-sm);
}

.error-text {
  color: var(--delete);
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media (prefers-reduced-motion: no-preference) {
  .icon,
  .button,
  .button-icon,
  .card,
  .slot {
    transition:
      background-color 120ms,
      border-color 120ms,
      color 120ms,
      transform 120ms;
  }
}

.link {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font-weight: 500;
  text-align: start;
  text-decoration: none;
  overflow-wrap: anywhere;
}

.link:hover {
  color: var(--accent);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}

.num {
  text-align: end;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}

.clip {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  min-width: 0;
}

.mark {
  padding: 0 0.25em;
  border-radius: var(--round-sm);
  background: var(--update-tint);
  color: var(--update);
  font: 500 0.85em var(--mono);
  unicode-bidi: isolate;
}
`;
