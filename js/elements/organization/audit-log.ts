/**
 * `<stackscope-audit-log>`: who did what in an organisation, newest first.
 *
 * In: `organization` and `server`; the filters stand in `query`. Out: links to stacks and updates, and a file on export. Entries are read as one scrolls;
 * the search looks through what was read.
 */
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { serverId, serverName } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { table } from "../styles/table.js";
import { announce } from "../ui/announce.js";
import { saveText } from "../ui/clipboard.js";
import { counted, exact, moment } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, loading } from "../ui/panel.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { code, name, prose, spelled } from "../ui/text.js";
import { time } from "../ui/time.js";
import { value } from "../ui/value.js";
import type { AuditFilter, AuditPage, AuditRow } from "../worker/organization-audit.js";
import type { Shown } from "../worker/shown.js";
import { Asked } from "./asked.js";
import { spanOf } from "./audit-range.js";
import { auditStyles } from "./audit-styles.js";
import { auditToolbar } from "./audit-toolbar.js";
import { Listing } from "./listing.js";
import { badge, halted, sheet, trouble, type Refusals } from "./parts.js";
import type { AuditLogElement } from "./public.js";

const COLUMNS = [{ words: "Time" }, { words: "Event" }, { words: "Who" }, { words: "Address" }];
const FURTHER = 1000;
const REFUSALS: Refusals = { lacks: "This server has no audit log", hidden: "You may not see the audit log" };

export class AuditLog extends BaseElement implements AuditLogElement {
  static override styles = [shared, table, auditStyles];

