/** What the parts of `<stackscope-update>` share: messages, facts, small headings. */
import { css } from "lit";

export const partStyles = css`
:host {
  container: part / inline-size;
}

.toolbar {
  margin-bottom: var(--space-3);
}

.messages {
  display: grid;
  gap: var(--space-2);
}

.message {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: var(--space-2);
  align-items: start;
  padding: var(--space-1) var(--space-2);
  border-inline-start: 2px solid var(--kind-fill);
}

.message-mark {
  color: var(--kind);
  line-height: 1;
  padding-top: 0.2rem;
}

.message-text {
  min-width: 0;
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}

.message-text .code {
  white-space: pre-wrap;
  font-size: var(--text-sm);
}

.message .copy {
  width: var(--control-small);
  min-height: var(--control-small);
}

.message summary {
  display: grid;
  justify-items: start;
}

.message-more {
  margin-top: var(--space-1);
  color: var(--accent);
  font-weight: 500;
}

.message-whole {
  max-height: 24rem;
  overflow: auto;
}

.message details[open] > summary .message-first {
  display: none;
}

.message details[open] .message-more {
  display: none;
}

.message details[open] > summary::before {
  content: "Fold";
  margin-bottom: var(--space-1);
  color: var(--accent);
  font-weight: 500;
}

.facts-list {
  display: grid;
  gap: var(--space-1);
  font-size: var(--text-sm);
}

.facts-list > div {
  display: grid;
  grid-template-columns: 6rem minmax(0, 1fr);
  gap: var(--space-3);
  align-items: baseline;
}

.facts-list dt {
  color: var(--muted);
}

.facts-list dd {
  min-width: 0;
  overflow-wrap: anywhere;
}

.facts-list .link {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
}

.facts-list .link .icon {
  width: 0.875rem;
  height: 0.875rem;
}

.facts-list .copy {
  width: 1.5rem;
  min-height: 1.5rem;
  vertical-align: middle;
}

.violation {
  display: grid;
  gap: var(--space-1);
}

.about-type {
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}

.link {
  min-height: 1.5rem;
}

.about-link {
  color: var(--accent);
}
`;
