/** The look of the overview: two columns of cards, one where it is narrow. */
import { css } from "lit";

export const stackStyles = css`
:host {
  container-type: inline-size;
}

.running,
.older {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2) var(--space-3);
  margin-bottom: var(--space-4);
  padding: var(--space-3) var(--space-4);
  border: 1px solid var(--kind);
  border-radius: var(--round-lg);
  background: var(--kind-tint);
}

.running > .icon,
.older > .icon {
  color: var(--kind);
}

.running > span,
.older > span {
  flex: 1 1 14rem;
}

@media (prefers-reduced-motion: no-preference) {
  .running > .icon {
    animation: breathe 1.6s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
}

.columns {
  display: grid;
  grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
  gap: var(--space-4);
  align-items: start;
}

.column {
  display: grid;
  gap: var(--space-4);
  min-width: 0;
}

.part {
  min-width: 0;
  padding: var(--space-4);
}

.part > header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: var(--space-2);
  margin-bottom: var(--space-3);
}

.part h2 {
  font-size: var(--text-md);
}

.part > header .link,
.part > header .hint {
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 400;
}

.waiting {
  display: grid;
  gap: var(--space-2);
}

.waiting .skeleton {
  width: 70%;
  height: 0.625rem;
}

.waiting .skeleton:last-child {
  width: 45%;
}

.part-trouble {
  display: grid;
  gap: var(--space-2);
  justify-items: start;
}

.part-trouble p {
  display: flex;
  gap: var(--space-2);
  color: var(--delete);
  overflow-wrap: anywhere;
}

.part-trouble .icon {
  margin-top: 0.2em;
}

.part-trouble .button .icon {
  margin-top: 0;
}

.update {
  display: grid;
  gap: var(--space-2);
}

.update-title,
.update-meta {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: var(--space-1) var(--space-3);
}

.update-meta {
  align-items: center;
  color: var(--muted);
  font-size: var(--text-sm);
}

.update-changes {
  display: grid;
  gap: var(--space-1);
  max-width: 24rem;
}

.pairs > div {
  display: grid;
  grid-template-columns: minmax(5rem, 36%) minmax(0, 1fr);
  gap: var(--space-1) var(--space-4);
  padding: var(--space-2) 0;
  border-top: 1px solid var(--line);
}

.pairs > div:first-child {
  padding-top: 0;
  border-top: 0;
}

.pairs > div:last-child {
  padding-bottom: 0;
}

.pairs dt {
  color: var(--muted);
  overflow-wrap: anywhere;
}

.pairs dd {
  min-width: 0;
  overflow-wrap: anywhere;
}

.pairs .link {
  font-weight: 400;
}

details {
  margin-top: var(--space-3);
}

.pairs + details {
  padding-top: var(--space-2);
  border-top: 1px solid var(--line);
}

summary {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.5rem;
  color: var(--muted);
  font-size: var(--text-sm);
}

summary .icon {
  width: 0.75rem;
  height: 0.75rem;
}

details[open] > summary .icon {
  rotate: 90deg;
}

details .pairs {
  padding-top: var(--space-2);
}

.contents {
  display: grid;
  grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
  gap: var(--space-4) var(--space-6);
}

.bars h3 {
  margin-bottom: var(--space-1);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.bars li {
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(3rem, 6rem) 3.5rem;
  gap: var(--space-3);
  align-items: center;
  min-height: 1.75rem;
}

.bar {
  display: block;
}

.references li,
.schedules li,
.groups li {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
  min-height: 1.75rem;
  min-width: 0;
}

.references .icon {
  color: var(--muted);
}

.references h3 + ul {
  margin-bottom: var(--space-3);
}

.way + .way {
  margin-top: var(--space-3);
}

.way h3,
.policy h3 {
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.state-line {
  display: flex;
  align-items: center;
  gap: var(--space-2);
}

.state-line .icon {
  color: var(--kind);
}

.state-more {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-3);
  padding-inline-start: calc(1rem + var(--space-2));
  color: var(--muted);
  font-size: var(--text-sm);
}

@container (max-width: 56rem) {
  .columns {
    grid-template-columns: minmax(0, 1fr);
  }
}

@container (max-width: 40rem) {
  .contents {
    grid-template-columns: minmax(0, 1fr);
  }
}

@container (max-width: 30rem) {
  .pairs:not(.pairs-short) > div {
    grid-template-columns: minmax(0, 1fr);
  }

  .bars li {
    grid-template-columns: minmax(0, 1fr) 3rem 3rem;
  }
}
`;
