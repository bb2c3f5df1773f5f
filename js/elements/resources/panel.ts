/**
 * `<stackscope-resource-panel>`: one resource in full. Part of other elements.
 *
 * In: `state`, its number in the worker; `record`; functions for what the person does. What can't be read is told in its place. While another record is
 * read, the last one stays.
 */
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type Result } from "../engine/engine.js";
import type { StackVersion } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { copyText } from "../ui/clipboard.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { absent, failed, isAbsent } from "../ui/panel.js";
import { code, name, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import "../ui/value.js";
import { value } from "../ui/value.js";
import type { Fields, Link, LinkKind } from "../worker/contents-record.js";
import type { RecordKey } from "../worker/contents-rows.js";
import { fieldList } from "./fields.js";
import { linkList } from "./links.js";
import { panelStyles } from "./panel-styles.js";
import { flagBadges } from "./row.js";
import { providerWords } from "./words.js";

type Resource = Result<"state.resource">;
type Links = Result<"state.links">;

/** Parts that begin closed. */
const CLOSED = ["record"];

export class ResourcePanel extends BaseElement {
  static override styles = [shared, panelStyles];

  @property({ attribute: false }) state: number | undefined;
  @property({ attribute: false }) record: RecordKey | undefined;
  /** Where the state is from, for links out of it. */
  @property({ attribute: false }) stack: StackVersion | undefined;
  @property({ attribute: false }) choose: ((key: RecordKey) => void) | undefined;
  @property({ attribute: false }) close: (() => void) | undefined;
  /** Lists what a provider manages. */
  @property({ attribute: false }) filter: ((provider: string) => void) | undefined;
  @state() private shown: { key: RecordKey; resource: Resource } | undefined;
  @state() private links: Links | undefined;
  @state() private whole: Result<"state.record"> | undefined;
  @state() private trouble: Error | undefined;
  @state() private linksTrouble: Error | undefined;
  @state() private wholeTrouble: Error | undefined;
  @state() private closed: ReadonlySet<string> = new Set(CLOSED);
  @query("h2") private heading!: HTMLElement | null;
  #asked = "";
  #stop = new AbortController();

  focusTitle(): void {
    this.heading?.focus();
    if (!this.heading) void this.updateComplete.then(() => this.heading?.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#asked = "";
  }

  protected override willUpdate(): void {
    const { state: id, record } = this;
    const asked = JSON.stringify([id, record]);
    if (asked === this.#asked || id === undefined || record === undefined) return;
    this.#asked = asked;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.trouble = undefined;
    void this.#read(id, record, this.#stop.signal);
  }

  async #read(id: number, key: RecordKey, signal: AbortSignal): Promise<void> {
    try {
      const resource = await engine.call("state.resource", { state: id, ...key }, { signal });
      this.shown = { key, resource };
      this.links = undefined;
      this.whole = undefined;
      this.wholeTrouble = undefined;
      announce(`Resource ${nameOf(key.urn)}`);
      if (!this.closed.has("record")) void this.#readWhole();
      void this.#readLinks(id, key, signal);
    } catch (error) {
      if (!signal.aborted) this.trouble = error as Error;
    }
  }

  async #readLinks(id: number, key: RecordKey, signal: AbortSignal): Promise<void> {
    this.linksTrouble = undefined;
    try {
      this.links = await engine.call("state.links", { state: id, ...key }, { signal });
    } catch (error) {
      if (!signal.aborted) this.linksTrouble = error as Error;
    }
  }

  protected override render(): unknown {
    const { record, shown, trouble } = this;
    if (!record) return nothing;
    const urn = shown?.key.urn ?? record.urn;
    const waiting = JSON.stringify(shown?.key) !== JSON.stringify(record) && !trouble;
    return html`
      <header>
        <div class="title">
          ${shown && !trouble ? this.#crumbs(shown.resource) : nothing}
          <h2 tabindex="-1">${name(nameOf(trouble ? record.urn : urn))}</h2>
          ${shown && !trouble ? html`<p class="kind">${code(shown.resource.type, "muted")} ${flagBadges(shown.resource.flags)}</p>` : nothing}
        </div>
        <button type="button" class="button-icon close" aria-label="Close" title="Close (Esc)" @click=${this.close}>${icon("close")}</button>
        ${shown && !trouble ? this.#jumps(shown.resource) : nothing}
      </header>
      <div class="body" ?data-waiting=${waiting}>
        ${trouble ? this.#trouble(trouble, record) : shown ? this.#body(shown.key, shown.resource) : html`<progress class="progress" aria-label="Reading the resource"></progress>`}
      </div>
    `;
  }

  #trouble(error: Error, { urn }: RecordKey): unknown {
    if (!isAbsent(error)) return failed(error, () => this.#again());
    return absent("This state has no such resource", { icon: "box", words: html`${code(urn, "breakable")} may have been renamed, deleted, or be of another version.` });
  }

  #crumbs({ parents }: Resource): unknown {
    if (parents.length === 0) return nothing;
    return html`<nav class="crumbs" aria-label="Parents">${parents.toReversed().map((parent, at) => html`${at > 0 ? html`<span aria-hidden="true">/</span>` : nothing}${this.#link(parent)}`)}</nav>`;
  }

  /** To the parts, with how much is in each. */
  #jumps({ inputs, outputs }: Resource): unknown {
    const { links } = this;
    const parts: [string, string, number | undefined][] = [
      ["inputs", "Inputs", inputs.total],
      ["outputs", "Outputs", outputs.total],
      ["dependencies", "Depends on", links?.dependencies.total],
      ["dependents", "Needed by", links?.dependents.total],
      ["children", "Children", links?.children.total],
    ];
    const shown = parts.filter(([, , total]) => total !== 0);
    return html`<nav class="jumps" aria-label="Parts of the resource">
      ${shown.map(
        ([part, words, total]) => html`<button type="button" class="jump" ?disabled=${total === undefined} @click=${() => this.#jump(part)}>${words}${total === undefined ? nothing : html` <span class="count">${count(total)}</span>`}</button>`,
      )}
    </nav>`;
  }

  async #jump(part: string): Promise<void> {
    this.closed = new Set([...this.closed].filter((closed) => closed !== part));
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`details[data-part="${part}"]`);
    found?.scrollIntoView({ block: "start" });
    found?.querySelector<HTMLElement>("summary")?.focus({ preventScroll: true });
  }

  #body(key: RecordKey, resource: Resource): unknown {
    const { inputs, outputs, rest, initErrors } = resource;
    return html`
      <div class="actions">
        ${this.link({ kind: "resource", urn: key.urn, view: "graph", ...within(this.stack) }, html`${icon("graph")}Graph`, { className: "button button-small" })}
        <button type="button" class="button button-small" aria-label="Copy URN" @click=${() => copyText(key.urn, "URN copied")}>${icon("copy")}URN</button>
        ${resource.id ? html`<button type="button" class="button button-small" aria-label="Copy ID" @click=${() => copyText(resource.id ?? "", "ID copied")}>${icon("copy")}ID</button>` : nothing}
        ${resource.flags.includes("provider") && this.filter
          ? html`<button type="button" class="button button-small" @click=${() => this.filter?.(key.urn)}>${icon("filter")}What it manages</button>`
          : nothing}
      </div>
      ${initErrors.length > 0
        ? html`<div class="notice" data-kind="delete">${icon("warning")}<div><p class="strong">It was created, but did not become ready</p>${initErrors.map((message) => html`<p class="breakable">${visible(message)}</p>`)}</div></div>`
        : nothing}
      ${this.#facts(key, resource)}
      ${this.#fields("inputs", "Inputs", inputs)}
      ${this.#fields("outputs", "Outputs", outputs)}
      ${this.#links("dependencies", "Depends on")}
      ${this.#links("dependents", "Needed by")}
      ${this.#links("children", "Children")}
      ${this.#fields("rest", "Other fields", rest)}
      ${this.#section("record", "Whole record", undefined, () => this.#record(key))}
    `;
  }

  #facts(key: RecordKey, { id, provider, created, modified, parent, parents }: Resource): unknown {
    const above = parents[0] ?? (parent === undefined ? undefined : { urn: parent, kinds: [], properties: [] });
    const fact = (term: string, content: unknown): unknown => html`<div class="fact"><dt>${term}</dt><dd>${content}</dd></div>`;
    return html`<dl class="facts">
      ${fact("URN", code(key.urn, "breakable"))}
      ${id === undefined ? nothing : fact("ID", code(id, "breakable"))}
      ${above ? fact("Parent", this.#link(above)) : nothing}
      ${provider ? fact("Provider", provider.urn === undefined ? code(provider.text, "breakable") : this.#link({ urn: provider.urn, kinds: [], properties: [] }, providerWords(provider.urn))) : nothing}
      ${created ? fact("Created", time(created)) : nothing}
      ${modified ? fact("Modified", time(modified)) : nothing}
    </dl>`;
  }

  #fields(part: string, title: string, fields: Fields): unknown {
    if (fields.total === 0) return nothing;
    return this.#section(part, title, fields.total, () => fieldList(fields));
  }

  #links(kind: LinkKind, title: string): unknown {
    const links = this.links?.[kind];
    const { key } = this.shown ?? {};
    if (links === undefined) return kind === "dependencies" ? this.#tying() : nothing;
    if (links.total === 0 || key === undefined) return nothing;
    const more = (from: number): Promise<{ rows: Link[]; total: number }> => engine.call("state.moreLinks", { state: this.state ?? 0, ...key, kind, from });
    return this.#section(kind, title, links.total, () => linkList(links, (link) => this.#link(link), more));
  }

  /** In the place of the links, as long as there are none. */
  #tying(): unknown {
    const { linksTrouble, state: id, shown } = this;
    if (linksTrouble && id !== undefined && shown) return failed(linksTrouble, () => void this.#readLinks(id, shown.key, this.#stop.signal));
    return html`<p class="hint">Looking for what it is tied to…</p>`;
  }

  #record(key: RecordKey): unknown {
    const { whole, wholeTrouble } = this;
    if (wholeTrouble) return failed(wholeTrouble, () => void this.#readWhole());
    if (!whole) return html`<p class="hint">Reading…</p>`;
    const copy = async (): Promise<void> => {
      try {
        await copyText(await engine.call("state.recordText", { state: this.state ?? 0, ...key }), "Record copied");
      } catch (error) {
        if (this.shown?.key === key) this.wholeTrouble = error as Error;
      }
    };
    return html`<p class="record-actions"><button type="button" class="button button-small" @click=${copy}>${icon("copy")}Copy as JSON</button></p>
      ${value(whole, (where, from) => engine.call("state.value", { where: where as never, from }))}`;
  }

  #section(part: string, title: string, total: number | undefined, body: () => unknown): unknown {
    const open = !this.closed.has(part);
    const toggle = (event: Event): void => {
      event.preventDefault();
      const closed = new Set(this.closed);
      if (!closed.delete(part)) closed.add(part);
      this.closed = closed;
      if (part === "record" && open === false) void this.#readWhole();
    };
    return html`<details ?open=${open} data-part=${part}>
      <summary @click=${toggle}>${icon("chevron")}<h3>${title}</h3>${total === undefined ? nothing : html`<span class="count">${count(total)}</span>`}</summary>
      ${open ? html`<div class="section">${body()}</div>` : nothing}
    </details>`;
  }

  /** Another resource: selected here; where `linkTo` knows an address, that too. */
  #link(link: Link, words?: string): unknown {
    const { urn, name: called, type, delete: deleted, id } = link;
    const content = words === undefined ? name(called ?? nameOf(urn)) : visible(words);
    if (words === undefined && called === undefined && type === undefined) return html`<span class="missing">${code(urn, "breakable")} <span class="badge" data-kind="error">missing</span></span>`;
    const key: RecordKey = { urn, ...(deleted && { delete: true }), ...(id !== undefined && { id }) };
    const href = this.linkTo?.({ kind: "resource", urn, ...within(this.stack) });
    const use = (event: MouseEvent): void => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || !this.choose) return;
      event.preventDefault();
      this.choose(key);
    };
    return href === undefined ? html`<button type="button" class="link" @click=${use}>${content}</button>` : html`<a class="link" href=${href} @click=${use}>${content}</a>`;
  }

  async #readWhole(): Promise<void> {
    const { state: id, shown } = this;
    if (id === undefined || !shown || this.whole) return;
    this.wholeTrouble = undefined;
    try {
      const whole = await engine.call("state.record", { state: id, ...shown.key });
      if (this.shown === shown) this.whole = whole;
    } catch (error) {
      if (this.shown === shown) this.wholeTrouble = error as Error;
    }
  }

  #again(): void {
    this.#asked = "";
    this.requestUpdate();
  }
}

/** What a link says of the stack. */
function within(stack: StackVersion | undefined): { stack?: string; version?: number } {
  const { stack: called, version } = stack ?? {};
  return { ...(called !== undefined && { stack: called }), ...(version !== undefined && { version }) };
}

/** The last part of a URN. */
function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::") || urn;
}

define("stackscope-resource-panel", ResourcePanel);

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-resource-panel": ResourcePanel;
  }
}
