/**
 * `<stackscope-diff-detail>`, a part of `<stackscope-diff>`: what unfolding a changed resource shows. What is its identity, what changed, and on request
 * its whole record on either side.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { copyButton } from "../ui/clipboard.js";
import { icon } from "../ui/icon.js";
import { placed } from "../ui/placed.js";
import { code, spelled } from "../ui/text.js";
import { value, type More } from "../ui/value.js";
import type { ValueAt } from "../worker/diff.js";
import type { ChangeDetail, ChangeRow } from "../worker/diff-shape.js";
import type { Shown } from "../worker/shown.js";
import type { View } from "./choice.js";
import type { Ignore } from "./ignore.js";
import "./properties.js";

const REASONS = {
  alias: "Known to be the same by an alias",
  identity: "Known to be the same by type, id and provider",
  children: "Its children moved",
} as const;
const LONGEST_ID = 160;
const PROPERTY_PX = 34;
const MOST_RESERVED_PX = 400;

export type Side = "old" | "new";

/** What a detail needs of the whole. */
export interface DetailContext {
  states: Readonly<Record<Side, number | undefined>>;
  view: View;
  ignore: Ignore;
  /** A link to the resource as it is on one side; nothing where that has no place of its own. */
  link: ResourceLink;
  /** Details that were read already, so that a row which comes back into view is there at once. */
  read: Map<string, ChangeDetail>;
}

export type ResourceLink = (side: Side, urn: string) => unknown;

const MOST_READ = 120;
const more: More = (where, from) => engine.call("diff.more", { where: where as ValueAt, from });

export class DiffDetail extends LitElement {
  static override styles = [
    shared,
    css`
:host {
  display: block;
  padding: var(--space-2) var(--space-4) var(--space-4) 2.5rem;
}

.facts {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0 var(--space-3);
  margin-bottom: var(--space-3);
  font-size: var(--text-sm);
}

.fact {
  display: grid;
  grid-column: 1 / -1;
  grid-template-columns: subgrid;
  align-items: baseline;
  padding-block: 0.2rem;
}

.fact dt {
  color: var(--muted);
}

.fact dd {
  min-width: 0;
  overflow-wrap: anywhere;
}

.fact .button-icon {
  width: 1.5rem;
  min-height: 1.5rem;
  margin-inline-start: var(--space-1);
  vertical-align: middle;
}

.becomes {
  display: inline-flex;
  margin-inline: var(--space-2);
  color: var(--muted);
  vertical-align: middle;
}

.becomes .icon {
  width: 0.875rem;
  height: 0.875rem;
}

.actions {
  align-items: center;
  margin-top: var(--space-3);
}

.record {
  margin-top: var(--space-3);
}

.record h3 {
  margin-bottom: var(--space-1);
  color: var(--muted);
  font-size: var(--text-sm);
  font-weight: 500;
}

.record[data-kind="create"] stackscope-value {
  --sunken: var(--create-tint);
}

.record[data-kind="delete"] stackscope-value {
  --sunken: var(--delete-tint);
}

@media (max-width: 46rem) {
  :host {
    padding-inline: var(--space-3);
  }
}
`,
  ];

