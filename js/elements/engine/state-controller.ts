/** A state that an element shows: opens the source, follows it when it changes, and lets go of it when the element leaves the page. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Server, StateSource } from "../public.js";
import type { Progress } from "../worker/messages.js";
import type { OpenState } from "../worker/source.js";
import { engine, EngineError } from "./engine.js";
import { lease, serverId, type Lease } from "./shelf.js";

export type Reading =
  | { status: "empty" }
  | { status: "reading"; progress?: Progress }
  | { status: "ready"; id: number; summary: OpenState["summary"] }
  | { status: "failed"; error: EngineError };

export class StateController implements ReactiveController {
  reading: Reading = { status: "empty" };
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => { source: StateSource | undefined; server: Server | undefined };
  #shown: { source: StateSource | undefined; server: Server | undefined } | undefined;
  #lease: Lease<OpenState> | undefined;

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
    if (shown && sameSource(shown.source, wanted.source) && shown.server === wanted.server) return;
    this.#drop();
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
    if (source === undefined) return;
    if (isStackVersion(source) && server === undefined) return;
    const taken = lease(keyOf(source, server), async (options) => engine.call("state.open", await stateParams(source, server), options));
    this.#lease = taken;
    this.reading = { status: "reading" };
    const set = (reading: Reading): void => {
      if (this.#lease !== taken) return;
      this.reading = reading;
      this.#host.requestUpdate();
    };
    taken.onProgress((progress) => set({ status: "reading", progress }));
    taken.opened.then(
      ({ id, summary }) => set({ status: "ready", id, summary }),
      (error: EngineError) => set({ status: "failed", error }),
    );
  }

  #drop(): void {
    this.#lease?.release();
    this.#lease = undefined;
    this.#shown = undefined;
  }

  readonly #lost = (event: Event): void => {
    if (this.#lease === undefined) return;
    this.#lease = undefined;
    this.reading = { status: "failed", error: (event as CustomEvent<EngineError>).detail };
    this.#host.requestUpdate();
  };
}

export function isStackVersion(source: StateSource): source is Extract<StateSource, { stack: string }> {
  return typeof source === "object" && "stack" in source;
}

/** Whether two sources name the same state: stacks by what they say, all else by identity. */
export function sameSource(a: StateSource | undefined, b: StateSource | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || !isStackVersion(a) || !isStackVersion(b)) return false;
  return a.stack === b.stack && a.version === b.version;
}

const serverNames = new WeakMap<object, number>();
let lastServer = 0;

function keyOf(source: StateSource, server: Server | undefined): unknown {
  if (source instanceof URL) return source.href;
  if (!isStackVersion(source)) return source;
  return JSON.stringify([serverName(server), source.stack, source.version]);
}

/** Tells servers apart, without their tokens. */
export function serverName(server: Server | undefined): string | number {
  if (server === undefined || typeof server === "string") return server ?? "";
  const name = serverNames.get(server) ?? ++lastServer;
  serverNames.set(server, name);
  return name;
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
