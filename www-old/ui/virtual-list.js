// A list of any length of which only the rows in view (and some around them) are in the document. Rows come by the page;
// each can be unfolded, and is then measured. The window scrolls, not the list.

import { fill, h } from "./dom.js";

const PAGE = 100;
const PAGES_KEPT = 12;
const OVERSCAN_PX = 600;
const FIRST_ROWS = 20;

/**
 * @typedef {object} Rows
 * @property {string} label
 * @property {(query: {offset: number, limit: number}, signal: AbortSignal) => Promise<{rows: object[], total: number}>} load
 * @property {(row: object, index: number) => Node[]} head what a row's button shows
 * @property {(row: object, index: number) => Node} detail what unfolding shows
 * @property {(error: Error) => void} failed
 */
export class VirtualList {
  total = 0;
  #rows;
  #pages = new Map();
  #drawn = new Map();
  #unfolded = new Map();
  #heights = new Map();
  #coming = new Map();
  #loading = new AbortController();
  #rowHeight = 0;
  #active = 0;
  #frame = 0;
  #measure = new ResizeObserver((entries) => this.#measured(entries));

  /** @param {Rows} rows */
  constructor(rows) {
    this.#rows = rows;
    this.element = h("ol", {
      class: "rows",
      role: "list",
      tabindex: "-1",
      "aria-label": rows.label,
      on: { keydown: (event) => this.#key(event) },
    });
    this.connect();
  }

  connect() {
    for (const type of ["scroll", "resize"]) window.addEventListener(type, this.#later, { passive: true });
  }

  disconnect() {
    for (const type of ["scroll", "resize"]) window.removeEventListener(type, this.#later);
    this.#loading.abort();
  }

  /** Loads anew, from the first row. What is on show stays until the new rows are there. */
  async reload() {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.element.setAttribute("aria-busy", "true");
    let first;
    try {
      first = await this.#rows.load({ offset: 0, limit: PAGE }, signal);
    } catch (error) {
      if (!signal.aborted) this.#rows.failed(error);
      return undefined;
    }
    this.element.removeAttribute("aria-busy");
    this.total = first.total;
    this.#active = 0;
    const scrolledPast = this.element.getBoundingClientRect().top < 0;
    this.#clear();
    this.#pages.set(0, first.rows);
    this.draw();
    if (scrolledPast) this.element.scrollIntoView();
    return first.total;
  }

  draw() {
    if (!this.element.isConnected || this.total === 0) return;
    const { top } = this.element.getBoundingClientRect();
    const known = this.#rowHeight > 0;
    const first = known ? this.#indexAt(-top - OVERSCAN_PX) : 0;
    const last = known ? this.#indexAt(-top + window.innerHeight + OVERSCAN_PX) : Math.min(FIRST_ROWS, this.total) - 1;
    for (const [index, row] of this.#drawn) if (index < first || index > last) this.#drop(index, row);
    if (!this.#between(this.#active, first, last)) this.#active = known ? this.#indexAt(Math.max(0, -top)) : first;
    for (let index = first, next = this.element.firstChild; index <= last; index += 1) {
      let row = this.#drawn.get(index);
      if (!row) this.#drawn.set(index, (row = this.#make(index)));
      if (row === next) next = next.nextSibling;
      else this.element.insertBefore(row, next);
    }
    if (!known) return this.#learnHeight();
    this.element.style.paddingTop = `${this.#top(first)}px`;
    this.element.style.paddingBottom = `${this.#top(this.total) - this.#top(last + 1)}px`;
    this.#loadPages(first, last);
  }

  #later = (event) => {
    if (event.type === "resize") this.#rowHeight = 0;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  };

  // All folded rows are of one height, which the style sheet decides.
  #learnHeight() {
    const row = this.#drawn.get(0);
    this.#rowHeight = (row.querySelector(".row-head") ?? row).getBoundingClientRect().height;
    if (this.#rowHeight > 0) this.draw();
  }

  #between(index, first, last) {
    return index >= first && index <= last;
  }

  #top(index) {
    let top = index * this.#rowHeight;
    for (const [unfolded, height] of this.#heights) if (unfolded < index) top += height - this.#rowHeight;
    return top;
  }

  #indexAt(y) {
    let low = 0;
    let high = this.total - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #make(index) {
    const row = h("li", { class: "row", "aria-posinset": index + 1, "aria-setsize": this.total });
    const data = this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    if (!data) {
      row.classList.add("row-waiting");
      return row;
    }
    const unfolded = this.#unfolded.has(index);
    const button = h(
      "button",
      {
        type: "button",
        class: "row-head",
        "aria-expanded": String(unfolded),
        tabindex: index === this.#active ? 0 : -1,
        on: { click: () => this.toggle(index), focus: () => this.#setActive(index) },
      },
      this.#rows.head(data, index),
    );
    row.append(button);
    if (unfolded) this.#addDetail(row, index, data);
    return row;
  }

  #addDetail(row, index, data) {
    let detail = this.#unfolded.get(index);
    if (!detail) this.#unfolded.set(index, (detail = this.#rows.detail(data, index)));
    row.append(detail);
    row.classList.add("row-open");
    row.dataset.index = index;
    this.#measure.observe(row);
  }

  toggle(index) {
    const row = this.#drawn.get(index);
    const data = this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    if (!row || !data) return;
    const unfold = !this.#unfolded.has(index);
    row.firstChild.setAttribute("aria-expanded", String(unfold));
    if (unfold) return this.#addDetail(row, index, data);
    this.#measure.unobserve(row);
    this.#unfolded.get(index).remove();
    this.#unfolded.delete(index);
    this.#heights.delete(index);
    row.classList.remove("row-open");
    this.draw();
  }

  #measured(entries) {
    for (const { target, borderBoxSize } of entries) {
      const index = Number(target.dataset.index);
      if (this.#unfolded.has(index) && target.isConnected) this.#heights.set(index, borderBoxSize[0].blockSize);
    }
    this.draw();
  }

  #drop(index, row) {
    this.#measure.unobserve(row);
    this.#drawn.delete(index);
    // The keyboard's place must not fall out of the document with the row.
    if (row.contains(document.activeElement)) this.element.focus({ preventScroll: true });
    row.remove();
  }

  #clear() {
    this.#measure.disconnect();
    for (const held of [this.#pages, this.#coming, this.#drawn, this.#unfolded, this.#heights]) held.clear();
    fill(this.element);
    this.element.style.paddingTop = this.element.style.paddingBottom = "0px";
  }

  #loadPages(first, last) {
    const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
    for (const [page, stop] of this.#coming) if (!this.#between(page, from, to)) stop.abort();
    for (let page = from; page <= to; page += 1) {
      if (!this.#pages.has(page) && !this.#coming.has(page)) this.#loadPage(page);
    }
  }

  async #loadPage(page) {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.#loading.signal]);
    this.#coming.set(page, stop);
    try {
      const { rows } = await this.#rows.load({ offset: page * PAGE, limit: PAGE }, signal);
      this.#pages.set(page, rows);
    } catch (error) {
      if (!signal.aborted) this.#rows.failed(error);
      return;
    } finally {
      if (this.#coming.get(page) === stop) this.#coming.delete(page);
    }
    this.#forgetFarPages(page);
    this.#fillPage(page);
    this.draw();
  }

  // In place: a list that shrinks for a moment would move the scrolled window.
  #fillPage(page) {
    for (const [index, row] of this.#drawn) {
      if (Math.floor(index / PAGE) !== page || !row.classList.contains("row-waiting")) continue;
      const full = this.#make(index);
      row.replaceWith(full);
      this.#drawn.set(index, full);
    }
  }

  #forgetFarPages(page) {
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const other of far.slice(0, Math.max(0, far.length - PAGES_KEPT))) this.#pages.delete(other);
  }

  #key(event) {
    if (event.target !== this.element && !event.target.classList.contains("row-head")) return;
    const screen = Math.max(1, Math.floor(window.innerHeight / this.#rowHeight) - 2);
    const to = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + screen,
      PageUp: this.#active - screen,
      Home: 0,
      End: this.total - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.focus(to);
  }

  #setActive(index) {
    this.#drawn.get(this.#active)?.firstChild?.setAttribute("tabindex", "-1");
    this.#active = index;
    this.#drawn.get(index)?.firstChild?.setAttribute("tabindex", "0");
  }

  /** Moves the keyboard to a row, scrolling to it where it is out of view. */
  async focus(to) {
    const index = Math.max(0, Math.min(this.total - 1, to));
    const row = this.#drawn.get(index);
    if (!row) {
      const listTop = this.element.getBoundingClientRect().top + window.scrollY;
      window.scrollTo({ top: listTop + this.#top(index) - window.innerHeight / 2 });
      this.draw();
    }
    await this.#ready(index);
    this.#drawn.get(index)?.firstChild?.focus();
  }

  async #ready(index) {
    const page = Math.floor(index / PAGE);
    const { signal } = this.#loading;
    while (!this.#pages.has(page) && !signal.aborted) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
