/**
 * `<stackscope-deliveries>`, a part of `<stackscope-webhooks>`: what a webhook delivered and what came back.
 *
 * In: `server`, `target`, `webhook`, the delivery that is unfolded and whether only failed ones are listed. Out: `choose` with an id, `failed-only` with
 * the choice. A server that refuses to ping or to deliver again turns the buttons off, with its words beside them.
 */
import { html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { sameServer, serverId, serverName } from "../engine/servers.js";
import type { Server } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { segments } from "../ui/controls.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, loading } from "../ui/panel.js";
import { name, prose } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { DeliveryDetail, DeliveryRow } from "../worker/organization-deliveries.js";
import { Asked } from "./asked.js";
import { codeBadge, deliveryBody, deliveryStyles, milliseconds, outcome } from "./delivery.js";
import { Listing } from "./listing.js";
import { trouble, type Refusals } from "./parts.js";

type Deliveries = { rows: DeliveryRow[]; total: number; all: number; failed: number };
type Writing = { what: "ping" } | { what: "again"; id: string };
type Step = "asking" | "sending" | { done: DeliveryRow } | { error: EngineError };
const REFUSALS: Refusals = { lacks: "This server does not list deliveries", hidden: "You may not see the deliveries" };
const WRITE_REFUSALS: Refusals = { lacks: "This server does not deliver on request", hidden: "You may not send deliveries" };

export class DeliveryList extends LitElement {
  static override styles = [shared, deliveryStyles];

  @property({ attribute: false, hasChanged: (now: Server | undefined, before: Server | undefined) => !sameServer(now, before) }) server: Server | undefined;
  @property({ attribute: false }) target = "";
  @property({ attribute: false }) webhook = "";
  /** Whom it delivers to, in words. */
  @property({ attribute: false }) host = "";
  @property({ attribute: false }) chosen = "";
  @property({ attribute: false }) failedOnly = false;
  @state() private writing: (Writing & { step: Step }) | undefined;
  /** What the server said when it refused to write. */
  @state() private refused: string | undefined;
  readonly #list: Listing<DeliveryRow, Deliveries> = new Listing(this, {
    label: "Deliveries",
    estimate: 44,
    of: () => (this.server === undefined ? undefined : [[serverName(this.server), this.target, this.webhook], this.failedOnly]),
    page: async (offset, limit, signal) => engine.call("deliveries.list", { ...(await this.#which()), failedOnly: this.failedOnly, offset, limit }, { signal }),
    activate: ({ id }) => this.#choose(id),
  });
  readonly #one: Asked<DeliveryDetail> = new Asked(
    this,
    () => (this.server === undefined || this.chosen === "" ? undefined : [serverName(this.server), this.target, this.webhook, this.chosen]),
    async (signal) => engine.call("deliveries.get", { ...(await this.#which()), id: this.chosen }, { signal }),
  );

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("webhook") || changed.has("target")) this.writing = undefined;
    if (changed.has("server") || changed.has("target")) this.refused = undefined;
  }

  protected override render(): unknown {
    const { page, error } = this.#list;
    const ping = html`<button type="button" class="button button-small ping" ?disabled=${this.refused !== undefined || this.writing?.step === "sending"} @click=${() => this.#ask({ what: "ping" })}>${icon("bolt")}Ping</button>`;
    return html`
      <div class="toolbar">
        <h3>Deliveries ${page ? html`<span class="count">${count(page.all)}</span>` : nothing}</h3>
        ${page && page.failed > 0 ? segments("Which deliveries", [["all", "All"], ["failed", `Failed (${count(page.failed)})`]], this.failedOnly ? "failed" : "all", (which) => this.#tell("failed-only", which === "failed")) : nothing}
        <span class="space"></span>
        ${ping}${html`<button type="button" class="button-icon" aria-label="Refresh deliveries" title="Refresh deliveries" @click=${() => this.#refresh()}>${icon("refresh")}</button>`}
      </div>
      ${this.refused === undefined ? nothing : html`<p class="notice" data-kind="warning"><span>The server does not let you send deliveries: ${prose(this.refused)}</span></p>`}
      ${this.writing?.what === "ping" ? this.#written(this.writing.step) : nothing}
      ${error ? trouble(error, "webhook", REFUSALS, () => this.#list.retry()) : page === undefined ? loading("Reading deliveries") : this.#rows(page)}
    `;
  }

  #rows(page: Deliveries): unknown {
    if (page.all === 0) return empty("webhook", "Nothing was delivered yet", "A ping makes the server deliver a test.");
    if (page.total === 0) return empty("check", "No delivery failed", "Everything that the server lists was answered with success.");
    return html`<div class="list" ?data-stale=${this.#list.stale}>${this.#list.rows.render((row, _, active) => this.#row(row, active))}</div>`;
  }

  #row(row: DeliveryRow, active: boolean): unknown {
    const open = row.id === this.chosen;
    return html`<div class="delivery" ?data-open=${open}>
      <div class="delivery-head" @click=${() => this.#choose(row.id)}>
        <button type="button" class="unfold" aria-expanded=${open} tabindex=${active ? 0 : -1}>${icon("chevron")}<span>${name(row.kind || "delivery")}</span></button>
        ${codeBadge(row.code)}
        <span class="hint num">${milliseconds(row.milliseconds)}</span>
        <span class="hint when">${time(row.time)}</span>
      </div>
      ${open ? html`<div class="delivery-body">${this.#body(row)}</div>` : nothing}
    </div>`;
  }

  #body({ id }: DeliveryRow): unknown {
    const { value, error } = this.#one;
    if (error) return trouble(error, "webhook", REFUSALS, () => this.#one.again());
    if (!value) return loading("Reading the delivery");
    const again = html`<button type="button" class="button button-small again" ?disabled=${this.refused !== undefined || this.writing?.step === "sending"} @click=${() => this.#ask({ what: "again", id })}>${icon("refresh")}Deliver again</button>`;
    const { writing } = this;
    const step = writing?.what === "again" && writing.id === id ? this.#written(writing.step) : nothing;
    return html`<div class="actions">${again}</div>${step}${deliveryBody(value, (where, from) => engine.call("deliveries.rest", { where, from }))}`;
  }

  #written(step: Step): unknown {
    const over = (): void => this.#over();
    const words = this.writing?.what === "ping" ? "Deliver a test to" : "Deliver this once more to";
    if (step === "asking") {
      return html`<div class="ask" role="group" aria-label="Confirm"><span>${words} ${name(this.host || "the receiver")}?</span>
        <span class="actions"><button type="button" class="button button-main button-small" @click=${() => void this.#write()}>Deliver</button><button type="button" class="button button-small" @click=${over}>Cancel</button></span></div>`;
    }
    if (step === "sending") return html`<p class="notice" role="status">Delivering…</p>`;
    if ("error" in step) return trouble(step.error, "webhook", WRITE_REFUSALS, () => void this.#write());
    return html`<div class="notice" role="status" data-kind=${outcome(step.done.code)}><span>Delivered: ${step.done.code === undefined ? "no answer came back" : html`answered ${codeBadge(step.done.code)}`} ${milliseconds(step.done.milliseconds)}</span><button type="button" class="button-link" @click=${over}>Dismiss</button></div>`;
  }

  #ask(writing: Writing): void {
    this.writing = { ...writing, step: "asking" };
    void this.#focusOn(".ask .button-main");
  }

  /** Back to the button that began it. */
  #over(): void {
    const began = this.writing?.what;
    this.writing = undefined;
    void this.#focusOn(began === "again" ? ".again" : ".ping");
  }

  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Of a webhook that the person has left meanwhile, nothing is said. */
  async #write(): Promise<void> {
    const { writing, target, webhook } = this;
    if (!writing) return;
    const sending = (this.writing = { ...writing, step: "sending" });
    const left = (): boolean => this.writing !== sending || this.target !== target || this.webhook !== webhook;
    try {
      const which = { server: await serverId(this.server ?? ""), target, webhook };
      const done = writing.what === "ping" ? await engine.call("deliveries.ping", which) : await engine.call("deliveries.again", { ...which, id: writing.id });
      this.#refresh();
      if (left()) return;
      this.writing = { ...writing, step: { done } };
      void this.#focusOn(".notice .button-link");
      announce(done.code === undefined ? "Delivered; no answer came back" : `Delivered; answered ${done.code}`);
    } catch (error) {
      if (left()) return;
      const known = error as EngineError;
      if (known.code !== "forbidden") return void (this.writing = { ...writing, step: { error: known } });
      this.writing = undefined;
      this.refused = known.message;
      announce("The server refused to deliver");
    }
  }

  async #which() {
    return { server: await serverId(this.server ?? ""), target: this.target, webhook: this.webhook, round: this.#list.round };
  }

  #refresh(): void {
    this.#list.refresh();
  }

  #choose(id: string): void {
    this.#tell("choose", id === this.chosen ? "" : id);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

define("stackscope-deliveries", DeliveryList);
