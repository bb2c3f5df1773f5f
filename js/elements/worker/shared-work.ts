/**
 * Something that takes a while and that several calls wait for at once. Each of them hears how far it is; where none waits any more it is ended, after a
 * moment in which another may come.
 *
 * In: the work, and a function that hears that its result is of no use to those who come later: it failed, or it was ended.
 */
import type { Context } from "./messages.js";

const LINGER_MS = 300;

export class SharedWork<T, R = never> {
  readonly #stop = new AbortController();
  readonly #hearers = new Set<(report: R) => void>();
  readonly #lost: () => void;
  readonly #done: Promise<T>;
  #last: R | undefined;
  #over = false;
  #linger: ReturnType<typeof setTimeout> | undefined;

  constructor(work: (context: Context<R>) => Promise<T>, lost: () => void) {
    this.#lost = lost;
    this.#done = work({ signal: this.#stop.signal, report: (report) => this.#tell(report) });
    this.#done.then(
      () => (this.#over = true),
      () => this.#lose(),
    );
  }

  /** The result; a call that is cancelled waits no longer. */
  wait({ signal, report }: Context<R>): Promise<T> {
    const hear = (told: R): void => report(told);
    clearTimeout(this.#linger);
    this.#hearers.add(hear);
    if (this.#last !== undefined && !this.#over) hear(this.#last);
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener("abort", cancel);
        this.#hearers.delete(hear);
        if (this.#hearers.size === 0 && !this.#over) this.#linger = setTimeout(() => this.end(), LINGER_MS);
      };
      const cancel = (): void => {
        leave();
        reject(signal.reason);
      };
      if (signal.aborted) return cancel();
      signal.addEventListener("abort", cancel);
      this.#done.finally(leave).then(resolve, reject);
    });
  }

  end(): void {
    clearTimeout(this.#linger);
    if (this.#over) return;
    this.#lose();
    this.#stop.abort(new DOMException("nobody waits for it any more", "AbortError"));
  }

  #lose(): void {
    if (this.#over) return;
    this.#over = true;
    this.#lost();
  }

  #tell(report: R): void {
    this.#last = report;
    for (const hear of this.#hearers) hear(report);
  }
}
