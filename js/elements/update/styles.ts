/** The head of `<stackscope-update>`. */
import { css } from "lit";

export const updateStyles = css`
:host {
  container: update / inline-size;
}

.summary {
  display: grid;
  gap: var(--space-3);
  padding: var(--space-4);
}

.summary-line {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2) var(--space-3);
}

.summary-line > .badge {
  padding: 0.1rem 0.6rem;
  font-size: var(--text-sm);
}

.summary-what {
  flex: 1 1 16rem;
  min-width: 0;
  font-size: var(--text-lg);
  overflow-wrap: anywhere;
}

.summary-ways {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1);
}

.turned {
  transform: rotate(180deg);
}

.about {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-2) var(--space-5);
  font-size: var(--text-sm);
}

.about dt {
  color: var(--muted);
  font-size: var(--text-xs);
}

.about dd {
  overflow-wrap: anywhere;
}

.outside {
  display: inline-flex;
  align-items: center;
  gap: 0.2rem;
  min-height: 1.5rem;
}

.outside .icon {
  width: 0.75rem;
  height: 0.75rem;
}

.changes {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-2) var(--space-3);
}

.changes-bar {
  display: block;
  flex: 0 1 14rem;
  min-width: 8rem;
  height: 0.5rem;
  border-radius: 99px;
  overflow: hidden;
}

.changes-bar > svg {
  display: block;
}

.change-badges {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-2);
}

.change-badge {
  font-size: var(--text-sm);
}

.change-sign {
  font: 600 var(--text-sm) var(--mono);
}

.unchanged {
  font-size: var(--text-sm);
}

.notice {
  margin-top: var(--space-3);
}

.notice .icon {
  align-self: start;
  margin-top: 0.2rem;
}

stackscope-update-progress {
  display: block;
}

.tabs {
  margin-block: var(--space-5) var(--space-4);
}

@container update (max-width: 44rem) {
  .summary {
    padding: var(--space-3);
  }

  .summary-ways {
    width: 100%;
  }
}
`;
