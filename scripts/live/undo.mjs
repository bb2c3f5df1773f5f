/**
 * What the suite made, and how to take it away again.
 *
 * In: an undo for each thing, named before the thing is made. Out: nothing left of them, the newest first, or a list of what is.
 * An undo that finds nothing to undo has done its work.
 */

/** Codes that say that there is nothing to take away, or that the server has no such thing. */
const GONE = new Set(["not_found", "unsupported"]);

export class Undos {
  #open = [];

  /** `what` is for people. Gives a function that forgets the undo, for when the thing is gone. */
  add(what, undo) {
    const entry = { what, undo };
    this.#open.push(entry);
    return () => void (this.#open = this.#open.filter((other) => other !== entry));
  }

  /** Takes everything away; gives what could not be. */
  async run() {
    const left = [];
    for (let entry = this.#open.pop(); entry !== undefined; entry = this.#open.pop()) {
      try {
        await entry.undo();
      } catch (error) {
        if (!GONE.has(error?.code)) left.push(`${entry.what}: ${error?.message ?? error}`);
      }
    }
    return left;
  }
}
