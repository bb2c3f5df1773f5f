/**
 * `<stackscope-stacks>`: the stacks of an organisation. The worker reads them page by page and keeps, filters and sorts them; what is in view is here.
 *
 * What can fail: a page of the list. What was read stays, and reading can go on.
 */
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, EngineError } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { facetSelect, searchField } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { absent, empty, failed, isAbsent, loading } from "../ui/panel.js";
import { COUNTED } from "../ui/result.js";
import { Rows } from "../ui/rows.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { name, prose, spelled } from "../ui/text.js";
import type { StacksRead, ListedStack } from "../worker/stack-list.js";
import type { StacksLook, StacksRow, StacksSort } from "../worker/stack-view.js";
import type { StacksOf } from "../worker/stacks.js";
import { Details } from "./details.js";
import type { StacksElement } from "./public.js";
import { projectRow, stackRow } from "./row.js";
import { stacksStyles } from "./styles.js";

const REDRAW_MS = 300;
/** What stands over the rows while one scrolls: the page's bar and the toolbar. */
const SORTS: readonly (readonly [StacksSort, string])[] = [
  ["name", "Stack"],
  ["updated", "Last update"],
  ["resources", "Resources"],
];
const SORT_CHOICES = [
  ["-updated", "Last updated first"],
  ["updated", "Longest not updated first"],
  ["name", "Name, A to Z"],
  ["-name", "Name, Z to A"],
  ["-resources", "Most resources first"],
  ["resources", "Fewest resources first"],
] as const;
const HEAD_CLASSES: Readonly<Record<StacksSort, string>> = { name: "", updated: "head-updated", resources: "num" };
const MOST_OFFERED = 8;
const DEFAULT_SORT = "-updated";

export class Stacks extends BaseElement implements StacksElement {
  static override styles = [shared, stacksStyles];

  @property() organization = "";
  @state() private read: StacksRead | undefined;
  @state() private reading = false;
  @state() private error: EngineError | undefined;
  /** What is in the field of the tag, and was not asked for yet. */
  @state() private typedTag: string | undefined;
  /** Organisations of the user, where the one that is asked for is none of them. */
  @state() private elsewhere: readonly string[] | undefined;
  @state() private found = { stacks: 0, resources: 0 };
  @state() private projects: { value: string; count: number }[] = [];
  #of = "";
  #look = "";
  #stop = new AbortController();
  #lastDraw = 0;
  /** Someone changed a filter, and was not told yet what it found. */
  #untold = false;

