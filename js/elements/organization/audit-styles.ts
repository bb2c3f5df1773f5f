/** The look of the audit log. */
import { css } from "lit";

export const auditStyles = css`
.sheet {
  --columns: 8rem minmax(14rem, 1fr) minmax(8rem, 12rem) 8.5rem;
}

.first {
  margin-bottom: var(--space-2);
}

.first .search {
  flex-basis: 8rem;
}

.toolbar .field {
  max-width: 13rem;
}

.above > .status {
  white-space: normal;
}

.toolbar .search .field {
  max-width: none;
}

@media (max-width: 30rem) {
  .moment {
    flex: 1 1 100%;
  }

  .moment .label {
    flex: 0 0 2.25rem;
  }

  .toolbar select.field {
    flex: 1 1 8rem;
    width: 8rem;
  }

  .toolbar .user-field,
  .user-field .field {
    flex: 1 1 100%;
    width: 100%;
    max-width: none;
  }
}

.user-field {
  flex: 0 1 10rem;
  min-width: 7rem;
}

.moment {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
}

.after {
  margin-top: var(--space-3);
}

.unfold {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.5rem;
  padding: 0;
  border: 0;
  background: none;
  font-weight: 500;
  text-align: start;
}

.unfold > .icon {
  width: 0.875rem;
  height: 0.875rem;
  margin-inline-start: -0.125rem;
  color: var(--muted);
}

[data-open] .unfold > .icon {
  transform: rotate(90deg);
}

.about {
  color: var(--muted);
  font-size: var(--text-sm);
}

.what {
  overflow-wrap: anywhere;
}

.entry[data-open] > .sheet-row {
  border-bottom-color: transparent;
  background: var(--hover);
}

.fields {
  display: grid;
  justify-items: start;
  gap: var(--space-3);
  padding: 0 var(--space-4) var(--space-4) calc(var(--space-4) + 9rem);
  border-bottom: 1px solid var(--line);
  background: var(--hover);
}

.facts {
  display: grid;
  gap: var(--space-1);
  min-width: 0;
  font-size: var(--text-sm);
}

.facts > div {
  display: grid;
  grid-template-columns: 9rem minmax(0, 1fr);
  gap: var(--space-3);
}

.facts dt {
  color: var(--muted);
}

.facts dd {
  min-width: 0;
}

@container sheet (max-width: 44rem) {
  .sheet-row {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .sheet-row > :nth-child(2) {
    grid-column: 1 / -1;
    grid-row: 1;
    justify-self: start;
    text-align: start;
  }

  .sheet-row > :nth-child(4) {
    justify-self: end;
  }

  .sheet-row > :nth-child(1) {
    grid-row: 2;
    grid-column: 2;
    text-align: end;
  }

  .sheet-row > :nth-child(3) {
    grid-row: 2;
    grid-column: 1;
  }

  .sheet-row > :nth-child(4) {
    display: none;
  }

  .fields {
    padding-inline: var(--space-4);
  }

  .facts > div {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }
}
`;