  @property() organization: string = "";
  @state() private open: number | undefined;
  @state() private exporting = false;
  @state() private reading = false;
  @state() private problem: EngineError | undefined;
  /** What "the last days" count from. */
  #now = Date.now();
  readonly #types = new Asked<{ event: string; title: string }[]>(
    this,
    () => (this.#ready ? [serverName(this.server), this.organization] : undefined),
    async (signal) => engine.call("audit.types", { server: await serverId(this.server ?? ""), organization: this.organization }, { signal }),
  );
  readonly #list: Listing<AuditRow, AuditPage> = new Listing(this, {
    label: "Entries of the audit log",
    role: "rowgroup",
    estimate: 56,
    of: () => (this.#ready ? [[serverName(this.server), this.organization], this.#filter, this.query["q"] ?? ""] : undefined),
    page: async (offset, limit, signal) => engine.call("audit.list", { ...(await this.#which()), text: this.query["q"] ?? "", offset, limit }, { signal }),
    activate: (row) => this.#toggle(row),
  });
  readonly #entry: Asked<[name: string, value: Shown][]> = new Asked(
    this,
    () => (this.#ready && this.open !== undefined ? [serverName(this.server), this.organization, this.#filter, this.#list.round, this.open] : undefined),
    async (signal) => engine.call("audit.entry", { ...(await this.#which()), at: this.open ?? 0 }, { signal }),
  );

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the audit log anew", run: () => this.#refresh() }]);
  }

  get #ready(): boolean {
    return this.server !== undefined && this.organization !== "";
  }

  get #filter(): AuditFilter {
    const { event, user } = this.query;
    return { ...spanOf(this.query, this.#now), ...(event && { event }), ...(user && { user }) };
  }

  protected override render(): unknown {
    const { error, lost, page } = this.#list;
    if (!this.#ready) return nothing;
    if (error && page === undefined && !this.#isFiltered) return trouble(error, "clock", REFUSALS, () => this.#list.retry());
    return html`
      ${auditToolbar({ query: this.query, types: this.#types.value ?? [], users: page?.users ?? [], exporting: this.exporting, set: (patch) => this.#set(patch), refresh: () => this.#refresh(), save: () => void this.#save(), status: page && page.total > 0 ? this.#readSoFar(page) : nothing })}
      ${this.problem ? html`<p class="notice above" data-kind="error" role="alert"><span>This did not work: ${prose(this.problem.message)}</span></p>` : nothing}
      ${error && lost ? trouble(error, "clock", REFUSALS, () => this.#list.retry()) : page === undefined ? loading("Reading the audit log") : this.#entries(page)}
      ${error && !lost ? halted(error, () => this.#list.retry({ keep: true })) : nothing}
    `;
  }

  #entries(page: AuditPage): unknown {
    const { rows, stale } = this.#list;
    if (page.total === 0) return html`${this.#none(page)}`;
    return html`${sheet({ label: "Entries of the audit log", columns: COLUMNS, total: page.total, stale }, rows.render((row, _, active) => this.#row(row, active)))}
      ${this.query["q"] && !page.ended ? html`<div class="actions after">${this.#further()}</div>` : nothing}`;
  }

  #readSoFar({ total, read, ended, oldest }: AuditPage): unknown {
    const date = moment(oldest);
    const back = date && read > 0 ? ` back to ${exact(date)}` : "";
    const found = this.query["q"] ? `${counted(total, "match", "matches")} in ` : "";
    return `${found}${counted(read, "entry", "entries")}${ended ? "" : " read"}${back}${ended || this.query["q"] ? "" : "; older ones follow as you scroll"}`;
  }

  #none({ read, ended }: AuditPage): unknown {
    const q = this.query["q"];
    if (q && read > 0) return empty("search", "No entry matches", html`None of ${counted(read, "entry", "entries")} read so far holds ${code(q)}.`, html`${ended ? nothing : this.#further()}<button type="button" class="button" @click=${() => this.#set({ q: "" })}>Clear the search</button>`);
    if (!this.#isFiltered) return empty("clock", "Nothing in the audit log", "Whatever is done in the organisation is listed here.");
    const wider = this.query["range"] ? html`<button type="button" class="button" @click=${() => this.#set({ range: "", from: "", to: "" })}>Look at any time</button>` : nothing;
    return empty("clock", this.query["range"] ? "No entries in this span" : "No entries", this.query["range"] ? "Nothing that fits the filters happened then. A wider span may hold some." : "No entry fits the filters.", html`${wider}<button type="button" class="button" @click=${() => this.#set({ range: "", from: "", to: "", event: "", user: "", q: "" })}>Clear all filters</button>`);
  }

  #further(): unknown {
    return html`<button type="button" class="button" ?disabled=${this.reading} @click=${() => void this.#readFurther()}>${icon("search")}${this.reading ? "Reading…" : `Search ${counted(FURTHER, "older entry", "older entries")}`}</button>`;
  }

  #row(row: AuditRow, active: boolean): unknown {
    const { at, event, description, actor, login, token, address, refused, stack, update } = row;
    const open = at === this.open;
    const about = stack === undefined ? nothing : this.link(update === undefined ? { kind: "stack", stack } : { kind: "update", stack, update }, name(stack.split("/").slice(1).join("/")), { className: "link about", label: update === undefined ? `Stack ${spelled(stack)}` : `Update of ${spelled(stack)}`, reach: active });
    return html`<div class="entry" ?data-open=${open}>
      <div class="sheet-row" data-choose @click=${(clicked: Event) => this.#clicked(clicked, row)}>
        <div class="hint" role="cell">${time(row.time)}</div>
        <div class="lines" role="cell"><span class="badges"><button type="button" class="unfold" aria-expanded=${open} tabindex=${active ? 0 : -1}>${icon("chevron")}${name(event || "event")}</button>${refused ? badge("refused", { kind: "error" }) : nothing}${about}</span><span class="hint what">${name(description)}</span></div>
        <div class="lines" role="cell">${name(actor || "unknown")}${login && login !== actor ? html`<span class="hint">${name(login)}</span>` : nothing}${token ? html`<span class="hint">by token ${name(token)}</span>` : nothing}</div>
        <div class="hint" role="cell">${address ? code(address) : nothing}</div>
      </div>
      ${open ? html`<div class="fields" role="cell">${this.#fields(row)}</div>` : nothing}
    </div>`;
  }

  #fields({ login, time: at }: AuditRow): unknown {
    const { value: fields, error } = this.#entry;
    if (error) return trouble(error, "clock", REFUSALS, () => this.#entry.again());
    if (!fields) return loading("Reading the entry");
    const date = moment(at);
    return html`<dl class="facts">${fields.map(([field, shown]) => html`<div><dt>${code(field)}</dt><dd>${value(shown)}${field === "timestamp" && date ? html` <span class="hint">${exact(date)}</span>` : nothing}</dd></div>`)}</dl>
      ${login && login !== this.query["user"] ? html`<button type="button" class="button button-small" @click=${() => this.#set({ user: login })}>${icon("filter")}<span>Only what ${name(login)} did</span></button>` : nothing}`;
  }

  get #isFiltered(): boolean {
    return ["range", "event", "user", "q"].some((field) => this.query[field]);
  }

  #clicked(event: Event, row: AuditRow): void {
    if ((event.target as Element).closest("a, .about") === null) this.#toggle(row);
  }

  #toggle({ at }: AuditRow): void {
    this.open = at === this.open ? undefined : at;
  }

  #set(patch: Record<string, string>): void {
    this.#now = Date.now();
    this.open = undefined;
    this.problem = undefined;
    this.setQuery(patch, { push: !("q" in patch) });
  }

  #refresh(): void {
    this.#now = Date.now();
    this.open = undefined;
    this.problem = undefined;
    this.#list.refresh();
  }

  async #readFurther(): Promise<void> {
    this.reading = true;
    try {
      await engine.call("audit.further", { ...(await this.#which()), entries: FURTHER });
      this.#list.retry({ keep: true });
    } catch (error) {
      this.problem = error as EngineError;
    } finally {
      this.reading = false;
    }
  }

  async #save(): Promise<void> {
    this.exporting = true;
    this.problem = undefined;
    try {
      const { round: _, ...which } = await this.#which();
      saveText(`${this.organization}-audit-log.csv`, await engine.call("audit.export", which), "text/csv");
      announce("The audit log was exported");
    } catch (error) {
      this.problem = error as EngineError;
    } finally {
      this.exporting = false;
    }
  }

  async #which() {
    return { server: await serverId(this.server ?? ""), organization: this.organization, round: this.#list.round, filter: this.#filter };
  }
}

define("stackscope-audit-log", AuditLog);
