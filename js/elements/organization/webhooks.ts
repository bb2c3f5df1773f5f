/**
 * `<stackscope-webhooks>`: webhooks of an organisation or of a stack; of the chosen one its deliveries.
 *
 * In: `organization` or `stack`, and `server`; `query.webhook` and `query.delivery` are what was chosen. Addresses are shown without what opens doors, keys
 * never. Pinging and delivering again change something at the receiver: both ask first.
 */
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import { serverId, serverName } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { table } from "../styles/table.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, loading } from "../ui/panel.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { code, name } from "../ui/text.js";
import type { WebhookRow } from "../worker/organization-webhooks.js";
import { Asked } from "./asked.js";
import { ChosenFocus } from "./chosen-focus.js";
import "./deliveries.js";
import { badge, refreshButton, sheet, trouble, type Refusals } from "./parts.js";
import type { WebhooksElement } from "./public.js";

const COLUMNS = [{ words: "Webhook" }, { words: "Delivers to" }, { words: "Events" }, { words: "Format" }];
const FORMATS: Readonly<Record<string, string>> = { raw: "JSON", slack: "Slack", ms_teams: "Microsoft Teams", pulumi_deployments: "Deployment" };
const MOST_EVENTS = 3;
const REFUSALS: Refusals = { lacks: "This server does not list webhooks", hidden: "You may not see the webhooks" };

export class Webhooks extends BaseElement implements WebhooksElement {
  static override styles = [
    shared,
    table,
    css`
.sheet {
  --columns: minmax(12rem, 3fr) minmax(12rem, 3fr) minmax(10rem, 3fr) minmax(7rem, 1fr);
}

.facts {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: var(--space-1) var(--space-4);
}

.facts dt {
  color: var(--muted);
}

.facts dd {
  min-width: 0;
  overflow-wrap: anywhere;
}
`,
  ];

  @property() organization: string = "";
  @property() stack: string | undefined;
  readonly #focus = new ChosenFocus(this, () => this.#chosen);
  readonly #list: Asked<{ rows: WebhookRow[]; total: number }> = new Asked(
    this,
    () => (this.server === undefined || this.#target === "" ? undefined : [serverName(this.server), this.#target]),
    async (signal) => engine.call("webhooks.list", { server: await serverId(this.server ?? ""), target: this.#target }, { signal }),
  );

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the webhooks anew", run: () => this.#list.again() }]);
  }

  get #target(): string {
    return this.stack ?? this.organization;
  }

  get #chosen(): string {
    return this.query["webhook"] ?? "";
  }

  protected override render(): unknown {
    const { value, error } = this.#list;
    if (this.server === undefined || this.#target === "") return nothing;
    if (error) return trouble(error, "webhook", REFUSALS, () => this.#list.again());
    if (!value) return loading("Reading webhooks");
    if (value.total === 0) return empty("webhook", "No webhooks", `Webhooks tell other services of updates, deployments and policy violations. ${this.stack ? "This stack" : "This organisation"} has none.`, refreshButton(() => this.#list.again()));
    const open = this.#chosen !== "";
    return html`<div class="view">
      <div class="split" ?data-open=${open} @keydown=${this.#key}>
        <div class="split-list">
          <div class="toolbar above"><span class="status" role="status">${counted(value.total, "webhook")}</span>${refreshButton(() => this.#list.again())}</div>
          ${sheet({ label: "Webhooks", columns: COLUMNS, total: value.total, stacked: true }, html`<div role="rowgroup">${value.rows.map((row) => this.#row(row))}</div>`)}
        </div>
        ${open ? html`<section class="card detail" aria-label="Webhook">${this.#detail(value.rows)}</section>` : nothing}
      </div>
    </div>`;
  }

  #row(row: WebhookRow): unknown {
    const { name: hook, displayName, active, signed } = row;
    const chosen = hook === this.#chosen;
    return html`<div class="sheet-row" role="row" data-choose ?data-chosen=${chosen} @click=${() => this.#choose(hook)}>
      <div class="lines" role="cell">
        <span><button type="button" class="link strong" aria-pressed=${chosen}>${name(displayName)}</button></span>
        <span class="badges">${active ? badge("active", { kind: "succeeded" }) : badge("switched off")}${signed ? badge("signed", { title: "Deliveries carry a signature" }) : nothing}</span>
      </div>
      <div class="hint" role="cell">${this.#goal(row)}</div>
      <div class="badges" role="cell">${this.#events(row, MOST_EVENTS)}</div>
      <div class="hint" role="cell">${FORMATS[row.format] ?? name(row.format)}</div>
    </div>`;
  }

  #goal({ address, stack }: WebhookRow): unknown {
    if (stack !== undefined) return name(stack);
    return code(address.host || address.text || "no address", "breakable");
  }

  #events({ groups, events }: WebhookRow, most: number): unknown {
    const all = [...groups.map((group) => `all of ${words(group)}`), ...events.map(words)];
    if (all.length === 0) return html`<span class="hint">all events</span>`;
    const more = all.length - most;
    return html`${all.slice(0, most).map((event) => html`<span class="badge">${name(event)}</span>`)}${more > 0 ? html`<span class="hint">and ${more} more</span>` : nothing}`;
  }

  #detail(rows: readonly WebhookRow[]): unknown {
    const row = rows.find(({ name: hook }) => hook === this.#chosen);
    const close = html`<button type="button" class="button button-small" @click=${this.#close}>${icon("close")}Close</button>`;
    if (!row) return html`<div class="detail-head"><h2 tabindex="-1">No such webhook</h2>${close}</div><p>${code(this.#chosen)} is not among those that the server lists: it may have been deleted.</p>`;
    const { displayName, active, signed, address, stack, format } = row;
    return html`
      <div class="detail-head"><div><h2 tabindex="-1">${name(displayName)}</h2><p class="badges">${active ? badge("active", { kind: "succeeded" }) : badge("switched off")}</p></div>${close}</div>
      <dl class="facts">
        <dt>Delivers to</dt><dd>${stack === undefined ? code(address.text) : this.link({ kind: "stack", stack: `${this.#target.split("/")[0]}/${stack}` }, name(stack))}</dd>
        <dt>Events</dt><dd class="badges">${this.#events(row, Infinity)}</dd>
        <dt>Format</dt><dd>${FORMATS[format] ?? name(format)}</dd>
        <dt>Signature</dt><dd>${signed ? "Deliveries are signed with a key" : "Deliveries are not signed"}</dd>
        <dt>Name</dt><dd>${code(row.name)}</dd>
      </dl>
      <stackscope-deliveries .server=${this.server} .target=${this.#target} .webhook=${row.name} .host=${address.host || stack || ""} .chosen=${this.query["delivery"] ?? ""} .failedOnly=${this.query["failed"] === "yes"}
        @choose=${({ detail }: CustomEvent<string>) => this.setQuery({ delivery: detail }, { push: false })} @failed-only=${({ detail }: CustomEvent<boolean>) => this.setQuery({ failed: detail ? "yes" : "" })}></stackscope-deliveries>
    `;
  }

  #choose(webhook: string): void {
    if (webhook === this.#chosen) return;
    this.#focus.move();
    this.setQuery({ webhook, delivery: "", failed: "" }, { push: true });
  }

  readonly #close = async (): Promise<void> => {
    this.setQuery({ webhook: "", delivery: "", failed: "" }, { push: true });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".sheet-row .link")?.focus();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.#chosen === "" || event.defaultPrevented) return;
    event.preventDefault();
    void this.#close();
  };
}

function words(event: string): string {
  return event.replaceAll("_", " ");
}

define("stackscope-webhooks", Webhooks);
