/** What stands above the resources of an update: search, operations, status, order, and how many there are. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ReadyLog } from "../engine/log-controller.js";
import type { Query } from "../public.js";
import { facetSelect, searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { opSign } from "../ui/op.js";
import { visible } from "../ui/text.js";
import type { LogOrder } from "../worker/log-rows.js";

type Order = LogOrder | "log";

const ORDERS: readonly (readonly [Order, string])[] = [
  ["log", "In the log's order"],
  ["trouble", "Failed first"],
  ["longest", "Longest first"],
  ["name", "By name"],
];

/** Where nothing was chosen, what failed stands first; not in a log that grew while one looked: its rows stay where they are. */
export function orderOf({ order }: Query, log: ReadyLog): Order {
  const chosen = ORDERS.find(([value]) => value === order)?.[0];
  return log.facts.whole ? (chosen ?? defaultOrder(log)) : "log";
}

function defaultOrder({ facts: { statuses, whole }, live, watched }: ReadyLog): Order {
  return whole && !live && !watched && (statuses["failed"] ?? statuses["interrupted"]) ? "trouble" : "log";
}

export interface ToolbarUse {
  log: ReadyLog;
  query: Query;
  /** Operations that are chosen. */
  ops: readonly string[];
  order: Order;
  /** Rows that pass; undefined until that is known. */
  total: number | undefined;
  choose: (patch: Record<string, string>, push: boolean) => void;
}

export function toolbar({ log, query: { q = "", status = "", same }, ops: chosen, order, total, choose }: ToolbarUse): TemplateResult {
  const { facts, watched } = log;
  const ops = Object.entries(facts.ops).filter(([op]) => op !== "same");
  const toggle = (op: string): void => choose({ op: (chosen.includes(op) ? chosen.filter((one) => one !== op) : [...chosen, op]).join(",") }, true);
  const statuses = Object.entries(facts.statuses).map(([value, n]) => ({ value, count: n }));
  return html`<div class="toolbar">
    ${searchField({ value: q, label: "Search resources", onInput: (text) => choose({ q: text }, false) })}
    ${ops.length > 0
      ? html`<div class="op-chips" role="group" aria-label="Operations">
          ${ops.map(([op, n]) => html`<button type="button" class="op-chip" data-kind=${op} aria-pressed=${chosen.includes(op)} @click=${() => toggle(op)}><span class="op-sign" aria-hidden="true">${opSign(op).trim() || "·"}</span>${visible(op)}<span class="op-count">${count(n)}</span></button>`)}
        </div>`
      : nothing}
    ${statuses.length > 1 || status || watched ? facetSelect("Status", statuses, status, (value) => choose({ status: value }, true)) : nothing}
    ${facts.whole && facts.rows > 1 ? orders(order, (value) => choose({ order: value === defaultOrder(log) ? "" : value }, true)) : nothing}
    ${facts.ops["same"] ? html`<label class="check"><input type="checkbox" .checked=${same === "1"} ?disabled=${chosen.length > 0} @change=${(event: Event) => choose({ same: (event.target as HTMLInputElement).checked ? "1" : "" }, false)}>Unchanged (${count(facts.ops["same"])})</label>` : nothing}
    ${total === undefined ? nothing : html`<span class="status">${counted(total, "resource")}</span>`}
  </div>`;
}

function orders(order: Order, choose: (order: string) => void): TemplateResult {
  return html`<select class="field" aria-label="Order" .value=${live(order)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${ORDERS.map(([value, words]) => html`<option value=${value} ?selected=${value === order}>${words}</option>`)}
  </select>`;
}

export function filteredNotice(clear: () => void): TemplateResult {
  return html`<p class="notice filtered-notice">${icon("filter")}<span>The resource that was asked for does not pass the filters. <button type="button" class="button-link" @click=${clear}>Clear them</button></span></p>`;
}
