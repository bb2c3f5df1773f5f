/**
 * `<stackscope-search>`: resources of all stacks of an organisation by Pulumi's search syntax, with facets.
 *
 * In: `organization` and `server`; query, order and facets stand in `query`. Out: links to resources and stacks, and a file on export. A query that the
 * server does not understand and a server without search are said in the list's place.
 */
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { serverId, serverName } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { table } from "../styles/table.js";
import { announce } from "../ui/announce.js";
import { saveText } from "../ui/clipboard.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, loading } from "../ui/panel.js";
import { code, name, prose } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { FoundPage, FoundRow } from "../worker/organization-search.js";
import { Listing } from "./listing.js";
import { badge, halted, sheet, trouble, type Refusals } from "./parts.js";
import type { SearchElement } from "./public.js";
import { facetList } from "./search-facets.js";
import { isPlain, toggled } from "./search-query.js";
import { searchStyles } from "./search-styles.js";

const EXAMPLES = ["type:aws:s3/bucket:Bucket", "package:kubernetes", "project:web stack:prod", "protected:true", "-stack:dev logs"];
const SORTS = [
  ["", "Best match first"],
  ["name", "Name"],
  ["type", "Type"],
  ["project", "Project"],
  ["stack", "Stack"],
  ["-modified", "Changed last"],
  ["-created", "Created last"],
] as const;
const COLUMNS = [{ words: "Resource" }, { words: "Stack" }, { words: "Changed", end: true }];
const REFUSALS: Refusals = { lacks: "This server has no search over resources", hidden: "You may not search the resources" };

export class Search extends BaseElement implements SearchElement {
  static override styles = [shared, table, searchStyles];

