/** Pages of a long list: asked for when they come into view, a bounded number of them kept. */

export interface PageOf<Row> {
  rows: readonly Row[];
  total: number;
}

const SIZE = 100;
const MOST_PAGES = 24;

export class RowPages<Row> {
  total: number | undefined;
  readonly #ask: (offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>;
  readonly #changed: () => void;
  readonly #failed: (error: Error) => void;
  #pages = new Map<number, readonly Row[]>();
  #asked = new Set<number>();
  /** Pages that are shown until they are read anew. */
  #stale = new Set<number>();
  #stop = new AbortController();

  constructor(ask: (offset: number, limit: number, signal: AbortSignal) => Promise<PageOf<Row>>, changed: () => void, failed: (error: Error) => void) {
    this.#ask = ask;
    this.#changed = changed;
    this.#failed = failed;
  }

  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / SIZE))?.[index % SIZE];
  }

  /** Asks for the pages that hold these rows, and are not there. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / SIZE); page <= Math.floor(last / SIZE); page++) {
      if ((!this.#pages.has(page) || this.#stale.has(page)) && !this.#asked.has(page)) void this.#read(page);
    }
  }

  /** Asks anew, first for the page of row `first`; the old rows stay until it is there, or with `keep` each page until it is there itself. */
  reset(first: number, keep = false): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#asked.clear();
    this.#stale = new Set(keep ? this.#pages.keys() : []);
    void this.#read(Math.floor(first / SIZE), !keep);
  }

  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#asked.clear();
    this.#pages.clear();
    this.total = undefined;
    this.#changed();
  }

  async #read(page: number, fresh = false): Promise<void> {
    const { signal } = this.#stop;
    this.#asked.add(page);
    try {
      const { rows, total } = await this.#ask(page * SIZE, SIZE, signal);
      if (signal.aborted) return;
      if (fresh) this.#pages = new Map();
      this.#pages.delete(page);
      this.#stale.delete(page);
      this.#pages.set(page, rows);
      const [oldest] = this.#pages.keys();
      if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
      this.total = total;
      this.#asked.delete(page);
      this.#changed();
    } catch (error) {
      // What failed stays asked for: it is asked again after `reset`, not by each drawing.
      if (!signal.aborted) this.#failed(error as Error);
    }
  }
}
