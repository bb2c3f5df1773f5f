/**
 * The page's half of the talk with the worker, where all reading, comparing and asking of servers is done.
 *
 * In: calls of the worker's handlers by name. Out: their answers. A call fails with an `EngineError`, or with its signal's reason.
 */
import type { Calls } from "../worker/handlers.js";
import type { FromWorker, PlainError, ToWorker } from "../worker/messages.js";

export type Method = keyof Calls & string;
export type Params<M extends Method> = Parameters<Calls[M]>[0];
export type Result<M extends Method> = Awaited<ReturnType<Calls[M]>>;
/** What a call tells while it runs. */
export type Report<M extends Method> = Parameters<Calls[M]>[1] extends { report: (value: infer R) => void } ? R : never;

export interface CallOptions<M extends Method> {
  signal?: AbortSignal | undefined;
  /** Hears what the call tells while it runs: how far reading has come, or what is new. */
  onReport?: ((value: Report<M>) => void) | undefined;
}

/** What went wrong in the worker; `code` tells apart what a person can do about it. */
export class EngineError extends Error {
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly hint: string | undefined;
  readonly path: string | undefined;
  readonly offset: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(fields: PlainError) {
    super(fields.message);
    this.name = "EngineError";
    this.code = fields.code;
    this.status = fields.status;
    this.hint = fields.hint;
    this.path = fields.path;
    this.offset = fields.offset;
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

/** Of the engine's event "failed". */
export interface FailedDetail {
  method: string;
  error: EngineError;
}

interface Call {
  method: string;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  onReport: ((value: never) => void) | undefined;
  settled: () => void;
}

/** Emits "stopped" when the worker died; the next call starts another one, which holds nothing. Emits "failed" for each call that fails. */
export class Engine extends EventTarget {
  readonly #start: () => Worker;
  readonly #calls = new Map<number, Call>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(start: () => Worker) {
    super();
    this.#start = start;
  }

  call<M extends Method>(method: M, params: Params<M>, { signal, onReport }: CallOptions<M> = {}): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#lastId;
      const worker = this.#running();
      const abort = (): void => {
        this.#calls.delete(id);
        worker.postMessage({ cancel: id } satisfies ToWorker);
        reject(signal?.reason);
      };
      const settled = (): void => signal?.removeEventListener("abort", abort);
      // What cannot be cloned fails here, before anybody waits for an answer.
      worker.postMessage({ id, method, params } satisfies ToWorker);
      this.#calls.set(id, { method, resolve, reject, onReport, settled } as Call);
      signal?.addEventListener("abort", abort, { once: true });
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    let heard = false;
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      heard = true;
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      if (heard) this.#stop({ code: "engine_stopped", message: event.message || "the worker failed" });
      else this.#stop({ code: "engine_missing", message: event.message || "the worker could not be started" });
    });
    this.#worker = worker;
    return worker;
  }

  #hear(heard: FromWorker): void {
    const call = this.#calls.get(heard.id);
    if ("report" in heard) return call?.onReport?.(heard.report as never);
    this.#calls.delete(heard.id);
    call?.settled();
    if (!("error" in heard)) return call?.resolve(heard.result as never);
    const error = new EngineError(heard.fatal ? { ...heard.error, code: "engine_stopped" } : heard.error);
    call?.reject(error);
    if (call) this.dispatchEvent(new CustomEvent("failed", { detail: { method: call.method, error } satisfies FailedDetail }));
    if (heard.fatal) this.#stop({ code: "engine_stopped", message: heard.error.message });
  }

  #stop(why: PlainError): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const call of this.#calls.values()) {
      call.settled();
      call.reject(new EngineError(why));
    }
    this.#calls.clear();
    this.dispatchEvent(new CustomEvent("stopped", { detail: new EngineError(why) }));
  }
}

/** The one engine of a page: every element shares its worker. */
export const engine = new Engine(() => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "stackscope" }));
