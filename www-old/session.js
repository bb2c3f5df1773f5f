// What the page knows: the two slots, the options of the comparison, and its result. Views listen to it.
//
// Events: "slot" (detail: "old" | "new") · "diff" · "options"

export const SLOTS = ["old", "new"];

const EMPTY = Object.freeze({ status: "empty" });
const NO_DIFF = Object.freeze({ status: "none" });

/**
 * A slot is {status: "empty"}
 *   | {status: "reading", source, progress?}
 *   | {status: "ready", source, summary}
 *   | {status: "failed", source, error};
 * a source is {name, size?, file} or {name, url}.
 */
export class Session extends EventTarget {
  slots = { old: EMPTY, new: EMPTY };
  options = { compare: "versions", showInternal: false, ignore: [] };
  diff = NO_DIFF;
  #engine;
  #reading = { old: undefined, new: undefined };
  #comparing;

  constructor(engine) {
    super();
    this.#engine = engine;
    engine.addEventListener("stopped", ({ detail }) => this.#lost(detail));
  }

  get bothReady() {
    return SLOTS.every((slot) => this.slots[slot].status === "ready");
  }

  /** Reads one source or two; resolves when they are read or have failed. */
  async open(sources) {
    await Promise.all(SLOTS.filter((slot) => sources[slot]).map((slot) => this.#read(slot, sources[slot])));
  }

  async clear(slot) {
    this.#reading[slot]?.abort();
    this.#set(slot, EMPTY);
    await this.#engine.call("clear", { slot });
  }

  async swap() {
    await this.#engine.call("swap");
    this.slots = { old: this.slots.new, new: this.slots.old };
    SLOTS.forEach((slot) => this.#emit("slot", slot));
    await this.#compare();
  }

  /** Compares anew. Options that make no sense are taken back, and the error is thrown. */
  async setOptions(options) {
    const last = this.options;
    this.options = { ...last, ...options };
    this.#emit("options");
    await this.#compare();
    const { error } = this.diff;
    if (error?.code !== "validation") return;
    this.options = last;
    this.#emit("options");
    await this.#compare();
    throw error;
  }

  async ignore(rule) {
    const known = this.options.ignore.some((other) => sameRule(other, rule));
    if (!known) await this.setOptions({ ignore: [...this.options.ignore, rule] });
  }

  unignore(rule) {
    return this.setOptions({ ignore: this.options.ignore.filter((other) => !sameRule(other, rule)) });
  }

  async #read(slot, source) {
    this.#reading[slot]?.abort();
    const stop = (this.#reading[slot] = new AbortController());
    this.#set(slot, { status: "reading", source });
    const { name, ...bytes } = source;
    try {
      const summary = await this.#engine.call(
        "load",
        { slot, source: bytes },
        {
          signal: stop.signal,
          onProgress: (progress) => this.#set(slot, { status: "reading", source, progress }),
        },
      );
      this.#set(slot, { status: "ready", source, summary });
    } catch (error) {
      if (!stop.signal.aborted) this.#set(slot, { status: "failed", source, error });
      return;
    }
    this.#compare();
  }

  async #compare() {
    this.#comparing?.abort();
    if (!this.bothReady) return this.#setDiff(NO_DIFF);
    const stop = (this.#comparing = new AbortController());
    this.#setDiff({ status: "running", overview: this.diff.overview });
    try {
      await this.#engine.call("compare", this.options, { signal: stop.signal });
      const overview = await this.#engine.call("overview", {}, { signal: stop.signal });
      this.#setDiff({ status: "ready", overview });
    } catch (error) {
      if (!stop.signal.aborted) this.#setDiff({ status: "failed", error });
    }
  }

  #lost(error) {
    for (const slot of SLOTS) {
      const { status, source } = this.slots[slot];
      if (status === "ready") this.#set(slot, { status: "failed", source, error });
    }
  }

  #set(slot, state) {
    const wasReady = this.slots[slot].status === "ready";
    this.slots[slot] = state;
    this.#emit("slot", slot);
    if (wasReady) {
      this.#comparing?.abort();
      this.#setDiff(NO_DIFF);
    }
  }

  #setDiff(diff) {
    this.diff = diff;
    this.#emit("diff");
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function sameRule(a, b) {
  return a.path === b.path && a.type === b.type && a.urn === b.urn;
}
