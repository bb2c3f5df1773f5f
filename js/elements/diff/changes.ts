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
import { icon } from "../ui/icon.js";
import { empty } from "../ui/panel.js";
import { Rows } from "../ui/rows.js";
import { Shortcuts } from "../ui/shortcuts.js";
import type { Comparison } from "../worker/diff.js";
import type { ChangeDetail, ChangeRow } from "../worker/diff-shape.js";
import { changesStyles } from "./changes-styles.js";
import { filterOf, type Choice } from "./choice.js";
import type { DetailContext, ResourceLink } from "./detail.js";
import "./detail.js";
import type { Ignore } from "./ignore.js";
import { KINDS } from "./kinds.js";
import { rowHead } from "./row.js";
import { toolbar, type Choose } from "./toolbar.js";

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
  /** What is unfolded: these, or all but these. */
  @state() private unfolded: { all: boolean; but: ReadonlySet<string> } = { all: false, but: new Set() };
  @state() private trouble: Error | undefined;
  #context: DetailContext | undefined;
  #entered = false;
  readonly #read = new Map<string, ChangeDetail>();
  #asked = "";
  /** What the list holds, in words; what of it was announced. */
  #words = "";
  #said = "";

  readonly #rows: Rows<ChangeRow> = new Rows<ChangeRow>(this, {
    label: "Changed resources",
    estimate: 42,
    paddingStart: () => this.#covered,
    page: (offset, limit, signal) => engine.call("diff.changes", { diff: this.comparison.id, filter: filterOf(this.choice), offset, limit }, { signal }),
    activate: (row) => this.#toggle(row),
    key: (event, row) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return false;
      if (this.#isOpen(row) !== (event.key === "ArrowRight")) this.#toggle(row);
      return true;
    },
    failed: (error) => (this.trouble = error),
  });

  constructor() {
    super();
    new Shortcuts(this, [
      { key: "j", what: "Go to the next change", run: () => this.#step(1) },
      { key: "k", what: "Go to the previous change", run: () => this.#step(-1) },
      { key: "n", what: "Go to the next change", run: () => this.#step(1) },
      { key: "p", what: "Go to the previous change", run: () => this.#step(-1) },
      { key: "e", what: "Unfold all changes", run: () => this.#all(true) },
      { key: "c", what: "Fold all changes", run: () => this.#all(false) },
    ]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { states, ignore, choice, link } = this;
    if (changed.has("states") || changed.has("ignore") || changed.has("link") || this.#context?.view !== choice.view) this.#context = { states, ignore, link, view: choice.view, read: this.#read };
    const filter = JSON.stringify(filterOf(this.choice));
    const asked = `${this.comparison.id} ${filter}`;
    if (asked === this.#asked) return;
    // A new comparison under the same filter keeps the place: it is the same list with little changed.
    const keep = this.#asked.endsWith(` ${filter}`);
    if (this.#asked === "" && choice.urn !== "") void this.#goTo(choice.urn);
    this.#asked = asked;
    this.trouble = undefined;
    this.#rows.reset({ keep });
  }

  /** Unfolds the resource that an address names, and goes there. */
  async #goTo(urn: string): Promise<void> {
    const at = { diff: this.comparison.id, filter: filterOf(this.choice) };
    try {
      const index = await engine.call("diff.find", { ...at, urn });
      if (index === undefined || at.diff !== this.comparison.id) return;
      const { rows } = await engine.call("diff.changes", { ...at, offset: index, limit: 1 });
      if (rows[0] && !this.#isOpen(rows[0])) this.#toggle(rows[0]);
      await this.updateComplete;
      if (index > 0) this.#rows.scrollTo(index, { align: "start" });
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
      ${toolbar(choice, facets, words, this.choose, total ? this.#steps(total) : nothing)}
      ${this.trouble ? html`<p class="error-text" role="alert">${this.trouble.message}</p>` : nothing}
      ${total === 0 ? empty("filter", all === 0 ? "No resource changed" : "No change passes the filters", nothing, all === 0 ? nothing : html`<button type="button" class="button" @click=${() => this.choose({ q: "", kinds: "", type: "", package: "", group: "" })}>Clear filters</button>`) : nothing}
      <div class="list" ?hidden=${total === 0}>${this.#rows.render((row) => this.#row(row))}</div>
    `;
  }

  #row(row: ChangeRow): unknown {
    const open = this.#isOpen(row);
    return html`<div class="row" data-open=${open}>
      ${rowHead(row, open, () => this.#toggle(row))} ${open ? html`<stackscope-diff-detail .row=${row} .context=${this.#context}></stackscope-diff-detail>` : nothing}
    </div>`;
  }

  #steps(total: number): unknown {
    const at = this.#rows.active;
    return html`<div class="steps">
      <button type="button" class="button button-small" @click=${() => this.#all(false)} title="Fold all (c)">Fold all</button>
      <button type="button" class="button button-small" @click=${() => this.#all(true)} title="Unfold all (e)">Unfold all</button>
      <span class="step-at" title="Change ${count(at + 1)} of ${count(total)}">${count(Math.min(at + 1, total))} / ${count(total)}</span>
      <button type="button" class="button button-small step" aria-label="Previous change" title="Previous change (k)" ?disabled=${at <= 0} @click=${() => this.#step(-1)}>${icon("down", "up")}</button>
      <button type="button" class="button button-small step" aria-label="Next change" title="Next change (j)" ?disabled=${at >= total - 1} @click=${() => this.#step(1)}>${icon("down")}</button>
    </div>`;
  }

  protected override updated(): void {
    const words = this.#words;
    if (words === "" || words === this.#said) return;
    this.#said = words;
    announce(words);
  }

  /** Pixels that the toolbar covers where it stays at the top of the view. */
  get #covered(): number {
    const bar = this.renderRoot.querySelector(".toolbar-box");
    if (!bar) return 0;
    const { position, top } = getComputedStyle(bar);
    return position === "sticky" ? bar.getBoundingClientRect().height + (Number.parseFloat(top) || 0) : 0;
  }

  #isOpen({ key }: ChangeRow): boolean {
    return this.unfolded.but.has(key) !== this.unfolded.all;
  }

  #toggle(row: ChangeRow): void {
    const but = new Set(this.unfolded.but);
    if (!but.delete(row.key)) but.add(row.key);
    this.unfolded = { ...this.unfolded, but };
    const urn = this.#isOpen(row) ? row.urn : this.choice.urn === row.urn ? "" : this.choice.urn;
    if (urn !== this.choice.urn && urn.length < LONGEST_URN) this.choose({ urn });
  }

  #all(all: boolean): void {
    this.unfolded = { all, but: new Set() };
    announce(all ? "All changes are unfolded" : "All changes are folded");
  }

  #step(by: 1 | -1): void {
    const { total = 0, active } = this.#rows;
    if (total === 0) return;
    const shown = this.#inView();
    // From a row that was scrolled away, and into a list that was not entered yet, the step leads to what is in view.
    const next = this.#entered && (shown.includes(active) || shown.length === 0) ? active + by : (shown.at(by > 0 ? 0 : -1) ?? active);
    this.#entered = true;
    this.#rows.scrollTo(Math.max(0, Math.min(total - 1, next)), { focus: true, align: this.unfolded.all || this.unfolded.but.size > 0 ? "start" : "auto" });
  }

  /** The rows of which something can be seen. */
  #inView(): number[] {
    const covered = this.#covered;
    const slots = [...this.renderRoot.querySelectorAll<HTMLElement>(".row-slot")].filter((slot) => {
      const { top, bottom } = slot.getBoundingClientRect();
      return bottom > covered && top < window.innerHeight;
    });
    return slots.map((slot) => Number(slot.dataset["index"])).sort((a, b) => a - b);
  }
}

define("stackscope-diff-changes", DiffChanges);
