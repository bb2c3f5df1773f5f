/** Answers of the worker that an element shows besides its rows: one that follows a key, and many small ones that come as rows get into view. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { EngineError } from "../engine/engine.js";

/** One answer. Another key asks anew and forgets the last answer; `again` asks anew and keeps it meanwhile. */
export class Asked<T> implements ReactiveController {
  value: T | undefined;
  error: EngineError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #key: () => readonly unknown[] | undefined;
  readonly #ask: (signal: AbortSignal) => Promise<T>;
  #last: string | undefined;
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost, key: () => readonly unknown[] | undefined, ask: (signal: AbortSignal) => Promise<T>) {
    this.#host = host;
    this.#key = key;
    this.#ask = ask;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#key();
    const text = key && JSON.stringify(key);
    if (text === this.#last) return;
    this.#last = text;
    this.value = undefined;
    this.#stop.abort();
    this.error = undefined;
    if (key !== undefined) void this.#read();
  }

  again(): void {
    this.error = undefined;
    this.#stop.abort();
    if (this.#last !== undefined) void this.#read();
    this.#host.requestUpdate();
  }

  async #read(): Promise<void> {
    const stop = (this.#stop = new AbortController());
    try {
      const value = await this.#ask(stop.signal);
      if (stop.signal.aborted) return;
      this.value = value;
    } catch (error) {
      if (stop.signal.aborted) return;
      this.error = error as EngineError;
    }
    this.#host.requestUpdate();
  }
}

const QUIET_MS = 120;
const AT_ONCE = 40;

/** Small facts by name, asked for some at a time for what is drawn. */
export class Facts<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: (names: string[], signal: AbortSignal) => Promise<Record<string, T | null>>;
  #known = new Map<string, T | null>();
  #wanted = new Set<string>();
  #asked = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost, ask: (names: string[], signal: AbortSignal) => Promise<Record<string, T | null>>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** Undefined: not known yet. Null: the server does not say. To be called while drawing. */
  get(name: string): T | null | undefined {
    if (!this.#known.has(name) && !this.#asked.has(name)) this.#wanted.add(name);
    return this.#known.get(name);
  }

  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#known = new Map();
    this.#asked = new Set();
  }

  /** What is drawn now, and nothing of earlier. */
  hostUpdate(): void {
    this.#wanted = new Set();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.#wanted.size > 0) this.#timer = setTimeout(() => void this.#read([...this.#wanted].slice(0, AT_ONCE)), QUIET_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#asked = new Set();
  }

  async #read(names: string[]): Promise<void> {
    const { signal } = this.#stop;
    for (const name of names) this.#asked.add(name);
    const told = await this.#ask(names, signal).catch(() => ({}) as Record<string, T | null>);
    if (signal.aborted) return;
    for (const name of names) {
      this.#asked.delete(name);
      this.#known.set(name, told[name] ?? null);
    }
    this.#host.requestUpdate();
  }
}
