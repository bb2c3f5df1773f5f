/**
 * A long list of which only what is in view is in the document. It scrolls with the nearest ancestor that scrolls, or with the window; what stays over it
 * there, such as a toolbar, is measured.
 *
 * In: a function that gives pages of rows, and a template of one row. Out: a template of the list. Rows may have any height and may change it. The list is
 * one stop of Tab. Arrow keys, Page Up/Down, Home and End move through the rows; Enter and Space activate one. From a search field beside it the arrow
 * down leads into it.
 */
import type { VirtualItem } from "@tanstack/virtual-core";
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { placed } from "./placed.js";
import { RowPages, type PageOf } from "./row-pages.js";
import { RowsLayout, type Goal } from "./rows-layout.js";

export interface RowsOptions<Row> {
  /** Gives `limit` rows from `offset` on, and how many there are in all. */
  page: (offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>;
  /** Height of a row before it is measured, in pixels. */
  estimate: number;
  /** Names the list to those who do not see it. */
  label: string;
  /** Default `list`: rows are list items. `table`: rows are table rows. `rowgroup`: they are rows of a table that stands around it, with one row of headings. `tree`: they are tree items, with `traits`. */
  role?: "list" | "table" | "rowgroup" | "tree";
  /** What a tree item or a row is, besides its template. */
  traits?: (row: Row, index: number) => { level?: number; expanded?: boolean; selected?: boolean };
  /** Enter, Space, or a double use of the row by key. */
  activate?: (row: Row, index: number) => void;
  /** Keys that the list itself has no use for, such as the arrows that fold a tree. Return true if it was used. */
  key?: (event: KeyboardEvent, row: Row, index: number) => boolean;
  /** Reading a page failed. */
  failed?: (error: Error) => void;
}

const PAGE_ROWS = 10;

export class Rows<Row> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: RowsOptions<Row>;
  readonly #pages: RowPages<Row>;
  readonly #box = createRef<HTMLElement>();
  readonly #layout: RowsLayout;
  #active = 0;
  #focusWanted = false;
  /** A row to scroll to as soon as there are as many. */
  #goal: Goal | undefined;