  readonly #rows = new Rows<StacksRow>(this, {
    label: "Stacks",
    role: "rowgroup",
    estimate: 43,
    page: async (offset, limit, signal) => {
      const of = await this.#which();
      if (!of) return { rows: [], total: 0 };
      const page = await engine.call("stacks.rows", { ...of, offset, limit, look: this.look }, { signal });
      this.found = { stacks: page.stacks, resources: page.resources };
      if (this.#untold) announce(page.stacks === 0 ? "No stack matches" : counted(page.stacks, "stack"));
      this.#untold = false;
      return page;
    },
    activate: (_, index) => this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"] .link`)?.click(),
    failed: (error) => this.#failed(error),
  });

  readonly #details = new Details(this, async (stacks, signal, onReport) => {
    const of = await this.#which();
    if (of) await engine.call("stacks.details", { server: of.server, stacks }, { signal, onReport });
  });

  constructor() {
    super();
    new Shortcuts(this, [{ key: "r", what: "Read the stacks anew", run: () => void this.#read({ fresh: true }) }]);
  }

  get look(): StacksLook {
    const { q = "", project = "", sort = DEFAULT_SORT, group } = this.query;
    const by = SORTS.find(([value]) => value === sort.replace("-", ""))?.[0] ?? "updated";
    return { text: q, project, sort: by, descending: sort.startsWith("-"), grouped: group === "project" };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    engine.addEventListener("stopped", this.#lost);
    this.#of = "";
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    engine.removeEventListener("stopped", this.#lost);
    this.#stop.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const of = JSON.stringify([this.organization, this.query["tag"] ?? ""]);
    const look = JSON.stringify(this.look);
    const looksElsewhere = look !== this.#look;
    this.#look = look;
    if (of !== this.#of || changed.has("server")) {
      if (changed.has("server") || changed.has("organization")) this.#details.clear();
      this.#of = of;
      void this.#read({ another: true });
    } else if (looksElsewhere) {
      this.#untold = true;
      this.#rows.reset();
    }
  }

  protected override render(): unknown {
    if (this.server === undefined || this.organization === "") return nothing;
    if (this.elsewhere) return this.#absent(this.elsewhere);
    return html`${this.#toolbar()}${this.#trouble()}${this.#list()}`;
  }

  #toolbar(): TemplateResult {
    const { q = "", project = "", tag = "", sort = DEFAULT_SORT, group } = this.query;
    const setTag = (event: Event): void => {
      this.typedTag = undefined;
      this.setQuery({ tag: (event.target as HTMLInputElement).value.trim() });
    };
    // A suggestion that is picked counts at once; what is typed, once it is whole.
    const typeTag = (event: Event): void => {
      if ((event as InputEvent).inputType === undefined || (event as InputEvent).inputType === "insertReplacementText") return setTag(event);
      this.typedTag = (event.target as HTMLInputElement).value.trim();
    };
    const hint = this.typedTag !== undefined && this.typedTag !== tag;
    return html`<div class="toolbar toolbar-stuck">
      ${searchField({ value: q, label: "Search stacks", onInput: (text) => this.setQuery({ q: text }), onEnter: () => this.#rows.scrollTo(0, { focus: true, align: "auto" }) })}
      ${facetSelect("Project", this.projects, project, (value) => this.setQuery({ project: value }, { push: true }))}
      <span class="tag-field">${icon("tag")}<input class="field" type="text" list="tags" autocomplete="off" spellcheck="false" aria-label="Tag" placeholder="Tag, or tag=value" .value=${tag} @change=${setTag} @input=${typeTag}>
        ${hint ? html`<span class="enter">press Enter</span>` : tag ? html`<button type="button" class="chip-remove" aria-label="Any tag" title="Any tag" @click=${() => this.setQuery({ tag: "" }, { push: true })}>${icon("close")}</button>` : nothing}</span>
      <datalist id="tags">${this.#details.tags.map((words) => html`<option value=${words}></option>`)}</datalist>
      <select class="field sort-choice" aria-label="Sort" @change=${(event: Event) => this.#sortBy((event.target as HTMLSelectElement).value)}>
        ${SORT_CHOICES.map(([value, words]) => html`<option value=${value} ?selected=${value === sort}>${words}</option>`)}
      </select>
      <label class="check" title="Stacks under their projects"><input type="checkbox" .checked=${group === "project"} @change=${(event: Event) => this.setQuery({ group: (event.target as HTMLInputElement).checked ? "project" : "" })}>By project</label>
      ${this.#status()}
      <button type="button" class="button-icon" aria-label="Refresh" title="Refresh (r)" ?disabled=${this.reading} @click=${() => this.#read({ fresh: true })}>${icon("refresh")}</button>
    </div>`;
  }

  #status(): TemplateResult {
    const { read, found } = this;
    if (!read) return html`<span class="status"></span>`;
    const filtered = this.query["q"] || this.query["project"];
    const all = `${counted(read.read, "stack")}${this.query["tag"] ? " with the tag" : ""}`;
    const words = filtered ? `${count(found.stacks)} of ${all}` : all;
    return html`<span class="status">
      ${this.reading ? html`<progress class="progress" aria-label="Reading the stacks"></progress>` : nothing}
      <span>${words}${this.reading && !read.complete ? " so far" : ""}${found.resources ? html` · <span title=${COUNTED}>${counted(found.resources, "resource")}</span>` : nothing}</span>
      ${this.error && read.complete ? html`<span class="told" data-kind="warning" title=${spelled(this.error.message)}>${icon("warning")}not up to date</span>` : nothing}
    </span>`;
  }

  #trouble(): unknown {
    const { error, read } = this;
    if (!error || !read?.read || read.complete) return nothing;
    return html`<div class="notice" data-kind="warning" role="alert">
      ${icon("warning")}<span>These are the first ${counted(read.read, "stack")}; reading on failed. ${prose(error.message)}</span>
      <button type="button" class="button button-small" @click=${() => this.#read()}>Read on</button>
    </div>`;
  }

  #list(): unknown {
    const { read, error } = this;
    if (error && !read?.read) return failed(error, () => void this.#read());
    if (!read || (read.read === 0 && !read.complete)) return loading("Reading the stacks");
    if (read.read === 0) {
      const { tag } = this.query;
      if (tag) return empty("tag", "No stack has this tag", "Tags are matched by their whole name, or by name=value.", this.#clear());
      return empty("stack", "No stacks", html`This organisation has none that you may see. <code class="code">pulumi stack init</code> makes one.`);
    }
    if (this.found.stacks === 0 && this.#rows.total === 0) return empty("search", "No stack matches", "Other words, or another project, may find some.", this.#clear());
    return html`<div class="table" role="table" aria-label="Stacks" aria-rowcount=${(this.#rows.total ?? 0) + 1} aria-busy=${this.#rows.total === undefined}>
      ${this.#head()}
      ${this.#rows.render((row, _, active) => this.#row(row, active))}
    </div>`;
  }

  #absent(organizations: readonly string[]): TemplateResult {
    const link = (organization: string): TemplateResult => this.link({ kind: "organization", organization, view: "stacks" }, html`${icon("stack")}${name(organization)}`, { className: "button" });
    return absent(html`You are not in an organisation called ${name(this.organization)}`, {
      icon: "people",
      words: organizations.length > 0 ? "These are yours:" : "Ask whoever runs it to take you in, or look at its name.",
      actions: organizations.length > 0 ? organizations.slice(0, MOST_OFFERED).map(link) : nothing,
      error: this.error,
    });
  }

  #clear(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => this.setQuery({ q: "", project: "", tag: "" }, { push: true })}>Show all stacks</button>`;
  }

  #head(): TemplateResult {
    const { sort, descending } = this.look;
    return html`<div role="rowgroup"><div class="head" role="row" aria-rowindex="1">
      ${SORTS.map(([value, words]) => {
        const now = value === sort ? (descending ? "descending" : "ascending") : "none";
        const next = value === sort ? `${descending ? "" : "-"}${value}` : value === "name" ? value : `-${value}`;
        return html`<div class=${HEAD_CLASSES[value]} role="columnheader" aria-sort=${now} title=${value === "resources" ? COUNTED : nothing}><button type="button" class="sorter" @click=${() => this.#sortBy(next)}>${words}${icon("down")}</button></div>`;
      })}
      <div class="head-tags" role="columnheader">Tags</div>
    </div></div>`;
  }

  #row(row: StacksRow, active: boolean): TemplateResult {
    if (!("stack" in row)) {
      const choose = (): void => this.setQuery({ project: row.project }, { push: true });
      return projectRow(row, (content) => html`<button type="button" class="link" tabindex=${active ? 0 : -1} title="Only this project" @click=${choose}>${content}</button>`);
    }
    return stackRow(row, {
      link: (content) => this.link({ kind: "stack", stack: row.stack }, content, { reach: active }),
      details: this.#details.of({ stack: row.stack, updated: everUpdated(row) }),
      active,
      grouped: this.look.grouped,
      onTag: (tag) => this.setQuery({ tag }, { push: true }),
    });
  }

  #sortBy(sort: string): void {
    this.setQuery({ sort: sort === DEFAULT_SORT ? "" : sort });
  }

  async #which(): Promise<StacksOf | undefined> {
    const { server, organization } = this;
    const { tag } = this.query;
    if (server === undefined || organization === "") return undefined;
    return { server: await serverId(server), organization, ...(tag && { tag }) };
  }

  /** Reads the list to its end, or on to it. `fresh`: anew. `another`: it is not the one that was shown. */
  async #read({ fresh = false, another = false } = {}): Promise<void> {
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    this.error = undefined;
    this.elsewhere = undefined;
    this.reading = true;
    if (another) this.read = undefined;
    if (fresh) this.#details.again();
    try {
      const of = await this.#which();
      if (!of || signal.aborted) return;
      const read = await engine.call("stacks.read", { ...of, fresh }, { signal, onReport: (now) => this.#progress(of, now, fresh, signal) });
      const none = read.read === 0 && !of.tag;
      const elsewhere = none ? await this.#otherThan(of, signal) : undefined;
      await this.#draw(of, read, signal);
      this.elsewhere = elsewhere;
      announce(elsewhere ? `You are not in an organisation called ${of.organization}` : counted(read.read, "stack"));
    } catch (error) {
      if (signal.aborted) return;
      if (isAbsent(error as Error)) this.elsewhere = await this.#otherThan({ organization: this.organization }, signal);
      if (!signal.aborted) this.#failed(error as Error);
    } finally {
      if (!signal.aborted) this.reading = false;
    }
  }

  #progress(of: StacksOf, read: StacksRead, fresh: boolean, signal: AbortSignal): void {
    // What is read anew takes the place of the old at its end.
    if (fresh) return;
    const now = performance.now();
    if (now - this.#lastDraw < REDRAW_MS) return;
    this.#lastDraw = now;
    this.#draw(of, read, signal).catch((error: Error) => {
      if (!signal.aborted) this.#failed(error);
    });
  }

  async #draw(of: StacksOf, read: StacksRead, signal: AbortSignal): Promise<void> {
    const projects = await engine.call("stacks.projects", of, { signal });
    this.projects = projects;
    this.read = read;
    this.#rows.reset({ keep: true });
  }

  /** The user's organisations, if `organization` is none of them; nothing where the server doesn't say. */
  async #otherThan({ organization }: Pick<StacksOf, "organization">, signal: AbortSignal): Promise<readonly string[] | undefined> {
    const asked = organization.toLowerCase();
    try {
      const { login, organizations } = await engine.call("user.get", { server: await serverId(this.server ?? "") }, { signal });
      const isMember = organizations.length === 0 || [login, ...organizations].some((one) => one.toLowerCase() === asked);
      return isMember ? undefined : organizations;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }

  #failed(error: Error): void {
    this.error = error instanceof EngineError ? error : new EngineError({ message: error.message });
  }

  readonly #lost = (event: Event): void => {
    this.read = undefined;
    this.#failed((event as CustomEvent<EngineError>).detail);
  };
}

/** A server that tells nothing of its stacks in lists may still know of updates. */
function everUpdated({ updated, resources }: ListedStack): boolean {
  return updated !== undefined || resources === undefined;
}

define("stackscope-stacks", Stacks);
