/** The last few things that were read, by what was asked for. */

const MOST = 6;

export class Kept<T> {
  readonly #held = new Map<string, T>();
  readonly #drop: (thing: T) => void;

  /** `drop` hears of what nobody asked for in a while. */
  constructor(drop: (thing: T) => void = () => {}) {
    this.#drop = drop;
  }

  take(asked: unknown, make: () => T): T {
    const key = JSON.stringify(asked);
    const thing = this.#held.get(key) ?? make();
    this.#held.delete(key);
    this.#held.set(key, thing);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST && oldest !== undefined) this.forget(oldest);
    return thing;
  }

  /** Lets go of `asked`: it is made anew by whoever asks next. */
  without(asked: unknown): void {
    this.forget(JSON.stringify(asked));
  }

  private forget(key: string): void {
    const thing = this.#held.get(key);
    if (thing === undefined) return;
    this.#held.delete(key);
    this.#drop(thing);
  }
}