  constructor(host: ReactiveControllerHost & Element, options: RowsOptions<Row>) {
    this.#host = host;
    this.#options = options;
    this.#pages = new RowPages(options.page, () => this.#changed(), (error) => options.failed?.(error));
    this.#layout = new RowsLayout({
      estimate: options.estimate,
      kept: () => (this.#hasFocus() ? this.#active : undefined),
      changed: () => this.#changed(),
    });
    host.addController(this);
  }

  /** How many rows there are; undefined until the first page is there. */
  get total(): number | undefined {
    return this.#pages.total;
  }

  /** The row that the keys are at. */
  get active(): number {
    return this.#active;
  }

  /** The rows of which something can be seen, in order. */
  get inView(): number[] {
    return this.#layout.seen((row, view) => row.bottom > view.top && row.top < view.bottom);
  }

  /** Whether all of a row can be seen. */
  isInView(index: number): boolean {
    return this.#layout.seen((row, view) => row.top >= view.top && row.bottom <= view.bottom).includes(index);
  }

  /** A row that is in memory. */
  row(index: number): Row | undefined {
    return this.#pages.row(index);
  }

  /** Asks for everything anew: what is shown stays until the first new page is there. `keep` leaves the place in the list as it is. */
  reset({ keep = false } = {}): void {
    this.#goal = undefined;
    if (!keep) {
      this.#active = 0;
      this.#layout.toTop();
    }
    this.#pages.reset(keep ? this.#layout.first : 0, keep);
  }

  /** Forgets everything, for when there is nothing to ask. */
  clear(): void {
    this.#goal = undefined;
    this.#pages.clear();
  }

  scrollTo(index: number, { focus = false, align = "center" as "center" | "auto" | "start" } = {}): void {
    this.#active = index;
    this.#focusWanted = focus;
    this.#goal = { index, align };
    this.#reach();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.addEventListener("keydown", this.#enter);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("keydown", this.#enter);
    this.#layout.leave();
  }

  hostUpdated(): void {
    const box = this.#box.value;
    if (!box?.isConnected) return;
    this.#layout.update(box, this.#pages.total ?? 0);
    this.#reach();
    if (this.#focusWanted) {
      const row = box.querySelector<HTMLElement>(`:scope > [data-index="${this.#active}"]`);
      if (row) {
        this.#focusWanted = false;
        row.focus({ preventScroll: true });
      }
    }
  }

  /** `template` draws a row; `active` tells whether Tab stops at it, so that what is inside can be reached in that row alone. */
  render(template: (row: Row, index: number, active: boolean) => unknown, { className = "" } = {}): TemplateResult {
    const { role = "list", label } = this.#options;
    const { margin } = this.#layout;
    const total = this.#pages.total ?? 0;
    this.#stayWithin(total);
    const items = this.#layout.items(total);
    const height = this.#layout.height(total);
    const first = items[0];
    const last = items.at(-1);
    if (first && last) this.#pages.want(first.index, last.index);
    else if (this.#pages.total === undefined) this.#pages.want(0, 0);
    const stop = this.#stop(items);
    return html`<div ${ref(this.#box)} class="rows ${className}" role=${role} aria-label=${label} aria-rowcount=${role === "table" ? total : nothing} ${placed({ height: `${height}px`, position: "relative" })} @keydown=${this.#key} @focusin=${this.#focus}>
      ${repeat(
        items,
        ({ index }) => index,
        ({ index, start }) => this.#item(index, start - margin, total, index === stop, template),
      )}
    </div>`;
  }

  #item(index: number, y: number, total: number, active: boolean, template: (row: Row, index: number, active: boolean) => unknown): TemplateResult {
    const { role = "list", traits } = this.#options;
    const row = this.#pages.row(index);
    const { level, expanded, selected } = (row !== undefined && traits?.(row, index)) || {};
    const kind = { list: "listitem", table: "row", rowgroup: "row", tree: "treeitem" }[role];
    const inTable = role === "table" || role === "rowgroup";
    const { top, bottom } = this.#layout.covered;
    return html`<div
      class="row-slot"
      role=${kind}
      data-index=${index}
      tabindex=${active ? 0 : -1}
      aria-posinset=${inTable ? nothing : index + 1}
      aria-setsize=${inTable ? nothing : total}
      aria-rowindex=${inTable ? index + (role === "table" ? 1 : 2) : nothing}
      aria-level=${level ?? nothing}
      aria-expanded=${expanded ?? nothing}
      aria-selected=${selected ?? nothing}
      ${placed({ position: "absolute", top: "0", left: "0", width: "100%", transform: `translateY(${y}px)`, "scroll-margin-block": `${top}px ${bottom}px` })}
    >
      ${row === undefined ? html`<div class="row-waiting" role=${inTable ? "cell" : nothing} ${placed({ height: `${this.#options.estimate}px` })}></div>` : template(row, index, active)}
    </div>`;
  }

  #changed(): void {
    this.#host.requestUpdate();
  }

  /** Scrolls to the row that was asked for, once there are as many. */
  #reach(): void {
    if (this.#goal && this.#layout.scrollTo(this.#goal, this.#pages.total ?? 0)) this.#goal = undefined;
  }

  /** A list that became shorter takes the keys along, and the focus where it was there. */
  #stayWithin(total: number): void {
    if (this.#pages.total === undefined || this.#goal || this.#active < total) return;
    this.#focusWanted ||= total > 0 && this.#hasFocus();
    this.#active = Math.max(0, total - 1);
  }

  /** The row that Tab leads to: the one that the keys are at, or where that was scrolled away, the first in view. */
  #stop(items: readonly VirtualItem[]): number | undefined {
    if (items.some(({ index }) => index === this.#active)) return this.#active;
    return this.#layout.firstClear(items);
  }

  #hasFocus(): boolean {
    const root = this.#box.value?.getRootNode() as Document | ShadowRoot | undefined;
    return Boolean(root?.activeElement && this.#box.value?.contains(root.activeElement));
  }

  readonly #focus = (event: FocusEvent): void => {
    this.#focusWanted = false;
    const slot = (event.target as Element).closest<HTMLElement>(".row-slot");
    const index = Number(slot?.dataset["index"]);
    if (!slot || index === this.#active) return;
    this.#active = index;
    this.#host.requestUpdate();
  };

  /** The arrow down leads from the field that searches the list into it. */
  readonly #enter = (event: Event): void => {
    const { key, defaultPrevented } = event as KeyboardEvent;
    const [target] = event.composedPath();
    if (key !== "ArrowDown" || defaultPrevented || !(target instanceof Element) || !target.matches("input[type=search]")) return;
    const box = this.#box.value;
    if (!box?.isConnected || target.getRootNode() !== box.getRootNode() || !this.#pages.total) return;
    event.preventDefault();
    this.scrollTo(this.inView[0] ?? 0, { focus: true, align: "auto" });
  };

  readonly #key = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.#isOurs(target)) return;
    const onRow = target.matches(".row-slot");
    const row = this.#pages.row(this.#active);
    if (row !== undefined && onRow && this.#options.key?.(event, row, this.#active)) return event.preventDefault();
    if (onRow && row !== undefined && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return this.#options.activate?.(row, this.#active);
    }
    const next = this.#next(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.scrollTo(next, { focus: true, align: "auto" });
  };

  /** Keys in a field, in a menu, in what scrolls by itself or in an element within a row are none of the list's. */
  #isOurs(target: EventTarget | undefined): target is Element {
    if (!(target instanceof Element) || target.getRootNode() !== this.#box.value?.getRootNode()) return false;
    return target.matches(".row-slot, a, button, summary") && !target.closest("stackscope-menu");
  }

  #next(key: string): number | undefined {
    const last = (this.#pages.total ?? 0) - 1;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, PageDown: this.#active + PAGE_ROWS, PageUp: this.#active - PAGE_ROWS, Home: 0, End: last }[key];
    return to === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, to));
  }
}
