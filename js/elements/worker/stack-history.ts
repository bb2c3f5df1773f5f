/**
 * The history of a stack: its updates, newest first, read page by page as they are wanted, and kept.
 *
 * In: a client and a stack. Out: rows by their place. When a page fails, the others stay.
 */
import type { Page, Pages, PulumiCloud, UpdateInfo } from "../../browser.js";
import { updateRow, type UpdateRow } from "./update-row.js";

const PAGE = 100;
const MOST_PREVIEWS = 500;
/** Beside the numbers of pages: what else is read once at a time. */
const NEXT = -1;
const REFRESH = -2;

/** A page on its way, and how many wait for it. */
interface Reading {
  done: Promise<void>;
  wanted: number;
  stop: AbortController;
}

export class History {
  /** Holes are rows that were not read yet. */
  rows: UpdateRow[] = [];
  previews: UpdateRow[] | undefined;
  /** The newest update as the server told it. */
  newest: UpdateInfo | undefined;
  readonly #cloud: PulumiCloud;
  readonly #stack: string;
  /** What the server says; without it, pages can't be asked for by number: self-hosted servers number them in ways of their own. */
  #total: number | undefined;
  #walk: Walk | undefined;
  readonly #asked = new Map<number, Reading>();

  constructor(cloud: PulumiCloud, stack: string) {
    this.#cloud = cloud;
    this.#stack = stack;
  }

  /** How many there are; one more than is known where the server doesn't say and there are more. */
  get total(): number {
    return this.#total ?? this.rows.length + (this.#walk?.more ? 1 : 0);
  }

  get read(): number {
    let read = 0;
    this.rows.forEach(() => (read += 1));
    return read;
  }

  get complete(): boolean {
    return this.#walk !== undefined && this.read >= this.total;
  }

