/**
 * A list of a server, read as far as somebody asked for, and kept: so that one may scroll in it, and so that what was read isn't read twice.
 *
 * In: ways to begin the list, the preferred first; the next is tried where the server lacks one, and behind the second also where it breaks at it. Out: the items so far. After a failure the next reading
 * goes on where it stopped.
 */
import type { Page } from "../../browser.js";

/** As much of a client's list as is read here. */
export interface Source<T> {
  pages(): AsyncIterator<PageLike<T>>;
}

type PageLike<T> = Pick<Page<T>, "items" | "total" | "resumeToken"> & { answer: object };
type Begin<T> = (options: { signal: AbortSignal; resume?: string }) => Source<T>;

const LACKS: readonly unknown[] = ["unsupported", "not_found"];

export class FarList<T> {
  readonly items: T[] = [];
  ended = false;
  /** How many there are, as the server says. */
  total: number | undefined;
  /** What the first page says besides its items. */
  answer: object | undefined;
  /** Which of the ways is read. */
  way = 0;
  readonly #ways: readonly Begin<T>[];
  readonly #stop = new AbortController();
  #pages: AsyncIterator<PageLike<T>> | undefined;
  #resume: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(...ways: Begin<T>[]) {
    this.#ways = ways;
  }

  /** Reads until there are `count` items, or no more. `heard` learns how many there are after each page. */
  upTo(count: number, signal: AbortSignal, heard?: (read: number) => void): Promise<void> {
    const read = this.#turn.then(() => this.#read(count, signal, heard));
    this.#turn = read.catch(() => {});
    return read;
  }

  /** Ends the list, and the request that is under way. */
  stop(): void {
    this.#stop.abort(new DOMException("nobody reads it any more", "AbortError"));
  }

  async #read(count: number, signal: AbortSignal, heard: ((read: number) => void) | undefined): Promise<void> {
    while (this.items.length < count && !this.ended) {
      signal.throwIfAborted();
      const { done, value } = await this.#next();
      this.ended = done === true || value.resumeToken === undefined;
      if (done === true) return;
      for (const item of value.items) this.items.push(item);
      this.#resume = value.resumeToken;
      this.total = value.total ?? this.total;
      this.answer ??= value.answer;
      heard?.(this.items.length);
    }
  }

  async #next(): Promise<IteratorResult<PageLike<T>, undefined>> {
    try {
      this.#pages ??= this.#begin();
      return await this.#pages.next();
    } catch (error) {
      this.#pages = undefined;
      const code = codeOf(error);
      const another = this.answer === undefined && this.way + 1 < this.#ways.length && (LACKS.includes(code) || (this.way > 0 && code === "server"));
      if (!another) throw error;
      return this.#nextOf(error);
    }
  }

  /** Another way; what went wrong with both is told as the first one told it. */
  async #nextOf(first: unknown): Promise<IteratorResult<PageLike<T>, undefined>> {
    this.way += 1;
    try {
      return await this.#next();
    } catch (second) {
      this.way -= 1;
      throw codeOf(first) === "server" || LACKS.includes(codeOf(second)) ? first : second;
    }
  }

  #begin(): AsyncIterator<PageLike<T>> {
    const resume = this.#resume;
    const way = this.#ways[this.way] as Begin<T>;
    return way({ signal: this.#stop.signal, ...(resume !== undefined && { resume }) }).pages();
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
