/** Asks what is new every few seconds for as long as an update runs and somebody looks; slower after failures. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

const EVERY_MS = 4000;
const SLOWEST_MS = 60_000;

/** Hears "ended" when an update that was followed has ended: there is another version. */
export const ended = new EventTarget();

export class Live implements ReactiveController {
  readonly #ask: (signal: AbortSignal) => Promise<boolean>;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = EVERY_MS;

  /** `ask` tells whether it still runs. */
  constructor(host: ReactiveControllerHost, ask: (signal: AbortSignal) => Promise<boolean>) {
    this.#ask = ask;
    host.addController(this);
  }

  follow(running: boolean): void {
    if (!running) return this.#end();
    if (this.#timer === undefined) this.#wait();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#turn(), this.#pause);
  }

  async #turn(): Promise<void> {
    const { signal } = this.#stop;
    let running = true;
    if (!document.hidden) {
      try {
        running = await this.#ask(signal);
        this.#pause = EVERY_MS;
      } catch {
        this.#pause = Math.min(2 * this.#pause, SLOWEST_MS);
      }
    }
    if (signal.aborted) return;
    if (running) return this.#wait();
    this.#timer = undefined;
    ended.dispatchEvent(new Event("ended"));
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = EVERY_MS;
    this.#stop.abort();
    this.#stop = new AbortController();
  }
}
