/**
 * `<stackscope-integrity>`: the findings of the integrity check.
 *
 * In: `state`, and in `query` `q`, `severity` and `code`. Out: changes of these, and links to resources. A state that can't be read is told in its place.
 */
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type Result } from "../engine/engine.js";
import { isStackVersion, StateController } from "../engine/state-controller.js";
import type { StateSource } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { copyText } from "../ui/clipboard.js";
import { facetSelect, searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { empty, failed, loading } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { code, name, prose } from "../ui/text.js";
import type { FindingFilter, FindingGroup, FindingLine } from "../worker/contents-check.js";
import { meaningOf } from "./codes.js";
import type { IntegrityElement } from "./public.js";
import { integrityStyles } from "./styles.js";

type Counts = Result<"state.findingCounts">;

export class Integrity extends BaseElement implements IntegrityElement {
  static override styles = [shared, integrityStyles];

  @property() state: StateSource | undefined;
  @state() private counts: Counts | undefined;
  @state() private trouble: Error | undefined;
  @state() private closed: readonly string[] = [];

  readonly #state = new StateController(this, () => ({ source: this.state, server: this.server }));
  readonly #rows: Rows<FindingGroup | FindingLine> = new Rows<FindingGroup | FindingLine>(this, {
    label: "Findings",
    estimate: 76,
    page: (offset, limit, signal) => this.#page(offset, limit, signal),
    activate: (row) => this.#activate(row),
    failed: (error) => (this.trouble = error),
    key: ({ key }, row) => {
      if (row.row !== "group" || (key !== "ArrowLeft" && key !== "ArrowRight")) return false;
      if (row.open === (key === "ArrowLeft")) this.#fold(row.code);
      return true;
    },
  });
  #asked = "";
  #askedClosed = "";

  get #filter(): FindingFilter {
    const { q, severity, code: kind } = this.query;
    return { ...(q && { text: q }), ...(severity && { severity }), ...(kind && { code: kind }) };
  }

  protected override willUpdate(): void {
    const id = this.#state.latest?.id;
    if (id === undefined) return;
    const asked = JSON.stringify([id, this.#filter]);
    const closed = String(this.closed);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#askedClosed = closed;
      this.trouble = undefined;
      this.#rows.reset();
      void this.#count(id, asked);
    } else if (closed !== this.#askedClosed) {
      this.#askedClosed = closed;
      this.#rows.reset({ keep: true });
    }
  }

  protected override render(): unknown {
    const { reading, latest } = this.#state;
    if (reading.status === "failed") return failed(reading.error, () => this.#state.retry());
    if (!latest) return reading.status === "reading" ? loading("Reading the state", reading.progress) : nothing;
    if (this.trouble) return failed(this.trouble, () => this.#again());
    if (!this.counts) return loading("Checking the state");
    if (this.counts.total === 0) return this.#well(latest.summary.counts.resources);
    return html`<div class="view">${this.#toolbar(this.counts)}${this.#list()}</div>`;
  }

  #well(resources: number): unknown {
    return html`<div class="blank well">
      <span class="seal" data-kind="create">${icon("check")}</span>
      <h2>All is well</h2>
      <p>Each of the ${counted(resources, "resource")} has a proper URN, and all it refers to (parent, provider, dependencies) is there and stands before it. No operation was interrupted.</p>
    </div>`;
  }

  #toolbar({ total, errors, warnings, codes }: Counts): unknown {
    const chosen = this.query["severity"] ?? "";
    const card = (value: string, words: string, n: number, name: IconName, kind?: string): unknown => html`<button
      type="button"
      class="card tally"
      data-kind=${kind ?? nothing}
      aria-pressed=${chosen === value}
      @click=${() => this.setQuery({ severity: value, code: undefined })}
    >
      <span class="tally-icon">${icon(name)}</span><span class="tally-count">${count(n)}</span><span class="muted">${words}</span>
    </button>`;
    return html`<div class="tallies" role="group" aria-label="Severity">
        ${card("", total === 1 ? "finding" : "findings", total, "list")}
        ${card("error", errors === 1 ? "error" : "errors", errors, "warning", "error")}
        ${card("warning", warnings === 1 ? "warning" : "warnings", warnings, "note", "warning")}
      </div>
      <div class="toolbar">
        ${searchField({ value: this.query["q"] ?? "", label: "Search findings", onInput: (q) => this.setQuery({ q }) })}
        ${facetSelect("Kind", codes.map((facet) => ({ ...facet, words: meaningOf(facet.value).title })), this.query["code"] ?? "", (kind) => this.setQuery({ code: kind }))}
        <button type="button" class="button" @click=${this.#copy}>${icon("copy")}Copy as Markdown</button>
      </div>`;
  }

  #list(): unknown {
    if (this.#rows.total === 0) {
      const clear = (): void => this.setQuery({ q: undefined, severity: undefined, code: undefined });
      return empty("filter", "No finding passes the filters", nothing, html`<button type="button" class="button" @click=${clear}>Clear the filters</button>`);
    }
    return html`<div class="card list">${this.#rows.render((row, _, active) => (row.row === "group" ? this.#group(row) : this.#finding(row, active)))}</div>`;
  }

  #group({ code: kind, severity, count: n, repair, open }: FindingGroup): unknown {
    const { title, why } = meaningOf(kind);
    return html`<div class="group" @click=${() => this.#fold(kind)}>
      <span class="twist" data-open=${open} aria-hidden="true">${icon("chevron")}</span>
      <div class="group-text">
        <h2>${severity === "error" ? icon("warning", "error-text") : icon("note", "warning-text")}<span class="unseen">${severity}: </span>${title}<span class="count">${count(n)}</span>${title === kind ? nothing : code(kind, "hint")}</h2>
        ${why ? html`<p class="muted">${why}</p>` : nothing}
        <p class="repair"><span class="label">Repair</span> ${prose(repair)}</p>
      </div>
    </div>`;
  }

  #finding({ urn, name: called, type, path, message, repair }: FindingLine, active: boolean): unknown {
    const about = called === undefined ? undefined : html`${name(called)}`;
    return html`<div class="finding">
      <div class="subject">
        ${urn === undefined ? html`<span class="strong">The state as a whole</span>` : this.#link(urn, about ?? code(urn, "breakable"), active)}
        ${type ? code(type, "muted") : nothing}
        ${path ? html`<span class="badge">${code(path)}</span>` : nothing}
      </div>
      <p class="message">${prose(message)}</p>
      ${repair ? html`<p class="repair"><span class="label">Repair</span> ${prose(repair)}</p>` : nothing}
    </div>`;
  }

  #link(urn: string, content: unknown, active: boolean): unknown {
    return this.link(this.#target(urn), content, { title: urn, reach: active });
  }

  #target(urn: string) {
    const { state: source } = this;
    const { stack, version } = source !== undefined && isStackVersion(source) ? source : { stack: undefined, version: undefined };
    return { kind: "resource", urn, ...(stack !== undefined && { stack }), ...(version !== undefined && { version }) } as const;
  }

  #activate(row: FindingGroup | FindingLine): void {
    if (row.row === "group") this.#fold(row.code);
    else if (row.urn !== undefined) this.renderRoot.querySelector<HTMLElement>(`.row-slot[data-index="${this.#rows.active}"] .subject .link`)?.click();
  }

  #fold(kind: string): void {
    this.closed = this.closed.includes(kind) ? this.closed.filter((other) => other !== kind) : [...this.closed, kind];
  }

  async #page(offset: number, limit: number, signal: AbortSignal) {
    const id = this.#state.latest?.id;
    if (id === undefined) return { rows: [], total: 0 };
    return engine.call("state.findings", { state: id, filter: this.#filter, closed: this.closed, offset, limit }, { signal });
  }

  async #count(id: number, asked: string): Promise<void> {
    try {
      const counts = await engine.call("state.findingCounts", { state: id, filter: this.#filter });
      if (this.#asked !== asked) return;
      this.counts = counts;
      announce(counts.total === 0 ? "The check found nothing wrong" : counted(counts.codes.reduce((sum, { count: n }) => sum + n, 0), "finding"));
    } catch (error) {
      if (this.#asked === asked) this.trouble = error as Error;
    }
  }

  readonly #copy = async (): Promise<void> => {
    const id = this.#state.latest?.id;
    if (id === undefined) return;
    try {
      await copyText(await engine.call("state.findingsMarkdown", { state: id }), "Findings copied as Markdown");
    } catch (error) {
      this.trouble = error as Error;
    }
  };

  #again(): void {
    this.#asked = "";
    this.trouble = undefined;
  }
}

define("stackscope-integrity", Integrity);
