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

  /** `what` is for people. */
  add(what, undo) {
    this.#open.push({ what, undo });
  }

  /** Takes everything away; gives what could not be. */
  async run() {
    const left = [];
    for (let entry = this.#open.pop(); entry !== undefined; entry = this.#open.pop()) {
      const error = await attempt(entry.undo);
      if (error !== undefined) left.push(`${entry.what}: ${error?.message ?? error}`);
    }
    return left;
  }
}

/** Tries an undo a few times, since nobody will come back for it; gives why it did not work, or undefined. */
async function attempt(undo, times = 3) {
  for (let turn = 1; ; turn += 1) {
    try {
      return void (await undo());
    } catch (error) {
      if (GONE.has(error?.code)) return undefined;
      if (turn === times) return error;
    }
  }
}
