/**
 * `<stackscope-resources>`: the resources of a state as a tree or a table, and one of them in a panel.
 *
 * In: `state`, and in `query` what was chosen: `view` (`table`), `q`, `type`, `package`, `provider`, `flag`, `sort`, `fold`, and the selected record by
 * `urn`, with `delete` and `id` where others share its URN. Out: changes of these, and links to the graph. A state that can't be read is told in its place.
 */
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type Result } from "../engine/engine.js";
import { isStackVersion, StateController } from "../engine/state-controller.js";
import type { StateSource } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed, loading } from "../ui/panel.js";
import { Rows, type RowsOptions } from "../ui/rows.js";
import type { OpenState } from "../worker/source.js";
import type { Folds, ListSpec, RecordKey, ResourceLine } from "../worker/contents-rows.js";
import { filterOf, FILTERS, formOf, isFiltered, isSelected, keyOf, openFirst, selectedOf, selectionQuery, specOf, turned } from "./model.js";
import "./panel.js";
import type { ResourcePanel } from "./panel.js";
import type { ResourcesElement } from "./public.js";
import { resourceRow, tableHead, treeHead } from "./row.js";
import { rowStyles } from "./row-styles.js";
import { listStyles } from "./styles.js";
import { toolbar } from "./toolbar.js";

const BESIDE_PX = 960;

export class Resources extends BaseElement implements ResourcesElement {
  static override styles = [shared, listStyles, rowStyles];

  @property() state: StateSource | undefined;
  @state() private facets: Result<"state.facets"> | undefined;
  @state() private trouble: Error | undefined;
  @state() private beside = true;
  @state() private hiddenByFilters = false;
  @state() private folded: readonly number[] = [];
  @query("dialog") private sheet!: HTMLDialogElement | null;
  @query("stackscope-resource-panel") private panel!: ResourcePanel | null;

