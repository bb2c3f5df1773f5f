/**
 * An event log that an element shows: opens the source, follows an update of a server until it has ended, and lets go of both when the element leaves
 * the page. Where following fails it says so and tries again, what was read stays.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { LogSource, Server, StackUpdate } from "../public.js";
import type { LogFacts } from "../worker/log-facts.js";
import type { UpdateFacts } from "../worker/log-find.js";
import type { OpenLog } from "../worker/log.js";
import type { Progress } from "../worker/messages.js";
import { engine, EngineError } from "./engine.js";
import { sameServer, serverId, serverName } from "./servers.js";
import { lease, type Lease } from "./shelf.js";
import { bytesParams } from "./state-controller.js";

export interface ReadyLog {
  status: "ready";
  id: number;
  facts: LogFacts;
  /** What the server says about the update. */
  update?: UpdateFacts;
  /** More is to come. */
  live: boolean;
  /** It was seen running: more came than what there was at first. */
  watched?: boolean;
  /** When the figures last changed, by this machine's clock, in milliseconds. */
  heardAt: number;
  /** Following failed: it is tried again now, or at `retryAt` in milliseconds, or when someone asks for it. */
  lost?: { error: EngineError; trying: boolean; retryAt?: number };
}

export type LogReading = { status: "empty" } | { status: "reading"; progress?: Progress } | ReadyLog | { status: "failed"; error: EngineError };

interface Wanted {
  log: LogSource | undefined;
  server: Server | undefined;
}

const RETRY_MS = [3_000, 6_000, 12_000, 30_000];
/** What may pass by itself. */
const PASSING = ["network", "server", "timeout", "rate_limited"];

/** How logs that were followed ended: whoever takes one up again finds it so. */
const endings = new WeakMap<OpenLog, LogFacts>();

export class LogController implements ReactiveController {
  reading: LogReading = { status: "empty" };
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => Wanted;
  readonly #ended: (log: ReadyLog) => void;
  #shown: Wanted | undefined;
  /** The log whose events are all kept, on request. */
  #keptWhole: LogSource | undefined;
  #lease: Lease<OpenLog> | undefined;
  #followed: OpenLog | undefined;
  #stop = new AbortController();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  /** `wanted` is asked before each update of the host; `ended` hears of the end of an update that was seen running. */
  constructor(host: ReactiveControllerHost, wanted: () => Wanted, ended: (log: ReadyLog) => void) {
    this.#host = host;
    this.#wanted = wanted;
    this.#ended = ended;
    host.addController(this);
  }