  /** Reads what is missing of `limit` rows from `offset` on. */
  async want(offset: number, limit: number, signal: AbortSignal): Promise<void> {
    if (this.#walk === undefined) await this.#once(0, signal, (stop) => this.#begin(stop));
    for (let index = offset; index < Math.min(offset + limit, this.total); index++) {
      if (index in this.rows) continue;
      await this.#page(index, signal);
      if (!(index in this.rows)) return;
    }
  }

  /** Reads all that is missing, a page at a time. */
  async readAll(signal: AbortSignal, report: (read: { read: number; total: number }) => void): Promise<void> {
    await this.want(0, 1, signal);
    for (let hole = this.#hole(); hole !== undefined && !signal.aborted; ) {
      await this.#page(hole, signal);
      const next = this.#hole();
      if (next === hole) return;
      hole = next;
      report({ read: this.read, total: this.total });
    }
  }

  /** Reads the newest page once more; what came meanwhile moves the others down. */
  refresh(signal: AbortSignal): Promise<void> {
    return this.#walk === undefined ? this.want(0, 1, signal) : this.#once(REFRESH, signal, (stop) => this.#refresh(stop));
  }

  /** Lets go of what the client holds for it. */
  end(): void {
    for (const { stop } of this.#asked.values()) stop.abort(new DOMException("nobody reads it any more", "AbortError"));
    this.#walk?.end();
    this.#walk = undefined;
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    const walk = this.#list(signal);
    const items = await walk.next();
    const came = items.findIndex((item) => sameUpdate(updateRow(item), this.rows[0]));
    const keeps = this.#walk !== undefined && (came === 0 || (came > 0 && walk.total !== undefined));
    if (keeps) {
      if (came > 0) this.rows = shifted(this.rows, came);
      walk.end();
    } else {
      this.rows = [];
      this.#walk?.end();
      this.#walk = walk;
    }
    this.#put(0, items, walk.total);
    if (this.previews) await this.readPreviews(signal);
  }

  /** Previews since the latest update; none on a server that doesn't keep them. */
  async readPreviews(signal: AbortSignal): Promise<void> {
    try {
      const previews = await this.#cloud.updates.previews(this.#stack, { pageSize: PAGE, signal }).toArray({ limit: MOST_PREVIEWS });
      this.previews = previews.map((info) => updateRow(info, { preview: true }));
    } catch (error) {
      if (!["unsupported", "not_found"].includes((error as { code?: string }).code ?? "")) throw error;
      this.previews = [];
    }
  }

  #hole(): number | undefined {
    for (let index = 0; index < this.total; index++) if (!(index in this.rows)) return index;
    return undefined;
  }

  #page(index: number, signal: AbortSignal): Promise<void> {
    const page = Math.floor(index / PAGE);
    if (this.#total !== undefined) return this.#once(page, signal, (stop) => this.#numbered(page, stop));
    return this.#once(NEXT, signal, () => this.#next());
  }

  /** Whoever wants the same page at the same time shares it; it is given up when nobody wants it any more. */
  async #once(key: number, signal: AbortSignal, read: (signal: AbortSignal) => Promise<void>): Promise<void> {
    signal.throwIfAborted();
    const reading = this.#asked.get(key) ?? this.#start(key, read);
    reading.wanted += 1;
    const leave = (): void => {
      reading.wanted -= 1;
      if (reading.wanted > 0) return;
      this.#forget(key, reading);
      reading.stop.abort(signal.reason);
    };
    signal.addEventListener("abort", leave, { once: true });
    try {
      await reading.done;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  #start(key: number, read: (signal: AbortSignal) => Promise<void>): Reading {
    const stop = new AbortController();
    const reading: Reading = { wanted: 0, stop, done: read(stop.signal).finally(() => this.#forget(key, reading)) };
    this.#asked.set(key, reading);
    return reading;
  }

  #forget(key: number, reading: Reading): void {
    if (this.#asked.get(key) === reading) this.#asked.delete(key);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const walk = this.#list(signal);
    const items = await walk.next();
    this.#walk = walk;
    this.#put(0, items, walk.total);
  }

  async #next(): Promise<void> {
    const items = (await this.#walk?.next()) ?? [];
    this.#put(this.rows.length, items, this.#walk?.total);
  }

  async #numbered(page: number, signal: AbortSignal): Promise<void> {
    const walk = this.#list(signal, page + 1);
    try {
      const items = await walk.next();
      this.#put(page * PAGE, items, walk.total);
    } finally {
      walk.end();
    }
  }

  #list(signal: AbortSignal, page?: number): Walk {
    return new Walk(this.#cloud.updates.list(this.#stack, { pageSize: PAGE, signal, ...(page !== undefined && { page }) }));
  }

  #put(from: number, items: readonly UpdateInfo[], total: number | undefined): void {
    if (total !== undefined) this.#total = total;
    items.forEach((info, index) => (this.rows[from + index] = updateRow(info)));
    if (from === 0) this.newest = items[0];
  }
}

/** A list on its way: a page at a time. */
class Walk {
  /** Whether there is more behind what was read. */
  more = true;
  total: number | undefined;
  readonly #list: Pages<UpdateInfo>;
  readonly #pages: AsyncIterator<Page<UpdateInfo>>;

  constructor(list: Pages<UpdateInfo>) {
    this.#list = list;
    this.#pages = list.pages();
  }

  async next(): Promise<UpdateInfo[]> {
    const { value, done } = await this.#pages.next();
    if (done) {
      this.more = false;
      return [];
    }
    const { items, total, resumeToken } = value as Page<UpdateInfo>;
    this.more = resumeToken !== undefined;
    this.total = total;
    return items;
  }

  end(): void {
    this.#list.free();
  }
}

function sameUpdate(a: UpdateRow, b: UpdateRow | undefined): boolean {
  return b !== undefined && a.version === b.version && a.id === b.id;
}

/** The rows, each further down; holes stay holes. */
function shifted(rows: readonly UpdateRow[], by: number): UpdateRow[] {
  const moved: UpdateRow[] = [];
  rows.forEach((row, index) => (moved[index + by] = row));
  return moved;
}
