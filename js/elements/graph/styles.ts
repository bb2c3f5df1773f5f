/** The look of the graph's surroundings. */
import { css } from "lit";

export const styles = css`
:host {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
  min-width: 0;
  container-type: inline-size;
}

.kinds {
  display: grid;
  min-width: 15rem;
}

.kinds .check {
  min-height: var(--control-small);
  padding: 0 var(--space-2);
}

.kinds svg {
  width: 2rem;
  height: 0.5rem;
  flex: none;
}

.kinds .num {
  margin-left: auto;
}

.sample {
  stroke: currentcolor;
  stroke-width: 1.6;
  fill: none;
}

.stage {
  position: relative;
  display: grid;
  min-width: 0;
}

.details {
  position: absolute;
  z-index: 5;
  top: var(--space-3);
  right: var(--space-3);
  width: min(20rem, calc(100% - 2 * var(--space-3)));
  max-height: calc(100% - 2 * var(--space-3));
  overflow: auto;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-3);
  padding: var(--space-4);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-lg);
  background: var(--raised);
  box-shadow: 0 8px 28px var(--shade);
}

.details-head {
  display: flex;
  gap: var(--space-2);
  align-items: start;
}

.details-head > div {
  flex: 1;
  min-width: 0;
}

.details-head h2 {
  font-size: var(--text-md);
  overflow-wrap: anywhere;
}

.details-head .button-icon {
  margin: calc(-1 * var(--space-1)) calc(-1 * var(--space-2)) 0 0;
}

.type {
  color: var(--muted);
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}

.urn {
  display: flex;
  align-items: start;
  gap: var(--space-1);
  padding: var(--space-1) var(--space-1) var(--space-1) var(--space-2);
  border-radius: var(--round-md);
  background: var(--sunken);
  font-size: var(--text-sm);
}

.urn .code {
  flex: 1;
  min-width: 0;
  overflow-wrap: anywhere;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
}

.badges {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-1);
}

.relations {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: var(--space-1);
}

.relations h3 {
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 500;
}

.relations li {
  display: flex;
  gap: var(--space-2);
  align-items: baseline;
  min-width: 0;
}

.relations li .link {
  min-height: 1.5rem;
}

.relations li > .link {
  flex: 0 1 auto;
}

.relations li > .hint {
  flex: 0 10 auto;
  min-width: 2.5rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.relations li > .how {
  flex-shrink: 4;
  margin-left: auto;
}

.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-4);
  color: var(--muted);
  font-size: var(--text-sm);
}

.foot .key {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
}

.foot .pill {
  padding: 0 0.375rem;
  border: 1px solid var(--line);
  border-radius: 99px;
  background: var(--sunken);
  font-size: var(--text-xs);
}

.foot svg {
  width: 1.75rem;
  height: 0.5rem;
}

.foot .status {
  margin-right: auto;
}

.as-table > summary {
  display: inline-flex;
  align-items: center;
  gap: var(--space-2);
  min-height: var(--control-small);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.as-table > summary:hover {
  color: var(--text);
}

.as-table[open] > summary .icon {
  transform: rotate(90deg);
}

.scrolls {
  position: relative;
  max-height: 28rem;
  margin-top: var(--space-2);
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface);
}

table {
  width: 100%;
  min-width: 40rem;
  border-collapse: collapse;
}

th,
td {
  padding: var(--space-2) var(--space-3);
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
  font-weight: 400;
  overflow-wrap: anywhere;
}

thead th {
  position: sticky;
  top: 0;
  z-index: 1;
  background: var(--surface);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
  white-space: nowrap;
}

tbody tr:last-child > * {
  border-bottom: 0;
}

.more-rows {
  padding: var(--space-3);
}

.menu-list {
  display: grid;
  min-width: 12rem;
}

.menu-list .choice {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-height: var(--control-small);
}

.menu-list hr {
  width: 100%;
  margin: var(--space-1) 0;
  border: 0;
  border-top: 1px solid var(--line);
}

@container (max-width: 44rem) {
  .details {
    position: static;
    width: auto;
    max-height: none;
    margin-top: var(--space-3);
    box-shadow: none;
  }
}
`;
