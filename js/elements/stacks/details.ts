/**
 * What the list of stacks doesn't tell, asked for the rows in view once scrolling pauses.
 *
 * In: the stacks that a render draws. Out: their details, once known; the host is drawn anew as they come.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Asked, StackDetails } from "../worker/stack-details.js";

const PAUSE_MS = 150;
const MOST_KEPT = 3000;
const MOST_TAGS = 200;
const LONGEST_TAG = 100;

export type AskDetails = (stacks: Asked[], signal: AbortSignal, hear: (details: StackDetails) => void) => Promise<void>;

export class Details implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskDetails;
  readonly #known = new Map<string, StackDetails>();
  readonly #seen = new Map<string, Asked>();
  /** What is shown until it is read anew. */
  #old = new Set<string>();
  #tags: string[] = [];
  #asked = new Set<string>();
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, ask: AskDetails) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** What is known of a stack that is being drawn. */
  of(asked: Asked): StackDetails | undefined {
    this.#seen.set(asked.stack, asked);
    return this.#known.get(asked.stack);
  }

  /** Tags that were seen so far, as `name=value`: suggestions. */
  get tags(): readonly string[] {
    return this.#tags;
  }

  /** Asks for all anew; what is known stays until then. */
  again(): void {
    this.#end();
    this.#old = new Set(this.#known.keys());
    this.#host.requestUpdate();
  }

  /** Forgets all: it is another server. */
  clear(): void {
    this.#end();
    this.#known.clear();
    this.#old.clear();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#seen.clear();
  }

  hostUpdated(): void {
    const missing = this.#missing();
    if (missing.length === 0 || missing.every(({ stack }) => this.#asked.has(stack))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(this.#missing()), PAUSE_MS);
  }

  hostDisconnected(): void {
    this.#end();
  }

  #missing(): Asked[] {
    return [...this.#seen.values()].filter(({ stack }) => !this.#known.has(stack) || this.#old.has(stack));
  }

  async #read(missing: Asked[]): Promise<void> {
    this.#end();
    const { signal } = (this.#stop = new AbortController());
    this.#asked = new Set(missing.map(({ stack }) => stack));
    try {
      await this.#ask(missing, signal, (details) => {
        if (signal.aborted) return;
        this.#keep(details);
        this.#host.requestUpdate();
      });
    } catch {
      // The rows stand without; the list itself says what is wrong with the server.
      if (signal.aborted) return;
      for (const { stack } of this.#missing()) this.#keep({ stack, failed: true });
      this.#host.requestUpdate();
    }
  }

  /** What failed does not take the place of what is known. */
  #keep(details: StackDetails): void {
    this.#old.delete(details.stack);
    if (details.failed && this.#known.has(details.stack)) return;
    this.#known.set(details.stack, details);
    this.#suggest(details);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
  }

  #suggest({ tags = [] }: StackDetails): void {
    const came = tags.map((tag) => tag.join("=")).filter((tag) => tag.length < LONGEST_TAG && !this.#tags.includes(tag));
    if (came.length > 0 && this.#tags.length < MOST_TAGS) this.#tags = [...this.#tags, ...came].sort().slice(0, MOST_TAGS);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#asked.clear();
  }
}
