/**
 * How the box of a long list lies within what scrolls it: which rows are in view, where each stands, and how to come to another.
 *
 * In: the box as it is after each drawing, and how many rows there are. Out: the rows to draw, and a word (`changed`) when they are others.
 */
import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, observeWindowOffset, observeWindowRect, Virtualizer, windowScroll, type VirtualItem, type VirtualizerOptions } from "@tanstack/virtual-core";
import { coveredIn, marginOf, offsetOf, scrollerOf, scrollersOf, viewOf, type Edges, type Scroller } from "./scroller.js";

type Options = VirtualizerOptions<Scroller, HTMLElement>;

export interface Goal {
  index: number;
  align: "center" | "auto" | "start";
}

export interface RowsLayoutOptions {
  /** Height of a row before it is measured, in pixels. */
  estimate: number;
  /** A row that stays in the document while it is scrolled out of view, because the focus is in it. */
  kept: () => number | undefined;
  changed: () => void;
}

export class RowsLayout {
  /** What stays over the list at either end of the view. */
  covered: Edges = { top: 0, bottom: 0 };
  readonly #options: RowsLayoutOptions;
  #virtual: Virtualizer<Scroller, HTMLElement> | undefined;
  #scroller: Scroller | undefined;
  /** The box that was laid out last, and what may scroll it. */
  #box: HTMLElement | undefined;
  #around: readonly Element[] = [];
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#options.changed()));

  constructor(options: RowsLayoutOptions) {
    this.#options = options;
  }

  /** The rows to draw, of so many: those in view and a few around them. */
  items(count: number): readonly VirtualItem[] {
    this.#virtual?.setOptions({ ...this.#virtual.options, count });
    return this.#virtual?.getVirtualItems() ?? [];
  }

  /** The height of all rows together. */
  height(count: number): number {
    return this.#virtual?.getTotalSize() ?? count * this.#options.estimate;
  }

  /** What the places of the rows are counted from. */
  get margin(): number {
    return this.#virtual?.options.scrollMargin ?? 0;
  }

  /** The first row in view, whether or not something covers it. */
  get first(): number {
    return this.#virtual?.range?.startIndex ?? 0;
  }

  /** The first of `items` of which all can be seen. */
  firstClear(items: readonly VirtualItem[]): number | undefined {
    const from = (this.#virtual?.scrollOffset ?? 0) + this.covered.top;
    return (items.find(({ start }) => start >= from) ?? items[0])?.index;
  }

  /** Finds out what the box scrolls with, where it stands there, and how high its rows are: all may be others after each drawing. */
  update(box: HTMLElement, count: number): void {
    if (box !== this.#box) {
      this.#box = box;
      this.#around = scrollersOf(box);
      this.#resized.disconnect();
      for (const element of this.#around) this.#resized.observe(element);
    }
    const scroller = scrollerOf(box, this.#around);
    if (scroller !== this.#scroller) this.#mount(box, scroller, count);
    else this.#align(box, scroller);
    for (const row of box.querySelectorAll<HTMLElement>(":scope > [data-index]")) this.#virtual?.measureElement(row);
  }

  leave(): void {
    this.#virtual?._didMount()();
    this.#resized.disconnect();
    this.#virtual = undefined;
    this.#scroller = undefined;
    this.#box = undefined;
  }

  /** Scrolls to a row; false as long as it is not laid out, or there are not as many. */
  scrollTo({ index, align }: Goal, count: number): boolean {
    const virtual = this.#virtual;
    if (!this.#box?.isConnected || !virtual || !this.#scroller || index >= count) return false;
    this.covered = coveredIn(this.#box, this.#scroller);
    virtual.setOptions({ ...virtual.options, count, scrollPaddingStart: this.covered.top, scrollPaddingEnd: this.covered.bottom });
    virtual.scrollToIndex(index, { align });
    return true;
  }

  /** Scrolls back to where the list begins, if that is scrolled away. */
  toTop(): void {
    const scroller = this.#scroller;
    if (!this.#box?.isConnected || !scroller) return;
    const top = Math.max(0, marginOf(this.#box, scroller) - coveredIn(this.#box, scroller).top);
    if (offsetOf(scroller) > top) scroller.scrollTo({ top, behavior: "instant" });
  }

  /** The rows that lie so in what can be seen of the list. */
  seen(fits: (row: Edges, view: Edges) => boolean): number[] {
    const scroller = this.#scroller;
    if (!this.#box?.isConnected || !scroller) return [];
    const covered = coveredIn(this.#box, scroller);
    const { top, bottom } = viewOf(scroller);
    const view = { top: Math.max(0, top) + covered.top, bottom: Math.min(window.innerHeight, bottom) - covered.bottom };
    const rows = [...this.#box.querySelectorAll<HTMLElement>(":scope > [data-index]")].filter((row) => fits(row.getBoundingClientRect(), view));
    return rows.map((row) => Number(row.dataset["index"])).sort((a, b) => a - b);
  }

  #mount(box: HTMLElement, scroller: Scroller, count: number): void {
    const inWindow = scroller === window;
    const view = viewOf(scroller);
    this.#scroller = scroller;
    this.covered = coveredIn(box, scroller);
    const options: Options = {
      count,
      getScrollElement: () => scroller,
      estimateSize: () => this.#options.estimate,
      overscan: 6,
      scrollMargin: marginOf(box, scroller),
      initialOffset: offsetOf(scroller),
      initialRect: { width: 0, height: view.bottom - view.top },
      observeElementRect: (inWindow ? observeWindowRect : observeElementRect) as Options["observeElementRect"],
      observeElementOffset: (inWindow ? observeWindowOffset : observeElementOffset) as Options["observeElementOffset"],
      scrollToFn: (inWindow ? windowScroll : elementScroll) as Options["scrollToFn"],
      rangeExtractor: (range) => {
        const shown = defaultRangeExtractor(range);
        const kept = this.#options.kept();
        return kept === undefined || kept >= range.count || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
      },
      onChange: () => this.#options.changed(),
    };
    if (this.#virtual) {
      // The heights that were measured stay; where it is scrolled to is told by the new scroller.
      this.#virtual.setOptions(options);
      this.#virtual.scrollOffset = null;
      this.#virtual.scrollRect = null;
    } else {
      this.#virtual = new Virtualizer<Scroller, HTMLElement>(options);
    }
    this.#virtual._willUpdate();
    this.#options.changed();
  }

  /** What stands above the list may have grown. */
  #align(box: HTMLElement, scroller: Scroller): void {
    const virtual = this.#virtual;
    const scrollMargin = marginOf(box, scroller);
    if (!virtual || Math.abs(scrollMargin - virtual.options.scrollMargin) < 1) return;
    this.covered = coveredIn(box, scroller);
    virtual.setOptions({ ...virtual.options, scrollMargin });
    this.#options.changed();
  }
}
