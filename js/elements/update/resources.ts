/**
 * `<stackscope-update-resources>`, a part of `<stackscope-update>`: what happened to each resource, and when, as bars on one axis of time. A row unfolds
 * into all that the log says about its resource.
 *
 * In: the number of a log, and its figures. Out: `stackscope-query`. What fails is said in its own place.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine } from "../engine/engine.js";
import type { ReadyLog } from "../engine/log-controller.js";
import type { StackUpdate } from "../public.js";
import { shared } from "../styles/shared.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import type { More } from "../ui/value.js";
import type { LogFilter, LogOrder, LogResource, LogRow } from "../worker/log-rows.js";
import type { LogWhere } from "../worker/log.js";
import { axisOf, axisTicks, type Axis } from "./axis.js";
import { barStyles } from "./bar-styles.js";
import type { MoreLines } from "./changes.js";
import { detail } from "./detail.js";
import { partStyles } from "./part-styles.js";
import { resourceStyles } from "./resource-styles.js";
import { filteredNotice, orderOf, toolbar } from "./resource-toolbar.js";
import { legend, resourceRow } from "./row.js";

const TICK_MS = 1000;
const LONGEST_URN = 4096;

export class UpdateResources extends BaseElement {
  static override styles = [shared, partStyles, barStyles, resourceStyles];

  @property({ attribute: false }) log: ReadyLog | undefined;
  /** Of a server's update: where its resources stand in a state. */
  @property({ attribute: false }) source: StackUpdate | undefined;
  @state() private open: ReadonlySet<string> = new Set();
  @state() private details: ReadonlyMap<string, LogResource | Error> = new Map();
  @state() private trouble: Error | undefined;
  /** The resource that the query names passes no filter. */
  @state() private filteredOut = false;
  #asked = "";
  #wanted: string | undefined;
  #sought = "";
  #tick: ReturnType<typeof setInterval> | undefined;

  readonly #rows = new Rows<LogRow>(this, {
    label: "Resources",
    role: "rowgroup",
    estimate: 37,
    page: async (offset, limit, signal) => {
      const { log, filter } = this;
      if (!log || filter === undefined) return { rows: [], total: 0 };
      const page = await engine.call("log.resources", { log: log.id, filter, offset, limit }, { signal });
      this.trouble = undefined;
      return page;
    },
    activate: (row) => this.#toggle(row.urn),
    key: (event, row) => this.#fold(event, row),
    failed: (error) => (this.trouble = error),
  });

  /** Undefined where nothing fits. */
  get filter(): LogFilter | undefined {
    const { q, status, same } = this.query;
    const order = this.order;
    const ops = Object.keys(this.log?.facts.ops ?? {});
    const chosen = this.chosenOps;
    const shown = ops.filter((op) => (op === "same" ? same === "1" && chosen.length === 0 : chosen.length === 0 || chosen.includes(op)));
    if (shown.length === 0) return undefined;
    return { ...(shown.length < ops.length && { op: shown }), ...(status && { status: [status] }), ...(q && { text: q }), ...(order !== "log" && { order }) };
  }

  get order(): LogOrder | "log" {
    return this.log ? orderOf(this.query, this.log) : "log";
  }

  get chosenOps(): string[] {
    return this.query["op"]?.split(",").filter(Boolean) ?? [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#tick = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { log, query } = this;
    const before = changed.get("log") as ReadyLog | undefined;
    if (changed.has("log") && before?.id !== log?.id) {
      this.open = new Set();
      this.details = new Map();
      this.#wanted = undefined;
      this.#sought = "";
    }
    const asked = JSON.stringify([log?.id, query["q"], query["op"], query["status"], query["same"], this.order]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.filteredOut = false;
      this.#rows.reset();
    } else if (changed.has("log") && before?.facts !== log?.facts) {
      this.#rows.reset({ keep: true });
      for (const urn of this.open) void this.#read(urn);
    }
    if (query["urn"] !== this.#wanted) {
      this.filteredOut = false;
      this.#wanted = query["urn"];
      if (this.#wanted !== undefined) this.#unfold(this.#wanted);
    }
    this.#keepTime(Boolean(log?.live));
  }

  protected override updated(): void {
    void this.#seek();
  }

  protected override render(): unknown {
    const { log, trouble } = this;
    if (!log) return nothing;
    return html`${this.#toolbar(log)}${this.filteredOut ? filteredNotice(() => this.#clear()) : nothing}${trouble ? failed(trouble, () => this.#rows.reset({ keep: true })) : this.#table(log)}`;
  }

  #clear(): void {
    this.#sought = "";
    this.setQuery({ same: "1", q: "", op: "", status: "" }, { push: true });
  }

  #toolbar(log: ReadyLog): TemplateResult {
    const { query, chosenOps: ops, order } = this;
    const total = this.filter === undefined ? undefined : this.#rows.total;
    return toolbar({ log, query, ops, order, total, choose: (patch, push) => this.setQuery(patch, { push }) });
  }

  #table(log: ReadyLog): unknown {
    const { facts, live } = log;
    const total = this.#rows.total;
    const nothingFits = this.filter === undefined || total === 0;
    const axis = axisOf(facts, live, Date.now() - log.heardAt);
    return html`
      <h2 class="unseen">Resources</h2>
      ${nothingFits ? this.#none(log) : nothing}
      <div class="sheet" role="table" aria-label="Resources" aria-rowcount=${(total ?? 0) + 1} ?hidden=${nothingFits}>
        <div class="head" role="row" aria-rowindex="1">
          <span role="columnheader" class="head-op"><span class="unseen">Operation</span></span>
          <span role="columnheader">Resource</span>
          <span role="columnheader" class="head-type">Type</span>
          <span role="columnheader">Status</span>
          <span role="columnheader" class="num">Took</span>
          <span role="columnheader" class="head-axis"><span class="unseen">Time</span>${axis ? axisTicks(axis) : nothing}</span>
        </div>
        ${this.#rows.render((row, _, active) => this.#row(row, active, axis, log))}
      </div>
      ${nothingFits ? nothing : legend(log)}`;
  }

  #row(row: LogRow, active: boolean, axis: Axis | undefined, log: ReadyLog): TemplateResult {
    const isOpen = this.open.has(row.urn);
    const toggle = (): void => this.#toggle(row.urn);
    const { facts, live } = log;
    return html`${resourceRow(row, { axis, isOpen, active, isPreview: facts.isPreview, resolution: facts.timeResolutionSeconds, now: live ? axis?.now : undefined, toggle })}
    ${isOpen ? html`<div role="cell" class="row-detail">${this.#detail(row, log)}</div>` : nothing}`;
  }

  #detail({ urn }: LogRow, { id, facts }: ReadyLog): unknown {
    const found = this.details.get(urn);
    if (found === undefined) return html`<p class="muted detail-waiting">Reading…</p>`;
    if (found instanceof Error) return failed(found, () => void this.#read(urn));
    const more: More = (where, from) => engine.call("log.rest", { log: id, where: where as LogWhere, from });
    const moreLines: MoreLines = (at, from) => engine.call("log.propertyLines", { log: id, urn, at, from });
    return detail(found, { more, moreLines, whole: (at) => engine.call("log.message", { log: id, at }), isPreview: facts.isPreview, start: facts.startTime, resolution: facts.timeResolutionSeconds, go: (to) => this.#go(to), link: this.#stateLink(found) });
  }

  #stateLink({ row }: LogResource): unknown {
    const { source, log } = this;
    const version = log?.update?.version;
    if (!source || log?.live || log?.facts.isPreview || row.op === "delete" || version === undefined) return nothing;
    return this.link({ kind: "resource", urn: row.urn, stack: source.stack, version }, html`${icon("external")} Open in version ${version}`);
  }

  #none({ facts, live }: ReadyLog): unknown {
    if (this.#rows.total === undefined) return nothing;
    const { q, status, op, same } = this.query;
    if (q || status || op) {
      const clear = (): void => this.setQuery({ q: "", status: "", op: "" }, { push: true });
      return empty("search", "No resource fits", "No resource of this update passes the filters.", html`<button type="button" class="button" @click=${clear}>Clear the filters</button>`);
    }
    if (facts.ops["same"] && same !== "1") {
      const show = html`<button type="button" class="button" @click=${() => this.setQuery({ same: "1" }, { push: true })}>Show unchanged resources</button>`;
      return empty("check", live ? "Nothing has changed so far" : facts.isPreview ? "Nothing would change" : "Nothing changed", `${counted(facts.ops["same"], "resource")} stayed as ${facts.ops["same"] === 1 ? "it was" : "they were"}.`, show);
    }
    return empty("box", live ? "No resource yet" : "No resources", live ? "Rows appear as the engine comes to them." : "This log names no resource.");
  }

  #toggle(urn: string): void {
    if (!this.open.has(urn)) {
      this.#wanted = urn;
      this.#sought = urn;
      // A stand-in for a long one means nothing elsewhere.
      this.setQuery({ urn: urn.length > LONGEST_URN ? "" : urn }, { push: false });
      return this.#unfold(urn);
    }
    const open = new Set(this.open);
    open.delete(urn);
    this.open = open;
    if (this.query["urn"] === urn) {
      this.#wanted = undefined;
      this.setQuery({ urn: "" });
    }
  }

  #unfold(urn: string): void {
    this.open = new Set(this.open).add(urn);
    void this.#read(urn);
  }

  #fold(event: KeyboardEvent, { urn }: LogRow): boolean {
    const wants = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (wants === undefined || wants === this.open.has(urn)) return false;
    this.#toggle(urn);
    return true;
  }

  #go(urn: string): void {
    this.#sought = "";
    this.setQuery({ urn, q: "", op: "", status: "" }, { push: true });
  }

  async #read(urn: string): Promise<void> {
    const id = this.log?.id;
    if (id === undefined) return;
    const set = (found: LogResource | Error): void => {
      if (this.log?.id === id) this.details = new Map(this.details).set(urn, found);
    };
    try {
      const found = await engine.call("log.resource", { log: id, urn });
      if (found) set(found);
      else if (!this.log?.live) set(new Error("the log does not name this resource"));
    } catch (error) {
      set(error as Error);
    }
  }

  /** Brings the row that the query names into view, once. One that is hidden only because it is unchanged is shown; other filters are the person's to clear. */
  async #seek(): Promise<void> {
    const { log } = this;
    const urn = this.query["urn"];
    if (!log || urn === undefined || urn === this.#sought || log.facts.rows === 0) return;
    this.#sought = urn;
    const { filter } = this;
    const held = focused();
    const isOver = (): boolean => this.log?.id !== log.id || this.query["urn"] !== urn || JSON.stringify(this.filter) !== JSON.stringify(filter);
    const position = (among: LogFilter): Promise<number> => engine.call("log.position", { log: log.id, filter: among, urn });
    try {
      const at = filter === undefined ? -1 : await position(filter);
      if (isOver()) return;
      if (at >= 0) return this.#rows.scrollTo(at, { focus: focused() === held, align: "auto" });
      const isThere = (await position({})) >= 0;
      if (isOver() || !isThere) return;
      const { same, q, op, status } = this.query;
      if (q || op || status || same === "1") {
        this.filteredOut = true;
        return;
      }
      this.#sought = "";
      this.setQuery({ same: "1" });
    } catch (error) {
      this.trouble = error as Error;
    }
  }

  #keepTime(live: boolean): void {
    if (!live) {
      clearInterval(this.#tick);
      this.#tick = undefined;
    } else this.#tick ??= setInterval(() => this.requestUpdate(), TICK_MS);
  }
}

/** What has the focus, also within shadow trees. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

define("stackscope-update-resources", UpdateResources);
