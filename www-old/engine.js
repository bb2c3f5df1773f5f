// The page's half of the talk with worker.js, where all reading and comparing is done.

/** What went wrong in the worker; `code` tells apart what a person can do about it. */
export class EngineError extends Error {
  constructor({ message, ...fields }) {
    super(message);
    Object.assign(this, fields);
  }
}

/** Emits "stopped" when the worker died; the next call starts another, which holds no states. */
export class Engine extends EventTarget {
  #start;
  #worker;
  #calls = new Map();
  #lastId = 0;

  /** @param {() => Worker} start */
  constructor(start) {
    super();
    this.#start = start;
  }

  /**
   * Calls a handler of the worker.
   * @param {string} method
   * @param {object} [params]
   * @param {{signal?: AbortSignal, onProgress?: (progress: {read: number, total?: number}) => void}} [options]
   */
  call(method, params = {}, { signal, onProgress } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#lastId;
      const worker = this.#running();
      const abort = () => {
        this.#calls.delete(id);
        worker.postMessage({ cancel: id });
        reject(signal.reason);
      };
      const settled = () => signal?.removeEventListener("abort", abort);
      signal?.addEventListener("abort", abort, { once: true });
      this.#calls.set(id, { resolve, reject, onProgress, settled });
      worker.postMessage({ id, method, params });
    });
  }

  #running() {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#stop({ code: "engine_missing", message: event.message || "the worker could not be started" });
    });
    this.#worker = worker;
    return worker;
  }

  #hear({ id, progress, result, error, fatal }) {
    const call = this.#calls.get(id);
    if (progress) return call?.onProgress?.(progress);
    this.#calls.delete(id);
    call?.settled();
    if (error) call?.reject(new EngineError(fatal ? { ...error, code: "engine_stopped" } : error));
    else call?.resolve(result);
    if (fatal) this.#stop({ code: "engine_stopped", message: error.message });
  }

  #stop(why) {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const call of this.#calls.values()) {
      call.settled();
      call.reject(new EngineError(why));
    }
    this.#calls.clear();
    this.dispatchEvent(new CustomEvent("stopped", { detail: why }));
  }
}
