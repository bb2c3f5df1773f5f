// What lies on the worker's desk: the old state, the new one, and the difference of the two.

import { bounded } from "./bounded.js";
import { LongUrns } from "./long-urns.js";

const PROGRESS_EVERY_MS = 50;

export class Desk {
  urns = new LongUrns();
  #Checkpoint;
  #states = { old: undefined, new: undefined };
  #diff;
  #turn = Promise.resolve();

  constructor(Checkpoint) {
    this.#Checkpoint = Checkpoint;
  }

  state(slot) {
    const state = this.#states[slot];
    if (!state) throw new Error(`no ${slot} state is loaded`);
    return state;
  }

  get diff() {
    if (!this.#diff) throw new Error("no states were compared");
    return this.#diff;
  }

  handlers() {
    return {
      load: (params, context) => this.#inTurn(() => this.#load(params, context)),
      clear: ({ slot }) => this.#inTurn(() => this.#put(slot, undefined)),
      swap: () => this.#inTurn(() => this.#swap()),
      compare: (options) => this.#inTurn(() => this.#compare(options)),
    };
  }

  // One at a time: a state that another is being read against must not be freed meanwhile.
  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #load({ slot, source }, { signal, progress }) {
    signal.throwIfAborted();
    this.#put(slot, undefined);
    const base = this.#states[slot === "old" ? "new" : "old"];
    const options = { signal, onProgress: seldom(progress), ...(base && { base }) };
    const state = await this.#Checkpoint.load(await open(source, signal), options);
    this.#put(slot, state);
    return bounded(state.summary);
  }

  #put(slot, state) {
    this.#forgetDiff();
    this.#states[slot]?.free();
    this.#states[slot] = state;
  }

  #swap() {
    this.#forgetDiff();
    this.#states = { old: this.#states.new, new: this.#states.old };
  }

  #compare({ ignore, ...options }) {
    this.#forgetDiff();
    const rules = ignore.map((rule) => ({ ...rule, ...(rule.urn && { urn: this.urns.full(rule.urn) }) }));
    this.#diff = this.state("old").diff(this.state("new"), { ...options, ignore: rules });
  }

  #forgetDiff() {
    this.#diff?.free();
    this.#diff = undefined;
  }
}

async function open({ file, url }, signal) {
  if (file) return file;
  const response = await fetch(url, { signal });
  if (!response.ok) throw Object.assign(new Error(`the server answered ${response.status}`), { code: "no_sample" });
  return response;
}

function seldom(report) {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS && progress.read !== progress.total) return;
    last = now;
    report(progress);
  };
}
