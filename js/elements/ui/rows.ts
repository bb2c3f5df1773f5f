/**
 * A long list of which only what is in view is in the document. It scrolls with the nearest ancestor that scrolls, or with the window.
 *
 * In: a function that gives pages of rows, and a template of one row. Out: a template of the list. Rows may have any height and may change it. Arrow
 * keys, Page Up/Down, Home and End move through the rows; Enter and Space activate one.
 */
import { elementScroll, observeElementOffset, observeElementRect, observeWindowOffset, observeWindowRect, Virtualizer, windowScroll, defaultRangeExtractor, type VirtualizerOptions } from "@tanstack/virtual-core";
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { placed } from "./placed.js";
import { RowPages, type PageOf } from "./row-pages.js";

export interface RowsOptions<Row> {
  /** Gives `limit` rows from `offset` on, and how many there are in all. */
  page: (offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>;
  /** Height of a row before it is measured, in pixels. */
  estimate: number;
  /** Names the list to those who do not see it. */
  label: string;
  /** Pixels at the top of the view that something covers, such as a toolbar that stays: a row that is scrolled to comes to stand under it. */
  paddingStart?: () => number;
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

type Scroller = Element | Window;

export class Rows<Row> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: RowsOptions<Row>;
  readonly #pages: RowPages<Row>;
  readonly #box = createRef<HTMLElement>();
  #virtual: Virtualizer<Scroller, HTMLElement> | undefined;
  #unmount: (() => void) | undefined;
  #active = 0;
  #focusWanted = false;

  constructor(host: ReactiveControllerHost & Element, options: RowsOptions<Row>) {
    this.#host = host;
    this.#options = options;
    this.#pages = new RowPages(options.page, () => this.#changed(), (error) => options.failed?.(error));
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

  /** A row that is in memory. */
  row(index: number): Row | undefined {
    return this.#pages.row(index);
  }

  /** Asks for everything anew: what is shown stays until the first new page is there. `keep` leaves the place in the list as it is. */
  reset({ keep = false } = {}): void {
    if (!keep) {
      this.#active = 0;
      this.#toTop();
    }
    this.#pages.reset(keep ? (this.#virtual?.range?.startIndex ?? 0) : 0, keep);
  }

  /** Forgets everything, for when there is nothing to ask. */
  clear(): void {
    this.#pages.clear();
  }

  scrollTo(index: number, { focus = false, align = "center" as "center" | "auto" | "start" } = {}): void {
    this.#active = index;
    this.#focusWanted = focus;
    this.#virtual?.setOptions({ ...this.#virtual.options, scrollPaddingStart: this.#options.paddingStart?.() ?? 0 });
    this.#virtual?.scrollToIndex(index, { align });
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unmount?.();
    this.#unmount = undefined;
    this.#virtual = undefined;
  }

  hostUpdated(): void {
    const box = this.#box.value;
    if (!box?.isConnected) return;
    if (this.#virtual === undefined) this.#mount(box);
    this.#align();
    for (const row of box.querySelectorAll<HTMLElement>(":scope > [data-index]")) this.#virtual?.measureElement(row);
    if (this.#focusWanted) {
      const row = box.querySelector<HTMLElement>(`:scope > [data-index="${this.#active}"]`);
      if (row) {
        this.#focusWanted = false;
        row.focus({ preventScroll: true });
      }
    }
  }

  /** `template` draws a row; `active` tells whether the keys are at it, so that what is inside can be reached by Tab in that row alone. */
  render(template: (row: Row, index: number, active: boolean) => unknown, { className = "" } = {}): TemplateResult {
    const { role = "list", label } = this.#options;
    const virtual = this.#virtual;
    const total = this.#pages.total ?? 0;
    virtual?.setOptions({ ...virtual.options, count: total });
    const items = virtual?.getVirtualItems() ?? [];
    const height = virtual ? virtual.getTotalSize() : total * this.#options.estimate;
    const first = items[0];
    const last = items.at(-1);
    if (first && last) this.#pages.want(first.index, last.index);
    else if (this.#pages.total === undefined) this.#pages.want(0, 0);
    const margin = virtual?.options.scrollMargin ?? 0;
    return html`<div ${ref(this.#box)} class="rows ${className}" role=${role} aria-label=${label} aria-rowcount=${role === "table" ? total : nothing} ${placed({ height: `${height}px`, position: "relative" })} @keydown=${this.#key} @focusin=${this.#focus}>
      ${repeat(
        items,
        ({ index }) => index,
        ({ index, start }) => this.#item(index, start - margin, total, template),
      )}
    </div>`;
  }

  #item(index: number, y: number, total: number, template: (row: Row, index: number, active: boolean) => unknown): TemplateResult {
    const { role = "list", traits } = this.#options;
    const row = this.#pages.row(index);
    const active = index === this.#active;
    const { level, expanded, selected } = (row !== undefined && traits?.(row, index)) || {};
    const kind = { list: "listitem", table: "row", rowgroup: "row", tree: "treeitem" }[role];
    const inTable = role === "table" || role === "rowgroup";
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
      ${placed({ position: "absolute", top: "0", left: "0", width: "100%", transform: `translateY(${y}px)` })}
    >
      ${row === undefined ? html`<div class="row-waiting" role=${inTable ? "cell" : nothing} ${placed({ height: `${this.#options.estimate}px` })}></div>` : template(row, index, active)}
    </div>`;
  }

  #mount(box: HTMLElement): void {
    const scroller = scrollerOf(box);
    const inWindow = scroller === window;
    const virtual = new Virtualizer<Scroller, HTMLElement>({
      count: this.#pages.total ?? 0,
      getScrollElement: () => scroller,
      estimateSize: () => this.#options.estimate,
      overscan: 6,
      scrollMargin: marginOf(box, scroller),
      initialOffset: inWindow ? window.scrollY : (scroller as Element).scrollTop,
      initialRect: { width: 0, height: inWindow ? window.innerHeight : (scroller as Element).clientHeight },
      observeElementRect: (inWindow ? observeWindowRect : observeElementRect) as VirtualizerOptions<Scroller, HTMLElement>["observeElementRect"],
      observeElementOffset: (inWindow ? observeWindowOffset : observeElementOffset) as VirtualizerOptions<Scroller, HTMLElement>["observeElementOffset"],
      scrollToFn: (inWindow ? windowScroll : elementScroll) as VirtualizerOptions<Scroller, HTMLElement>["scrollToFn"],
      // The row that has the focus stays in the document while it is scrolled out of view.
      rangeExtractor: (range) => {
        const shown = defaultRangeExtractor(range);
        if (this.#active >= range.count || shown.includes(this.#active) || !this.#hasFocus()) return shown;
        return [...shown, this.#active].sort((a, b) => a - b);
      },
      onChange: () => this.#changed(),
    });
    this.#virtual = virtual;
    this.#unmount = virtual._didMount();
    virtual._willUpdate();
    this.#host.requestUpdate();
  }

  #changed(): void {
    this.#host.requestUpdate();
  }

  /** What stands above the list may have grown. */
  #align(): void {
    const { value: box } = this.#box;
    const virtual = this.#virtual;
    if (!box || !virtual) return;
    const margin = marginOf(box, virtual.scrollElement ?? window);
    if (Math.abs(margin - virtual.options.scrollMargin) < 1) return;
    virtual.setOptions({ ...virtual.options, scrollMargin: margin });
    virtual.measure();
  }

  #toTop(): void {
    const { value: box } = this.#box;
    const virtual = this.#virtual;
    if (!box || !virtual?.scrollElement) return;
    const top = marginOf(box, virtual.scrollElement);
    const now = virtual.scrollElement === window ? window.scrollY : (virtual.scrollElement as Element).scrollTop;
    if (now > top) virtual.scrollElement.scrollTo({ top: Math.max(0, top - 120), behavior: "instant" });
  }

  #hasFocus(): boolean {
    const root = this.#box.value?.getRootNode() as Document | ShadowRoot | undefined;
    return Boolean(root?.activeElement && this.#box.value?.contains(root.activeElement));
  }

  readonly #focus = (event: FocusEvent): void => {
    const index = indexOf(event.target as Element);
    if (index === undefined || index === this.#active) return;
    this.#active = index;
    this.#host.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const onRow = (event.target as Element).matches(".row-slot");
    const row = this.#pages.row(this.#active);
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement) return;
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

  #next(key: string): number | undefined {
    const last = (this.#pages.total ?? 0) - 1;
    const page = 10;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, PageDown: this.#active + page, PageUp: this.#active - page, Home: 0, End: last }[key];
    return to === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, to));
  }
}

function indexOf(element: Element): number | undefined {
  const slot = element.closest<HTMLElement>(".row-slot");
  return slot ? Number(slot.dataset["index"]) : undefined;
}

/** How far the box stands from where its scroller begins. */
function marginOf(box: Element, scroller: Scroller): number {
  const { top } = box.getBoundingClientRect();
  if (scroller instanceof Window) return Math.round(top + scroller.scrollY);
  return Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop);
}

function scrollerOf(box: Element): Scroller {
  for (let at: Element | null = box; at && at !== document.documentElement && at !== document.body; at = parentOf(at)) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return window;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
