/** A state that an element shows: opens the source, follows it when it changes, and lets go of it when the element leaves the page. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Server, StackVersion, StateSource } from "../public.js";
import type { Progress } from "../worker/messages.js";
import type { OpenState } from "../worker/source.js";
import { engine, EngineError } from "./engine.js";
import { sameServer, serverId, serverName } from "./servers.js";
import { lease, type Lease } from "./shelf.js";

export type Reading =
  | { status: "empty" }
  | { status: "reading"; progress?: Progress }
  | Ready
  | { status: "failed"; error: EngineError };

interface Ready {
  status: "ready";
  id: number;
  summary: OpenState["summary"];
}

export class StateController implements ReactiveController {
  reading: Reading = { status: "empty" };
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => { source: StateSource | undefined; server: Server | undefined };
  #shown: { source: StateSource | undefined; server: Server | undefined } | undefined;
  #lease: Lease<OpenState> | undefined;
  #last: { lease: Lease<OpenState>; reading: Ready } | undefined;

  /** `wanted` is asked before each update of the host. */
  constructor(host: ReactiveControllerHost, wanted: () => { source: StateSource | undefined; server: Server | undefined }) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** The state's number in the worker, once it was read. */
  get id(): number | undefined {
    return this.reading.status === "ready" ? this.reading.id : undefined;
  }

  /** What was read last: the state before, as long as another one is being read. */
  get latest(): Ready | undefined {
    if (this.reading.status === "ready") return this.reading;
    return this.reading.status === "reading" ? this.#last?.reading : undefined;
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
    if (shown && sameSource(shown.source, wanted.source) && sameServer(shown.server, wanted.server)) return;
    this.#setAside();
    this.#shown = wanted;
    this.#open();
  }

  /** Reads it once more, after a failure. */
  retry(): void {
    this.#drop();
    this.#host.requestUpdate();
  }

  #open(): void {
    const { source, server } = this.#shown ?? {};
    this.reading = { status: "empty" };
    if (source === undefined || (isStackVersion(source) && server === undefined)) return this.#forget();
    this.reading = { status: "reading" };
    if (isStackVersion(source) && source.version === undefined) void this.#openCurrent(source, server);
    else this.#take(keyOf(source, server));
  }

  /** The current version of a stack is asked for by number first: what was read of it before may be older. */
  async #openCurrent({ stack }: StackVersion, server: Server | undefined): Promise<void> {
    const shown = this.#shown;
    let version: number | undefined;
    try {
      version = await engine.call("state.version", { server: await serverId(server ?? ""), stack });
    } catch {
      // What is wrong is told by the reading itself.
    }
    if (this.#shown === shown) this.#take(version === undefined ? {} : JSON.stringify([serverName(server), stack, "current", version]));
  }

  #take(key: unknown): void {
    const { source, server } = this.#shown ?? {};
    if (source === undefined) return;
    const taken = lease(key, async (options) => engine.call("state.open", await stateParams(source, server), options));
    this.#lease = taken;
    const set = (reading: Reading): void => {
      if (this.#lease !== taken) return;
      this.reading = reading;
      if (reading.status !== "reading") this.#forget();
      this.#host.requestUpdate();
    };
    taken.onProgress((progress) => set({ status: "reading", progress }));
    taken.opened.then(
      ({ id, summary }) => set({ status: "ready", id, summary }),
      (error: EngineError) => set({ status: "failed", error }),
    );
  }

  /** Keeps what was read, to be shown while the next state is read. */
  #setAside(): void {
    const { reading } = this;
    if (reading.status === "ready" && this.#lease) {
      this.#forget();
      this.#last = { lease: this.#lease, reading };
    } else this.#lease?.release();
    this.#lease = undefined;
  }

  #forget(): void {
    this.#last?.lease.release();
    this.#last = undefined;
  }

  #drop(): void {
    this.#forget();
    this.#lease?.release();
    this.#lease = undefined;
    this.#shown = undefined;
  }

  readonly #lost = (event: Event): void => {
    this.#last = undefined;
    if (this.#shown?.source === undefined) return;
    this.#lease = undefined;
    this.reading = { status: "failed", error: (event as CustomEvent<EngineError>).detail };
    this.#host.requestUpdate();
  };
}

export function isStackVersion(source: StateSource): source is StackVersion {
  return typeof source === "object" && "stack" in source;
}

/** Whether two sources name the same state: stacks by what they say, all else by identity. */
export function sameSource(a: StateSource | undefined, b: StateSource | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || !isStackVersion(a) || !isStackVersion(b)) return false;
  return a.stack === b.stack && a.version === b.version;
}

function keyOf(source: StateSource, server: Server | undefined): unknown {
  if (source instanceof URL) return source.href;
  if (!isStackVersion(source)) return source;
  return JSON.stringify([serverName(server), source.stack, source.version]);
}

async function stateParams(source: StateSource, server: Server | undefined) {
  if (isStackVersion(source)) {
    const { stack, version } = source;
    return { server: await serverId(server ?? ""), stack, ...(version !== undefined && { version }) };
  }
  return bytesParams(source);
}

/** A source that is no stack, as the worker takes it. */
export function bytesParams(source: string | URL | Blob | ArrayBuffer | Uint8Array) {
  if (typeof source === "string" || source instanceof URL) return { url: new URL(source, document.baseURI).href };
  return source instanceof Blob ? { file: source } : { bytes: source };
}
