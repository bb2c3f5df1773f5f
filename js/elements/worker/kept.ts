/** The last few things that were read, by what was asked for: a list whose first item is the number of the server, where it is a server's. */

const MOST = 6;

export class Kept<T> {
  readonly #held = new Map<string, { server: unknown; thing: T }>();
  readonly #drop: (thing: T) => void;

  /** `drop` hears of what is let go of: nobody asked for it in a while, or the server was forgotten. */
  constructor(drop: (thing: T) => void = () => {}) {
    this.#drop = drop;
  }

  take(asked: unknown, make: () => T): T {
    const key = JSON.stringify(asked);
    const held = this.#held.get(key) ?? { server: Array.isArray(asked) ? asked[0] : undefined, thing: make() };
    this.#held.delete(key);
    this.#held.set(key, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST && oldest !== undefined) this.#let(oldest);
    return held.thing;
  }

  /** Lets go of `asked`: it is made anew by whoever asks next. */
  without(asked: unknown): void {
    this.#let(JSON.stringify(asked));
  }

  /** Lets go of all that was read of a server. For `desk.onForget`. */
  readonly forgetServer = (server: number): void => {
    for (const [key, held] of [...this.#held]) if (held.server === server) this.#let(key);
  };

  #let(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) return;
    this.#held.delete(key);
    this.#drop(held.thing);
  }
}
