/** What one delivery of a webhook holds: request and answer, headers and bodies, masked by the worker. */
import { css, html, nothing, type TemplateResult } from "lit";
import { icon } from "../ui/icon.js";
import { code } from "../ui/text.js";
import { value, type More } from "../ui/value.js";
import type { DeliveryDetail } from "../worker/organization-deliveries.js";
import type { Shown } from "../worker/shown.js";
import { badge } from "./parts.js";

export const deliveryStyles = css`
:host {
  display: grid;
  gap: var(--space-3);
  min-width: 0;
}

.toolbar h3 {
  display: flex;
  align-items: center;
  gap: var(--space-2);
}

.space {
  flex: 1;
}

.list {
  border-top: 1px solid var(--line);
}

.list[data-stale] {
  opacity: 0.6;
}

.delivery {
  border-bottom: 1px solid var(--line);
}

.delivery-head {
  display: grid;
  grid-template-columns: minmax(8rem, 1fr) 7rem 4.5rem minmax(6rem, 9rem);
  gap: var(--space-1) var(--space-3);
  align-items: center;
  min-height: 2.75rem;
  cursor: pointer;
}

.delivery-head:hover {
  background: var(--hover);
}

.when {
  text-align: end;
}

.unfold {
  display: flex;
  align-items: center;
  gap: var(--space-2);
  min-height: 1.75rem;
  min-width: 0;
  padding: 0;
  border: 0;
  background: none;
  font-weight: 500;
  text-align: start;
  overflow-wrap: anywhere;
}

.unfold > .icon {
  color: var(--muted);
}

[data-open] .unfold > .icon {
  transform: rotate(90deg);
}

.delivery-body {
  display: grid;
  gap: var(--space-3);
  padding: var(--space-1) 0 var(--space-4) var(--space-5);
  min-width: 0;
}

.ask {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: var(--space-2) var(--space-4);
  padding: var(--space-2) var(--space-3);
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--sunken);
}

.ask > :first-child {
  min-width: 0;
  overflow-wrap: anywhere;
}

.notice {
  justify-content: space-between;
}

h4 {
  margin: 0 0 var(--space-1);
  font-size: var(--text-sm);
  font-weight: 600;
}

.fold > summary {
  display: inline-flex;
  align-items: center;
  gap: var(--space-1);
  min-height: 1.75rem;
  color: var(--muted);
  font-size: var(--text-sm);
}

.fold > summary > .icon {
  width: 0.75rem;
  height: 0.75rem;
}

.fold[open] > summary > .icon {
  transform: rotate(90deg);
}

.headers {
  display: grid;
  grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
  gap: var(--space-1) var(--space-3);
  padding: 0 0 var(--space-2) var(--space-4);
  font-size: var(--text-sm);
}

.headers dt {
  color: var(--muted);
}

.headers dd,
.headers dt {
  min-width: 0;
  overflow-wrap: anywhere;
}

@container view (max-width: 36rem) {
  .delivery-head {
    grid-template-columns: minmax(0, 1fr) auto;
    padding-block: var(--space-2);
  }

  .delivery-head .num {
    text-align: start;
    padding-inline-start: var(--space-5);
  }

  .delivery-body {
    padding-inline-start: 0;
  }

  .headers {
    grid-template-columns: minmax(0, 1fr);
    padding-inline-start: 0;
  }
}
`;

/** Success, failure, or no answer at all. */
export function outcome(status: number | undefined): string {
  if (status === undefined) return "failed";
  return status >= 200 && status < 300 ? "succeeded" : "failed";
}

export function codeBadge(status: number | undefined): TemplateResult {
  return html`<span>${badge(status === undefined ? "no answer" : `${status}${status >= 200 && status < 300 ? " delivered" : " failed"}`, { kind: outcome(status) })}</span>`;
}

export function milliseconds(n: number | undefined): string {
  if (n === undefined) return "";
  return n < 1000 ? `${Math.round(n)} ms` : `${(n / 1000).toFixed(1)} s`;
}

export function deliveryBody({ id, address, requestHeaders, payload, responseHeaders, response, code: status }: DeliveryDetail, more: More): TemplateResult {
  return html`
    <section>
      <h4>Request</h4>
      <p class="hint">${address.text ? code(address.text, "breakable") : nothing} ${code(id)}</p>
      ${headers("Request headers", requestHeaders)}
      ${body(payload, more, "Nothing was sent with it.")}
    </section>
    <section>
      <h4>Answer ${codeBadge(status)}</h4>
      ${headers("Answer's headers", responseHeaders)}
      ${body(response, more, "It had no body.")}
    </section>
  `;
}

function body(shown: Shown, more: More, none: string): unknown {
  return shown.form === "string" && shown.text === "" ? html`<p class="hint">${none}</p>` : value(shown, more);
}

function headers(words: string, list: readonly (readonly [string, string])[]): unknown {
  if (list.length === 0) return nothing;
  return html`<details class="fold"><summary>${icon("chevron")}${words} (${list.length})</summary>
    <dl class="headers">${list.map(([called, text]) => html`<dt>${code(called || "?")}</dt><dd>${code(text)}</dd>`)}</dl>
  </details>`;
}