  hostConnected(): void {
    engine.addEventListener("stopped", this.#lost);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    engine.removeEventListener("stopped", this.#lost);
    this.#drop();
  }

  hostUpdate(): void {
    const wanted = this.#wanted();
    const shown = this.#shown;
    if (shown && sameLog(shown.log, wanted.log) && sameServer(shown.server, wanted.server)) return;
    this.#drop();
    this.#shown = wanted;
    this.#open();
  }

  /** Reads it once more, after a failure; goes on where following failed. */
  retry(): void {
    const { reading } = this;
    clearTimeout(this.#retry);
    if (reading.status === "ready" && reading.lost && this.#followed) return void this.#follow(this.#followed);
    // Keeping all events may have been too much.
    this.#keptWhole = undefined;
    this.#drop();
    this.#host.requestUpdate();
  }

  /** Reads a log once more with all its events kept, which the command line's own texts are made from. */
  keepAll(): void {
    this.#keptWhole = this.#shown?.log;
    this.#drop();
    this.#host.requestUpdate();
  }

  #open(): void {
    const { log, server } = this.#shown ?? {};
    this.reading = { status: "empty" };
    if (log === undefined || (isStackUpdate(log) && server === undefined)) return;
    const keepAll = this.#keptWhole === log;
    const taken = lease<OpenLog>(keyOf(log, server, keepAll), async (options) =>
      isStackUpdate(log)
        ? engine.call("log.find", { server: await serverId(server ?? ""), stack: log.stack, update: log.update, ...(log.preview && { preview: true }) }, { signal: options.signal })
        : engine.call("log.open", { source: bytesParams(log), keepAll }, options),
    );
    this.#lease = taken;
    this.reading = { status: "reading" };
    taken.onProgress((progress) => this.#lease === taken && this.reading.status === "reading" && this.#set({ status: "reading", progress }));
    taken.opened.then(
      (open) => {
        if (this.#lease !== taken) return;
        const { id, update } = open;
        const end = endings.get(open);
        const live = update !== undefined && end === undefined;
        this.#followed = live ? open : undefined;
        this.#set({ status: "ready", id, facts: end ?? open.facts, live, heardAt: Date.now(), ...(update && { update }) });
        if (live) void this.#follow(open);
      },
      (error: EngineError) => this.#lease === taken && this.#set({ status: "failed", error }),
    );
  }

  async #follow(open: OpenLog): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    if (this.reading.status === "ready" && this.reading.lost) this.#set({ ...this.reading, lost: { error: this.reading.lost.error, trying: true } });
    try {
      const last = await engine.call("log.follow", { log: open.id }, { signal: stop.signal, onReport: ({ facts, ended }) => !stop.signal.aborted && this.#heard(facts, ended) });
      if (stop.signal.aborted) return;
      if (last.ended) endings.set(open, last.facts);
      this.#heard(last.facts, last.ended);
      const { reading } = this;
      if (last.ended && reading.status === "ready" && reading.watched) this.#ended(reading);
    } catch (error) {
      if (!stop.signal.aborted) this.#failed(open, error as EngineError);
    }
  }

  #heard(facts: LogFacts, ended: boolean): void {
    const { reading } = this;
    if (reading.status !== "ready") return;
    const { lost, ...rest } = reading;
    // What the worker knew already proves no connection.
    const isNews = ended || facts.events > reading.facts.events;
    if (isNews) this.#failures = 0;
    const watched = reading.watched === true || (!ended && reading.update?.running === true);
    this.#set({ ...rest, ...(lost && !isNews && { lost }), facts, live: !ended, watched, heardAt: isNews ? Date.now() : reading.heardAt });
  }

  #failed(open: OpenLog, error: EngineError): void {
    const { reading } = this;
    if (reading.status !== "ready") return;
    // Only now is it known of an update that is named by its id.
    if (error.code === "not_found" && reading.facts.events === 0 && !reading.update?.running) return this.#set({ status: "failed", error });
    const wait = PASSING.includes(error.code ?? "") ? (RETRY_MS[this.#failures] ?? RETRY_MS.at(-1)) : undefined;
    this.#failures += 1;
    if (wait !== undefined) this.#retry = setTimeout(() => void this.#follow(open), wait);
    this.#set({ ...reading, lost: { error, trying: false, ...(wait !== undefined && { retryAt: Date.now() + wait }) } });
  }

  #set(reading: LogReading): void {
    this.reading = reading;
    this.#host.requestUpdate();
  }

  #drop(): void {
    clearTimeout(this.#retry);
    this.#stop.abort();
    this.#lease?.release();
    this.#lease = undefined;
    this.#followed = undefined;
    this.#shown = undefined;
    this.#failures = 0;
  }

  readonly #lost = (event: Event): void => {
    if (this.#lease === undefined) return;
    this.#lease = undefined;
    this.#stop.abort();
    clearTimeout(this.#retry);
    this.#set({ status: "failed", error: (event as CustomEvent<EngineError>).detail });
  };
}

export function isStackUpdate(source: LogSource): source is StackUpdate {
  return typeof source === "object" && "stack" in source;
}

/** Whether two sources name the same log: updates by what they say, all else by identity. */
export function sameLog(a: LogSource | undefined, b: LogSource | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || !isStackUpdate(a) || !isStackUpdate(b)) return false;
  return a.stack === b.stack && a.update === b.update && Boolean(a.preview) === Boolean(b.preview);
}

const keys = new WeakMap<object, [kept: object, all: object]>();

/** What two elements that show the same log share. A file may be open as a state too, so that it is no key by itself. */
function keyOf(log: LogSource, server: Server | undefined, keepAll: boolean): unknown {
  if (typeof log === "string" || log instanceof URL) return `log ${keepAll} ${String(log)}`;
  if (isStackUpdate(log)) return JSON.stringify(["log", serverName(server), log.stack, log.update, Boolean(log.preview)]);
  const pair = keys.get(log) ?? [{}, {}];
  keys.set(log, pair);
  return pair[keepAll ? 1 : 0];
}
