/**
 * `<stackscope-diff-changes>`, a part of `<stackscope-diff>`: the changed resources under their toolbar, each to be unfolded.
 *
 * In: a comparison and what is chosen. Out: `choose` with what the person chose instead.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { count, counted } from "../ui/format.js";
import { empty } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import type { Comparison } from "../worker/diff.js";
import type { ChangeDetail, ChangeRow } from "../worker/diff-shape.js";
import { changesStyles } from "./changes-styles.js";
import { filterOf, noFilters, type Choice } from "./choice.js";
import type { DetailContext, ResourceLink } from "./detail.js";
import "./detail.js";
import type { Ignore } from "./ignore.js";
import { KINDS } from "./kinds.js";
import { rowHead } from "./row.js";
import { toolbar, type Choose } from "./toolbar.js";
import { Walk } from "./walk.js";

/** A longer one has no place in an address. */
const LONGEST_URN = 1000;

export class DiffChanges extends LitElement {
  static override styles = [shared, changesStyles];

  @property({ attribute: false }) comparison!: Comparison;
  @property({ attribute: false }) choice!: Choice;
  @property({ attribute: false }) choose!: Choose;
  @property({ attribute: false }) ignore!: Ignore;
  @property({ attribute: false }) link: ResourceLink = () => nothing;
  @property({ attribute: false }) states: DetailContext["states"] = { old: undefined, new: undefined };
  @state() private trouble: Error | undefined;
  #context: DetailContext | undefined;
  readonly #read = new Map<string, ChangeDetail>();
  /** What the list was asked for last. */
  #asked: { comparison: number; filter: string; states: DetailContext["states"] } | undefined;
  /** The resource that an address named last, and the way to it. */
  #urn = "";
  #going = new AbortController();
  /** What the list holds, in words; what of it was announced. */
  #words = "";
  #said = "";

  readonly #rows: Rows<ChangeRow> = new Rows<ChangeRow>(this, {
    label: "Changed resources",
    estimate: 42,
    page: (offset, limit, signal) => engine.call("diff.changes", { diff: this.comparison.id, filter: filterOf(this.choice), offset, limit }, { signal }),
    activate: (row) => this.#walk.toggle(row),
    key: (event, row) => this.#walk.key(event, row),
    failed: (error) => (this.trouble = error),
  });
  readonly #walk: Walk<ChangeRow> = new Walk<ChangeRow>(this, { rows: () => this.#rows, keyOf: ({ key }) => key, noun: "change", unfolded: false, toggled: (row, open) => this.#toggled(row, open) });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#going.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { states, ignore, choice, link, comparison } = this;
    if (changed.has("states") || changed.has("ignore") || changed.has("link") || this.#context?.view !== choice.view) this.#context = { states, ignore, link, view: choice.view, read: this.#read };
    const filter = JSON.stringify(filterOf(choice));
    const last = this.#asked;
    const anew = last?.comparison !== comparison.id || last.filter !== filter;
    if (anew) {
      const { old, new: young } = last?.states ?? {};
      // A new comparison of the same states under the same filter keeps the place: it is the same list with little changed.
      const keep = last?.filter === filter && old === states.old && young === states.new;
      this.#asked = { comparison: comparison.id, filter, states };
      this.#going.abort();
      this.trouble = undefined;
      if (!keep) this.#walk.leave();
      this.#rows.reset({ keep });
    }
    if (choice.urn === this.#urn) return;
    this.#urn = choice.urn;
    if (choice.urn !== "") void this.#goTo(choice.urn);
  }

  /** Unfolds the resource that an address names, and goes there. */
  async #goTo(urn: string): Promise<void> {
    this.#going.abort();
    const { signal } = (this.#going = new AbortController());
    try {
      const found = await engine.call("diff.find", { diff: this.comparison.id, filter: filterOf(this.choice), urn }, { signal });
      if (found === undefined || signal.aborted) return;
      if (!this.#walk.isOpen(found.row)) this.#walk.toggle(found.row);
      await this.updateComplete;
      if (found.index > 0) this.#rows.scrollTo(found.index, { align: "start" });
    } catch {
      // The list is there all the same.
    }
  }

  protected override render(): unknown {
    const { choice, comparison } = this;
    const { total } = this.#rows;
    const { facets, summary } = comparison.overview;
    const all = KINDS.reduce((sum, kind) => sum + summary[kind], 0);
    const words = total === undefined ? "" : total === all ? counted(total, "changed resource") : `${count(total)} of ${counted(all, "changed resource")}`;
    this.#words = words;
    return html`
      ${toolbar(choice, facets, words, this.choose, total ? this.#walk.buttons(total) : nothing)}
      ${this.trouble ? html`<p class="error-text" role="alert">${this.trouble.message}</p>` : nothing}
      ${total === 0 ? empty("filter", all === 0 ? "No resource changed" : "No change passes the filters", nothing, all === 0 ? nothing : html`<button type="button" class="button" @click=${() => this.choose(noFilters())}>Clear filters</button>`) : nothing}
      <div class="list" ?hidden=${total === 0}>${this.#rows.render((row, _, active) => this.#row(row, active && this.#walk.entered))}</div>
    `;
  }

  #row(row: ChangeRow, here: boolean): unknown {
    const open = this.#walk.isOpen(row);
    return html`<div class="row" data-open=${open} data-here=${here}>
      ${rowHead(row, open, () => this.#walk.toggle(row))} ${open ? html`<stackscope-diff-detail .row=${row} .context=${this.#context}></stackscope-diff-detail>` : nothing}
    </div>`;
  }

  protected override updated(): void {
    const words = this.#words;
    if (words === "" || words === this.#said) return;
    this.#said = words;
    announce(words);
  }

  /** The address names what was unfolded last. */
  #toggled(row: ChangeRow, open: boolean): void {
    const urn = open ? row.urn : this.choice.urn === row.urn ? "" : this.choice.urn;
    if (urn === this.choice.urn || urn.length >= LONGEST_URN) return;
    this.#urn = urn;
    this.choose({ urn });
  }
}

define("stackscope-diff-changes", DiffChanges);
