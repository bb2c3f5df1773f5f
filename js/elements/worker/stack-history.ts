/**
 * The history of a stack: its updates, newest first, read page by page as they are wanted, and kept.
 *
 * In: a client and a stack. Out: rows by their place. When a page fails, the others stay.
 */
import type { PulumiCloud, UpdateInfo } from "../../browser.js";
import { updateRow, type UpdateRow } from "./update-row.js";

const PAGE = 100;
const MOST_PREVIEWS = 500;

export class History {
  /** Holes are rows that were not read yet. */
  rows: UpdateRow[] = [];
  previews: UpdateRow[] | undefined;
  /** The newest update as the server told it. */
  newest: UpdateInfo | undefined;
  /** Counts what changed, for those who remember what they made of the rows. */
  edition = 0;
  readonly #cloud: PulumiCloud;
  readonly #stack: string;
  /** Undefined until a page was read, and where the server doesn't say it and the end was not reached. */
  #total: number | undefined;
  #begun = false;
  readonly #asked = new Map<number, Promise<void>>();

  constructor(cloud: PulumiCloud, stack: string) {
    this.#cloud = cloud;
    this.#stack = stack;
  }

  /** How many there are; one more than is known where the server doesn't say and there are more. */
  get total(): number {
    return this.#total ?? this.rows.length + (this.#begun ? 1 : 0);
  }

  get read(): number {
    let read = 0;
    this.rows.forEach(() => (read += 1));
    return read;
  }

  get complete(): boolean {
    return this.#total !== undefined && this.read >= this.#total;
  }

  /** Reads what is missing of `limit` rows from `offset` on. */
  async want(offset: number, limit: number): Promise<void> {
    if (!this.#begun) await this.#page(0);
    const end = Math.min(offset + limit, this.total);
    for (let index = offset; index < end; index++) {
      if (index in this.rows) continue;
      await this.#page(Math.floor(index / PAGE));
      if (!(index in this.rows)) return;
    }
  }

  /** Reads all that is missing, a page at a time. */
  async readAll(signal: AbortSignal, report: (read: { read: number; total: number }) => void): Promise<void> {
    while (!signal.aborted) {
      await this.want(0, 1);
      const hole = this.#hole();
      if (hole === undefined) return;
      await this.#page(Math.floor(hole / PAGE));
      if (this.#hole() === hole) return;
      report({ read: this.read, total: this.total });
    }
  }

  /** Reads the newest page once more; what came meanwhile moves the others down. */
  async refresh(): Promise<void> {
    const { items, total } = await this.#ask(0);
    const came = this.#begun ? items.findIndex((item) => sameUpdate(updateRow(item), this.rows[0])) : -1;
    if (came < 0) {
      this.rows = [];
      this.#total = undefined;
    } else if (came > 0) this.rows = shifted(this.rows, came);
    this.#put(0, items, total);
    if (this.previews) await this.readPreviews();
  }

  /** Previews since the latest update. */
  async readPreviews(): Promise<void> {
    this.previews = (await this.#cloud.updates.previews(this.#stack, { pageSize: PAGE }).toArray({ limit: MOST_PREVIEWS })).map((info) => updateRow(info, { preview: true }));
    this.edition += 1;
  }

  #hole(): number | undefined {
    for (let index = 0; index < this.total; index++) if (!(index in this.rows)) return index;
    return undefined;
  }

  #page(page: number): Promise<void> {
    const asked = this.#asked.get(page);
    if (asked) return asked;
    const reading = this.#ask(page)
      .then(({ items, total }) => this.#put(page, items, total))
      .finally(() => this.#asked.delete(page));
    this.#asked.set(page, reading);
    return reading;
  }

  async #ask(page: number): Promise<{ items: UpdateInfo[]; total: number | undefined }> {
    const list = this.#cloud.updates.list(this.#stack, { page: page + 1, pageSize: PAGE });
    try {
      const { value } = await list.pages().next();
      if (value === undefined) return { items: [], total: page * PAGE };
      return { items: value.items, total: value.total ?? (value.resumeToken === undefined ? page * PAGE + value.items.length : undefined) };
    } finally {
      list.free();
    }
  }

  #put(page: number, items: readonly UpdateInfo[], total: number | undefined): void {
    this.#begun = true;
    this.edition += 1;
    if (total !== undefined) this.#total = total;
    items.forEach((info, index) => (this.rows[page * PAGE + index] = updateRow(info)));
    if (page === 0) this.newest = items[0];
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
