/**
 * Going through a list of changes: which of them are unfolded, and where one is. The same for single changes and for groups.
 *
 * In: the list's rows, and what tells one from another. Out: the buttons, and a redraw of the host.
 */
import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { announce } from "../ui/announce.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import type { Rows } from "../ui/rows.js";
import { Shortcuts } from "../ui/shortcuts.js";

export interface WalkOptions<Row> {
  rows: () => Rows<Row>;
  /** Tells rows apart, in the next comparison too. */
  keyOf: (row: Row) => string;
  /** What the rows are called: "change". */
  noun: string;
  /** Whether rows are unfolded to begin with. */
  unfolded: boolean;
  /** A row was folded or unfolded by itself. */
  toggled?: (row: Row, open: boolean) => void;
}

export class Walk<Row> implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: WalkOptions<Row>;
  /** These, or all but these. */
  #unfolded: { all: boolean; but: ReadonlySet<string> };
  #entered = false;

  constructor(host: LitElement, options: WalkOptions<Row>) {
    this.#host = host;
    this.#options = options;
    this.#unfolded = { all: options.unfolded, but: new Set() };
    host.addController(this);
    const { noun } = options;
    new Shortcuts(host, [
      { key: "j", what: `Go to the next ${noun}`, run: () => this.step(1) },
      { key: "k", what: `Go to the previous ${noun}`, run: () => this.step(-1) },
      { key: "n", what: `Go to the next ${noun}`, run: () => this.step(1) },
      { key: "p", what: `Go to the previous ${noun}`, run: () => this.step(-1) },
      { key: "e", what: `Unfold all ${noun}s`, run: () => this.all(true) },
      { key: "c", what: `Fold all ${noun}s`, run: () => this.all(false) },
    ]);
  }

  hostConnected(): void {
    this.#host.addEventListener("focusin", this.#enter);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("focusin", this.#enter);
  }

  /** Whether anybody has gone to a row yet. */
  get entered(): boolean {
    return this.#entered;
  }

  /** Back to before the first row, for another list. */
  leave(): void {
    this.#entered = false;
  }

  isOpen(row: Row): boolean {
    return this.#unfolded.but.has(this.#options.keyOf(row)) !== this.#unfolded.all;
  }

  toggle(row: Row): void {
    const but = new Set(this.#unfolded.but);
    const key = this.#options.keyOf(row);
    if (!but.delete(key)) but.add(key);
    this.#unfolded = { ...this.#unfolded, but };
    this.#options.toggled?.(row, this.isOpen(row));
    this.#host.requestUpdate();
  }

  all(open: boolean): void {
    this.#unfolded = { all: open, but: new Set() };
    announce(`All ${this.#options.noun}s are ${open ? "unfolded" : "folded"}`);
    this.#host.requestUpdate();
  }

  /** The arrows that unfold and fold a row. */
  key(event: KeyboardEvent, row: Row): boolean {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return false;
    if (this.isOpen(row) !== (event.key === "ArrowRight")) this.toggle(row);
    return true;
  }

  step(by: 1 | -1): void {
    const rows = this.#options.rows();
    const { total = 0, active, inView: shown } = rows;
    if (total === 0) return;
    // From a row that was scrolled away, and into a list that was not entered yet, the step leads to what is in view.
    const next = this.#entered && (shown.includes(active) || shown.length === 0) ? active + by : (shown.at(by > 0 ? 0 : -1) ?? active);
    this.#entered = true;
    const { all, but } = this.#unfolded;
    rows.scrollTo(Math.max(0, Math.min(total - 1, next)), { focus: true, align: all || but.size > 0 ? "start" : "auto" });
  }

  buttons(total: number): TemplateResult {
    const at = Math.min(this.#options.rows().active, total - 1);
    const { noun } = this.#options;
    const said = this.#entered ? `${noun[0]?.toUpperCase()}${noun.slice(1)} ${count(at + 1)} of ${count(total)}` : `${count(total)} ${noun}s, none chosen`;
    return html`<div class="steps">
      <button type="button" class="button button-small" @click=${() => this.all(false)} title="Fold all (c)">Fold all</button>
      <button type="button" class="button button-small" @click=${() => this.all(true)} title="Unfold all (e)">Unfold all</button>
      <span class="step-at num" title=${said}>${this.#entered ? count(at + 1) : "–"} / ${count(total)}</span>
      <button type="button" class="button button-small step" aria-label="Previous ${noun}" title="Previous ${noun} (k)" ?disabled=${this.#entered && at <= 0} @click=${() => this.step(-1)}>${icon("down", "up")}</button>
      <button type="button" class="button button-small step" aria-label="Next ${noun}" title="Next ${noun} (j)" ?disabled=${this.#entered && at >= total - 1} @click=${() => this.step(1)}>${icon("down")}</button>
    </div>`;
  }

  readonly #enter = (event: Event): void => {
    const onRow = event.composedPath().some((at) => at instanceof Element && at.matches(".row-slot"));
    if (!onRow || this.#entered) return;
    this.#entered = true;
    this.#host.requestUpdate();
  };
}