  readonly #state = new StateController(this, () => ({ source: this.state, server: this.server }));
  readonly #tree = this.#rows("tree");
  readonly #table = this.#rows("rowgroup");
  readonly #size = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) this.beside = entry.contentRect.width >= BESIDE_PX;
  });
  #matching: number | undefined;
  #asked = { list: "", filter: "", folds: "", selected: "" };
  #toReveal: RecordKey | undefined;
  #said = "";

  #rows(role: "tree" | "rowgroup"): Rows<ResourceLine> {
    const options: RowsOptions<ResourceLine> = {
      label: "Resources",
      role,
      estimate: 37,
      page: (offset, limit, signal) => this.#page(offset, limit, signal),
      activate: (row) => this.#select(keyOf(row)),
      failed: (error) => (this.trouble = error),
      traits: (row) => (role === "tree" ? { level: row.level, selected: isSelected(row, selectedOf(this.query)), ...(row.open !== undefined && { expanded: row.open }) } : {}),
      key: (event, row, index) => role === "tree" && this.#foldKey(event, row, index),
    };
    return new Rows(this, options);
  }

  get #list(): Rows<ResourceLine> {
    return formOf(this.query) === "tree" ? this.#tree : this.#table;
  }

  get #spec(): ListSpec {
    const folds: Folds = { open: openFirst(this.query, this.#state.latest?.summary.counts.resources ?? 0), except: this.folded };
    return specOf(this.query, folds);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  protected override willUpdate(): void {
    const id = this.#state.latest?.id;
    if (id === undefined) return;
    const { filter, ...rest } = this.#spec;
    const list = JSON.stringify([id, filter, rest.form, rest.form === "tree" ? rest.folds.open : rest.sort]);
    if (list !== this.#asked.list) {
      if (this.#asked.list !== "") this.folded = [];
      this.#asked.list = list;
      this.#asked.folds = String(this.folded);
      this.trouble = undefined;
      this.#list.reset();
    } else if (String(this.folded) !== this.#asked.folds) {
      this.#asked.folds = String(this.folded);
      this.#list.reset({ keep: true });
    }
    const counts = JSON.stringify([id, filter]);
    const filtered = counts !== this.#asked.filter;
    if (filtered) {
      this.#asked.filter = counts;
      void this.#count(id, counts);
    }
    const selected = selectedOf(this.query);
    const key = JSON.stringify([id, rest.form, selected]);
    if (key !== this.#asked.selected) {
      this.#asked.selected = key;
      this.#toReveal = selected;
      this.hiddenByFilters = false;
    } else if (filtered && selected) {
      void this.#findHidden(id, selected);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#toReveal && this.#list.total !== undefined) void this.#reveal(this.#toReveal);
    if (this.sheet && !this.sheet.open) this.sheet.showModal();
  }

  protected override render(): unknown {
    const { reading, latest } = this.#state;
    if (reading.status === "failed") return failed(reading.error, () => this.#state.retry());
    if (!latest) return reading.status === "reading" ? loading("Reading the state", reading.progress) : nothing;
    const all = latest.summary.counts.resources;
    if (all === 0) return empty("box", "No resources", "This state holds nothing yet.");
    const selected = selectedOf(this.query);
    return html`<div class="view" ?data-beside=${selected !== undefined && this.beside} ?data-waiting=${latest !== reading} @keydown=${this.#escape}>
      <div class="main">
        ${toolbar({ query: this.query, facets: this.facets, status: this.#status(all), counted: isFiltered(this.query) ? "" : countedWords(latest.summary.counts), choose: (patch) => this.#choose(patch) })}
        ${this.hiddenByFilters
          ? html`<p class="notice">${icon("filter")}<span>The selected resource does not pass the filters. <button type="button" class="button-link" @click=${this.#clear}>Clear them</button></span></p>`
          : nothing}
        ${this.trouble ? failed(this.trouble, () => this.#again()) : this.#listOf()}
      </div>
      ${selected ? this.#selected(latest.id, selected) : nothing}
    </div>`;
  }

  #listOf(): unknown {
    const selected = selectedOf(this.query);
    const form = formOf(this.query);
    const rows = this.#list;
    const draw = (row: ResourceLine): unknown =>
      resourceRow(row, { form, needle: this.query["q"] ?? "", selected: isSelected(row, selected), select: () => this.#select(keyOf(row)), fold: () => this.#fold(row) });
    if (rows.total === 0) {
      return empty("filter", "No resource passes the filters", "Try fewer of them, or another text.", html`<button type="button" class="button" @click=${this.#clear}>Clear the filters</button>`);
    }
    if (form === "tree") return html`<div class="card list tree">${treeHead((fold) => this.#choose({ fold }))}${this.#tree.render(draw)}</div>`;
    return html`<div class="card list table" role="table" aria-label="Resources" aria-rowcount=${(rows.total ?? 0) + 1}>
      ${tableHead(this.query["sort"], (sort) => this.setQuery({ sort }))}${this.#table.render(draw)}
    </div>`;
  }

  #selected(id: number, key: RecordKey): unknown {
    const { state: source } = this;
    const stack = source !== undefined && isStackVersion(source) ? source : undefined;
    const panel = html`<stackscope-resource-panel
      .state=${id}
      .record=${key}
      .stack=${stack}
      .linkTo=${this.linkTo}
      .choose=${(chosen: RecordKey) => this.#select(chosen, { focus: true })}
      .close=${this.#close}
      .filter=${(provider: string) => this.setQuery({ provider, type: undefined, package: undefined, flag: undefined, q: undefined, ...selectionQuery(undefined) }, { push: true })}
    ></stackscope-resource-panel>`;
    if (this.beside) return html`<aside class="beside card" aria-label="Selected resource">${panel}</aside>`;
    return html`<dialog class="sheet" aria-label="Selected resource" @close=${this.#closed} @click=${this.#outside}>${panel}</dialog>`;
  }

  #status(all: number): string {
    const matching = this.#matching;
    if (matching === undefined || matching === all) return counted(all, "resource");
    return `${count(matching)} of ${counted(all, "resource")}`;
  }

  async #page(offset: number, limit: number, signal: AbortSignal) {
    const id = this.#state.latest?.id;
    if (id === undefined) return { rows: [], total: 0 };
    const page = await engine.call("state.resources", { state: id, list: this.#spec, offset, limit }, { signal });
    this.#matching = page.matching;
    const words = this.#status(page.all);
    if (this.#said !== "" && this.#said !== words) announce(words);
    this.#said = words;
    return page;
  }

  async #count(id: number, asked: string): Promise<void> {
    try {
      const facets = await engine.call("state.facets", { state: id, filter: filterOf(this.query) });
      if (this.#asked.filter === asked) this.facets = facets;
    } catch {
      // The list itself says what is wrong.
    }
  }

  /** Unfolds what is above a record and scrolls to it. */
  async #reveal(key: RecordKey): Promise<void> {
    this.#toReveal = undefined;
    const id = this.#state.latest?.id;
    if (id === undefined) return;
    try {
      let found = await engine.call("state.place", { state: id, list: this.#spec, key });
      if (found.closed.length > 0) {
        this.folded = turned(this.folded, found.closed);
        await this.updateComplete;
        found = await engine.call("state.place", { state: id, list: this.#spec, key });
      }
      this.hiddenByFilters = found.known && found.at < 0;
      if (found.at < 0) return;
      await this.updateComplete;
      if (!this.#list.isInView(found.at)) this.#list.scrollTo(found.at);
    } catch {
      // The panel says what is wrong.
    }
  }

  /** Whether the filters hide the selected record. */
  async #findHidden(state: number, key: RecordKey): Promise<void> {
    try {
      const { at, closed, known } = await engine.call("state.place", { state, list: this.#spec, key });
      this.hiddenByFilters = known && at < 0 && closed.length === 0;
    } catch {
      // The list says what is wrong.
    }
  }

  #select(key: RecordKey, { focus = false } = {}): void {
    this.setQuery(selectionQuery(key), { push: true });
    if (focus) void this.updateComplete.then(() => this.panel?.focusTitle());
  }

  /** Whatever else is chosen shows itself unfolded. */
  #choose(patch: Record<string, string | undefined>): void {
    if ("fold" in patch) this.folded = [];
    this.setQuery("fold" in patch || "view" in patch ? patch : { ...patch, fold: undefined });
  }

  #fold({ index, open }: ResourceLine): void {
    if (open !== undefined) this.folded = turned(this.folded, [index]);
  }

  #foldKey(event: KeyboardEvent, row: ResourceLine, index: number): boolean {
    if (event.key === "ArrowRight") {
      if (row.open === false) this.#fold(row);
      else if (row.open) this.#tree.scrollTo(index + 1, { focus: true, align: "auto" });
      return true;
    }
    if (event.key !== "ArrowLeft") return false;
    if (row.open) this.#fold(row);
    else {
      let above = index - 1;
      while (above >= 0 && (this.#tree.row(above)?.level ?? 0) >= row.level) above -= 1;
      if (above >= 0) this.#tree.scrollTo(above, { focus: true, align: "auto" });
    }
    return true;
  }

  #again(): void {
    this.trouble = undefined;
    this.#list.reset();
  }

  readonly #clear = (): void => this.setQuery({ q: undefined, ...Object.fromEntries(FILTERS.map((name) => [name, undefined])) });

  readonly #close = (): void => {
    // The dialog gives the focus back, and says so.
    if (this.sheet?.open) return this.sheet.close();
    const inside = this.beside && this.panel?.matches(":focus-within");
    this.setQuery(selectionQuery(undefined), { push: true });
    if (inside) this.#list.scrollTo(this.#list.active, { focus: true, align: "auto" });
  };

  readonly #closed = (): void => {
    if (selectedOf(this.query)) this.#close();
  };

  readonly #outside = (event: Event): void => {
    if (event.target === this.sheet) this.sheet?.close();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.beside || event.defaultPrevented || !selectedOf(this.query)) return;
    if ((event.composedPath()[0] as Element).matches("input, select")) return;
    event.preventDefault();
    this.#close();
  };
}

/** What the number of resources counts, and other numbers of the stack may not. */
function countedWords({ components, providers }: OpenState["summary"]["counts"]): string {
  const parts = [components > 0 && counted(components, "component"), providers > 0 && counted(providers, "provider")].filter(Boolean);
  return parts.length === 0 ? "" : `with ${parts.join(" and ")}`;
}

define("stackscope-resources", Resources);