  @property() organization: string = "";
  @state() private facetsOpen = false;
  @state() private busy: "parse" | "export" | undefined;
  @state() private problem: { words: string; error: EngineError } | undefined;
  /** Whether the server turned out not to understand plain words. */
  @state() private wordless = false;
  @query("#query") private field!: HTMLInputElement | null;
  readonly #list: Listing<FoundRow, FoundPage> = new Listing(this, {
    label: "Resources found",
    role: "rowgroup",
    estimate: 60,
    of: () => (this.server === undefined || this.organization === "" ? undefined : [[serverName(this.server), this.organization], this.#query, this.#sort]),
    page: async (offset, limit, signal) => engine.call("search.find", { ...(await this.#which()), offset, limit }, { signal }),
    heard: ({ count: n }) => this.#heard(n),
    activate: (row) => this.#follow(row),
  });
  #told = "";

  get #query(): string {
    return this.query["q"] ?? "";
  }

  get #sort(): string {
    return this.query["sort"] ?? "";
  }

  protected override updated(changed: Map<string, unknown>): void {
    const { field } = this;
    if (changed.has("query") && field && field !== (this.renderRoot as ShadowRoot).activeElement) field.value = this.#query;
  }

  protected override render(): unknown {
    const { error, lost, page } = this.#list;
    if (this.server === undefined || this.organization === "") return nothing;
    if (error && lost && ["unsupported", "forbidden", "plan_required"].includes(error.code ?? "")) return trouble(error, "search", REFUSALS, () => this.#list.retry());
    return html`<div class="view">
      <form class="ask" role="search" @submit=${this.#submit}>
        <label class="search">${icon("search")}<input id="query" class="field" type="search" autocomplete="off" spellcheck="false" aria-label="Search resources" placeholder="type:aws:s3/bucket:Bucket stack:prod" value=${this.#query} @search=${this.#submit}></label>
        <button type="submit" class="button button-main">Search</button>
        <select class="field" aria-label="Order" @change=${({ target }: Event) => this.#set({ sort: (target as HTMLSelectElement).value })}>
          ${SORTS.map(([value, words]) => html`<option value=${value} ?selected=${value === this.#sort}>${words}</option>`)}
        </select>
        <button type="button" class="button" ?disabled=${this.busy === "export"} title="Everything that is found, as CSV" @click=${() => void this.#save()}>${icon("export")}${this.busy === "export" ? "Exporting…" : "CSV"}</button>
      </form>
      <div class="tries"><span class="muted">Try</span>${EXAMPLES.map((example) => html`<button type="button" class="button-link" @click=${() => this.#set({ q: example })}>${code(example)}</button>`)}</div>
      ${this.#words()}
      ${this.problem ? html`<p class="notice" data-kind="error" role="alert"><span>${this.problem.words} ${prose(this.problem.error.message)}</span></p>` : nothing}
      ${error && lost ? this.#misunderstood(error) : page === undefined ? loading("Searching") : this.#result(page)}
      ${error && !lost ? halted(error, () => this.#list.retry({ keep: true })) : nothing}
    </div>`;
  }

  #words(): unknown {
    if (this.wordless || !isPlain(this.#query)) return nothing;
    return html`<p class="notice"><span>Looks for each of these words. Meant as a question? <button type="button" class="button-link" ?disabled=${this.busy === "parse"} @click=${() => void this.#parse()}>${this.busy === "parse" ? "Asking the server…" : "Turn it into a query"}</button></span></p>`;
  }

  #misunderstood(error: EngineError): unknown {
    if (error.code !== "validation" || this.#query === "") return trouble(error, "search", REFUSALS, () => this.#list.retry());
    return empty("search", "The server does not understand this query", prose(error.message), html`<button type="button" class="button" @click=${() => this.#set({ q: "" })}>Clear the query</button>`);
  }

  #result(page: FoundPage): unknown {
    const { rows, stale } = this.#list;
    if (page.count === 0) return empty("search", "No resource found", this.#query ? html`Nothing fits ${code(this.#query)}. Values must be whole; end one with ${code("*")} to look for its beginning.` : "No stack of this organisation has resources.", this.#query ? html`<button type="button" class="button" @click=${() => this.#set({ q: "" })}>Clear the query</button>` : nothing);
    return html`<div class="find">
      ${page.facets.length === 0 ? nothing : html`<button type="button" class="button more-facets" aria-expanded=${this.facetsOpen} @click=${() => (this.facetsOpen = !this.facetsOpen)}>${icon("filter")}Facets</button>
        <aside class="facets" aria-label="Facets" ?data-open=${this.facetsOpen}>${facetList(page.facets, this.#query, (field, value) => this.#set({ q: toggled(this.#query, field, value) }))}</aside>`}
      <section aria-label="Results">
        <div class="found"><h2>Results</h2><p class="status" role="status" title="All that the server has indexed, components and providers too">${counted(page.count, "resource")}${page.count > rows.total! && rows.total! > 0 ? ", more are read as you scroll" : nothing}</p></div>
        ${sheet({ label: "Resources found", columns: COLUMNS, total: page.total, stale }, rows.render((row, _, active) => this.#row(row, active)))}
      </section>
    </div>`;
  }

  #row({ urn, name: called, type, stack, modified, flags }: FoundRow, active: boolean): unknown {
    const target = urn === undefined || stack === undefined ? undefined : ({ kind: "resource", urn, stack } as const);
    return html`<div class="sheet-row">
      <div class="lines" role="cell">
        <span class="badges">${target ? this.link(target, name(called), { className: "link strong", reach: active }) : name(called, "strong")}${flags.map((flag) => badge(flag, flag === "awaits deletion" ? { kind: "warning" } : {}))}</span>
        <span class="type breakable">${code(type)}</span>
      </div>
      <div class="breakable" role="cell">${stack === undefined ? nothing : this.link({ kind: "stack", stack }, name(stack.split("/").slice(1).join("/")), { reach: active })}</div>
      <div class="hint end" role="cell">${time(modified)}</div>
    </div>`;
  }

  #heard(found: number): void {
    const told = `${this.#query} ${found}`;
    if (told === this.#told) return;
    this.#told = told;
    announce(`${count(found)} resources found`);
  }

  #follow({ urn, stack }: FoundRow): void {
    if (urn === undefined || stack === undefined) return;
    const slot = this.renderRoot.querySelector(`.row-slot[data-index="${this.#list.rows.active}"] .link`);
    (slot as HTMLElement | null)?.click();
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const q = this.field?.value.trim() ?? "";
    if (q !== this.#query || event.type === "submit") this.#set({ q });
  };

  #set(patch: Record<string, string>): void {
    this.problem = undefined;
    if (this.field && patch["q"] !== undefined) this.field.value = patch["q"];
    const changes = Object.entries(patch).some(([field, value]) => (this.query[field] ?? "") !== value);
    if (changes) this.setQuery(patch, { push: true });
    else this.#list.refresh();
  }

  async #parse(): Promise<void> {
    const words = this.#query;
    this.busy = "parse";
    try {
      const q = await engine.call("search.parse", { server: await serverId(this.server ?? ""), organization: this.organization, words });
      if (words !== this.#query) return;
      if (q.trim() === "") this.problem = { words: "The server made no query of it.", error: { message: "try other words" } as EngineError };
      else this.#set({ q });
    } catch (error) {
      const known = error as EngineError;
      this.wordless = ["unsupported", "not_found", "plan_required", "forbidden"].includes(known.code ?? "");
      this.problem = { words: this.wordless ? "This server does not turn words into queries." : "The server did not turn this into a query.", error: known };
    } finally {
      this.busy = undefined;
    }
  }

  async #save(): Promise<void> {
    this.busy = "export";
    this.problem = undefined;
    try {
      const { round: _, ...which } = await this.#which();
      saveText(`${this.organization}-resources.csv`, await engine.call("search.export", which), "text/csv");
      announce("The resources were exported");
    } catch (error) {
      this.problem = { words: "The resources could not be exported.", error: error as EngineError };
    } finally {
      this.busy = undefined;
    }
  }

  async #which() {
    return { server: await serverId(this.server ?? ""), organization: this.organization, round: this.#list.round, query: this.#query, sort: this.#sort };
  }
}

define("stackscope-search", Search);
