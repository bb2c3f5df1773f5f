/**
 * Fills a log with the events of an update, until the update has ended. However many listen, the events are asked for once; when nobody listens any
 * more the asking ends, and the next to listen goes on where it was.
 *
 * In: a client and the update. Out: the log's figures, a few times a second. Fails as the client does once it has given up retrying; listening again
 * tries again, from where it was.
 */
import type { EventLog, PulumiCloud } from "../../browser.js";
import { factsOf, forget, type LogFacts } from "./log-facts.js";
import type { FoundUpdate } from "./log-find.js";
import type { LongUrns } from "./long-urns.js";

/** How the log stands. */
export interface FeedReport {
  facts: LogFacts;
  /** The update has ended, and all its events are here. */
  ended: boolean;
}

const TELL_EVERY_MS = 250;
/** Telling takes its time in a large log: reading goes before. */
const BUSY_FACTOR = 8;
/** A hundred events each: far beyond a million. */
const MOST_PAGES = 1_000_000;

export class Feed {
  readonly #log: EventLog;
  readonly #urns: LongUrns;
  readonly #cloud: PulumiCloud;
  readonly #found: FoundUpdate;
  readonly #hearers = new Set<(report: FeedReport) => void>();
  #resume: string | undefined;
  #ended = false;
  #running: Promise<void> | undefined;
  #stop = new AbortController();
  #tellAgainAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(log: EventLog, urns: LongUrns, cloud: PulumiCloud, found: FoundUpdate) {
    this.#log = log;
    this.#urns = urns;
    this.#cloud = cloud;
    this.#found = found;
  }

  get report(): FeedReport {
    return { facts: factsOf(this.#log, this.#urns), ended: this.#ended };
  }

  /** Resolves when the update has ended. */
  async listen(signal: AbortSignal, hear: (report: FeedReport) => void): Promise<void> {
    if (this.#ended || this.#log.length > 0) hear(this.report);
    if (this.#ended) return;
    this.#hearers.add(hear);
    signal.addEventListener("abort", () => this.#leave(hear), { once: true });
    try {
      // One that was told to stop has to be over before another begins.
      while (this.#running && this.#stop.signal.aborted) await this.#running.catch(() => {});
      signal.throwIfAborted();
      this.#running ??= this.#pump().finally(() => (this.#running = undefined));
      await this.#running;
    } finally {
      this.#leave(hear);
    }
  }

  #leave(hear: (report: FeedReport) => void): void {
    this.#hearers.delete(hear);
    if (this.#hearers.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stop.abort(new DOMException("nobody follows it any more", "AbortError"));
  }

  async #pump(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    const { id, kind, follow, facts } = this.#found;
    const asked = { kind, follow, maxPages: MOST_PAGES, signal: stop.signal, ...(this.#resume !== undefined && { resume: this.#resume }) };
    try {
      for await (const page of this.#cloud.updates.events(facts.stack, id, asked).pages()) {
        // Another pump may have begun meanwhile: this one's events would be counted twice.
        if (stop.signal.aborted) return page.free();
        this.#log.push(page);
        this.#resume = page.resumeToken ?? this.#resume;
        page.free();
        this.#tellSoon();
      }
    } catch (error) {
      this.#tell();
      throw error;
    }
    if (stop.signal.aborted) return;
    if (facts.result !== undefined && !facts.running) this.#log.setStatus(facts.result);
    this.#log.end();
    this.#ended = true;
    forget(this.#log);
    this.#tell();
  }

  #tellSoon(): void {
    const wait = this.#tellAgainAt - performance.now();
    if (wait <= 0) return this.#tell();
    this.#timer ??= setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const began = performance.now();
    const { report } = this;
    for (const hear of this.#hearers) hear(report);
    const now = performance.now();
    this.#tellAgainAt = now + Math.max(TELL_EVERY_MS, BUSY_FACTOR * (now - began));
  }
}