  @property({ attribute: false }) row!: ChangeRow;
  @property({ attribute: false }) context!: DetailContext;
  @state() private detail: ChangeDetail | undefined;
  @state() private trouble = "";
  @state() private records: Partial<Record<Side, Shown | { failed: string }>> = {};
  #shown = "";
  /** The states that `records` are of. */
  #states: DetailContext["states"] | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { row, context } = this;
    const isOther = changed.has("row") && changed.get("row")?.key !== row.key;
    if (isOther) this.detail = undefined;
    if (isOther || this.#states?.old !== context.states.old || this.#states?.new !== context.states.new) this.records = {};
    this.#states = context.states;
    const key = readKey(row);
    if (key === this.#shown) return;
    this.#shown = key;
    this.trouble = "";
    this.detail = context.read.get(key) ?? this.detail;
    if (!context.read.has(key)) void this.#read(key);
    if (row.kind === "create") void this.#record("new");
    if (row.kind === "delete") void this.#record("old");
  }

  protected override render(): unknown {
    const { detail, row, context } = this;
    if (this.trouble) return html`<p class="error-text" role="alert">${this.trouble}</p>`;
    if (!detail) return html`<p class="hint waiting" ${placed({ "min-height": `${Math.min(MOST_RESERVED_PX, 64 + row.count * PROPERTY_PX)}px` })}>Reading…</p>`;
    return html`
      ${facts(detail)}
      ${detail.properties.total > 0
        ? html`<stackscope-diff-properties .first=${detail.properties} .next=${this.#next} .view=${context.view} .of=${row} .ignore=${context.ignore}></stackscope-diff-properties>`
        : html`<p class="hint">${nothingIn(row)}</p>`}
      ${this.#footer()}
    `;
  }

  #footer(): unknown {
    const { row, context, records } = this;
    const sides = (["old", "new"] as const).filter((side) => (side === "old" ? row.kind !== "create" : row.kind !== "delete"));
    const button = (side: Side): unknown =>
      html`<button type="button" class="button button-small" aria-expanded=${side in records} @click=${() => this.#toggle(side)}>${icon("file")}Whole ${side} record</button>`;
    return html`
      <div class="actions">
        ${sides.map(button)} ${sides.map((side) => context.link(side, side === "old" ? (this.detail?.oldUrn ?? row.urn) : row.urn))}
        <button type="button" class="button button-small" @click=${() => context.ignore({ urn: row.urn })}>${icon("mute")}Ignore this resource</button>
        <button type="button" class="button button-small" @click=${() => context.ignore({ type: row.type })}>${icon("mute")}Ignore this type</button>
      </div>
      ${sides.map((side) => {
        const record = records[side];
        if (!record) return nothing;
        return html`<section class="record" data-side=${side} data-kind=${sides.length === 1 ? row.kind : nothing}>
          <h3>In the ${side} state</h3>
          ${"failed" in record ? html`<p class="error-text" role="alert">${record.failed}</p>` : value(record, more)}
        </section>`;
      })}
    `;
  }

  #toggle(side: Side): void {
    if (!(side in this.records)) return void this.#record(side);
    const { [side]: _, ...rest } = this.records;
    this.records = rest;
  }

  async #record(side: Side): Promise<void> {
    const { row, context, detail } = this;
    const state = context.states[side];
    if (state === undefined) return;
    const known = detail ?? row;
    const id = "properties" in known ? (side === "old" ? (known.oldId ?? known.id) : known.id) : undefined;
    const urn = side === "old" && "oldUrn" in known && known.oldUrn !== undefined ? known.oldUrn : row.urn;
    const found = await engine.call("diff.record", { state, urn, ...(id !== undefined && { id }), ...(row.pendingDelete && { pendingDelete: true }) }).catch((error: Error) => ({ failed: error.message }));
    if (this.row.key === row.key && this.context.states[side] === state) this.records = { ...this.records, [side]: found };
  }

  async #read(key: string): Promise<void> {
    const { read } = this.context;
    try {
      const detail = await engine.call("diff.change", this.row.at);
      read.set(key, detail);
      const [oldest] = read.keys();
      if (read.size > MOST_READ && oldest !== undefined) read.delete(oldest);
      if (this.#shown === key) this.detail = detail;
    } catch (error) {
      if (this.#shown === key) this.trouble = (error as Error).message;
    }
  }

  readonly #next = async (from: number) => (await engine.call("diff.change", { ...this.row.at, from })).properties;
}

function readKey({ at, key }: ChangeRow): string {
  return `${at.diff} ${key}`;
}

function nothingIn({ kind }: ChangeRow): string {
  if (kind === "create") return "In the new state only.";
  if (kind === "delete") return "In the old state only.";
  return "No property differs.";
}

function facts({ urn, oldUrn, id, oldId, reason }: ChangeDetail): unknown {
  const fact = (term: string, words: unknown): unknown => html`<div class="fact"><dt>${term}</dt><dd>${words}</dd></div>`;
  const becomes = html`<span class="becomes"><span class="unseen"> becomes </span>${icon("arrow")}</span>`;
  return html`<dl class="facts">
    ${oldUrn !== undefined && oldUrn !== urn ? fact("Was", code(oldUrn, "breakable")) : nothing}
    ${fact("URN", html`${code(urn, "breakable")}${copyButton(urn, "Copy the URN")}`)}
    ${id || oldId ? fact("ID", oldId && id && oldId !== id ? html`${idCode(oldId)}${becomes}${idCode(id)}` : idCode(id ?? oldId ?? "")) : nothing}
    ${reason ? fact("Matched", REASONS[reason] ?? reason) : nothing}
  </dl>`;
}

/** An id with its middle left out where it is long; it can be copied whole. */
function idCode(id: string): unknown {
  if (id.length <= LONGEST_ID) return code(id, "breakable");
  const half = LONGEST_ID / 2;
  return html`<span title=${spelled(id)}>${code(`${id.slice(0, half)}…${id.slice(-half)}`, "breakable")}</span>${copyButton(id, "Copy the ID")}`;
}

define("stackscope-diff-detail", DiffDetail);
