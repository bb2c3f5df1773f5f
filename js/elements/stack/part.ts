/**
 * A part of a view that is read by itself: it loads, it may fail or not be there at all, and the other parts don't mind.
 *
 * In: a function that reads it. Out: how it stands; the host is drawn anew when that changes. What was read stays while it is read anew.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { EngineError } from "../engine/engine.js";

export type PartState<T> = { status: "loading" } | { status: "ready"; value: T } | { status: "failed"; error: EngineError } | { status: "absent" };

/** What a server says of things that it doesn't have, or that are not for this user: no fault of the view. */
const ABSENT: readonly (string | undefined)[] = ["unsupported", "not_found", "plan_required", "forbidden"];

export class Part<T> implements ReactiveController {
  state: PartState<T> = { status: "loading" };
  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<T>;
  readonly #needed: boolean;
  #stop = new AbortController();

  /** `needed`: that it isn't there is a failure. */
  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>, { needed = false } = {}) {
    this.#host = host;
    this.#load = load;
    this.#needed = needed;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.state.status === "ready" ? this.state.value : undefined;
  }

  hostDisconnected(): void {
    this.#stop.abort();
  }

  /** Reads it. `keep` leaves what is there in place until then, and also if that fails. */
  async read({ keep = false } = {}): Promise<void> {
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    if (!keep || this.state.status !== "ready") this.#set({ status: "loading" });
    try {
      const value = await this.#load(signal);
      if (!signal.aborted) this.#set({ status: "ready", value });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = thrown instanceof EngineError ? thrown : new EngineError({ message: (thrown as Error).message });
      if (!this.#needed && ABSENT.includes(error.code)) this.#set({ status: "absent" });
      else if (!keep || this.state.status !== "ready") this.#set({ status: "failed", error });
    }
  }

  #set(state: PartState<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
