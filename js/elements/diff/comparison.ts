/**
 * The comparison that an element shows: made in the worker when both states are read, anew when they or the options change. What was shown last stays
 * until the next one is there; differences that nobody shows are let go of.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { engine, type EngineError } from "../engine/engine.js";
import type { Comparison, CompareOptions } from "../worker/diff.js";

export interface ComparisonWanted {
  old: number | undefined;
  new: number | undefined;
  options: CompareOptions;
}

export class ComparisonController implements ReactiveController {
  current: Comparison | undefined;
  error: EngineError | undefined;
  /** Whether `current` is of what is wanted now. */
  fresh = false;
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => ComparisonWanted;
  readonly #compared: () => void;
  #key = "";
  #stop = new AbortController();

  /** `compared` is called when there is a new one. */
  constructor(host: ReactiveControllerHost, wanted: () => ComparisonWanted, compared: () => void) {
    this.#host = host;
    this.#wanted = wanted;
    this.#compared = compared;
    host.addController(this);
  }

  hostConnected(): void {
    engine.addEventListener("stopped", this.#lost);
  }

  hostDisconnected(): void {
    engine.removeEventListener("stopped", this.#lost);
    this.#begin("");
    this.#show(undefined);
  }

  hostUpdate(): void {
    const { old, new: young, options } = this.#wanted();
    const key = old === undefined || young === undefined ? "" : JSON.stringify([old, young, options]);
    if (key === this.#key) return;
    this.#begin(key);
    if (old !== undefined && young !== undefined) void this.#compare(old, young, options);
  }

  /** Tries once more, after a failure. */
  retry(): void {
    this.#begin("");
    this.#host.requestUpdate();
  }

  async #compare(old: number, young: number, options: CompareOptions): Promise<void> {
    const { signal } = this.#stop;
    try {
      const made = await engine.call("diff.compare", { old, new: young, options });
      if (signal.aborted) return release(made.id);
      this.fresh = true;
      this.#show(made);
      this.#compared();
    } catch (error) {
      if (!signal.aborted) this.error = error as EngineError;
    }
    this.#host.requestUpdate();
  }

  #begin(key: string): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#key = key;
    this.error = undefined;
    this.fresh = false;
  }

  #show(next: Comparison | undefined): void {
    if (this.current) release(this.current.id);
    this.current = next;
  }

  readonly #lost = (): void => {
    this.current = undefined;
    this.#begin("");
    this.#host.requestUpdate();
  };
}

function release(id: number): void {
  engine.call("desk.release", { id }).catch(() => {});
}
