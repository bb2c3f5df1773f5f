/**
 * The steps of the window's history: what was chosen in views of files, whose names stay out of addresses, and how far each step was scrolled.
 *
 * In: where the page goes. Out: what a step held when the page comes back to it. All of it is memory: a reload forgets it.
 */
import type { Query } from "../js/elements/public.js";

interface Step {
  chosen: Query | undefined;
  top: number;
}

/** How long a view may take to be as high as it was. */
const PATIENCE_MS = 10_000;
const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

export class Steps {
  readonly #steps = new Map<number, Step>();
  // Steps of an earlier life of the page have smaller numbers.
  #last = Math.floor(performance.timeOrigin);
  #now: number;
  #restoring: AbortController | undefined;

  constructor() {
    history.scrollRestoration = "manual";
    this.#now = this.#begin();
  }

  /** What was chosen in the step that the page is at. */
  get chosen(): Query | undefined {
    return this.#steps.get(this.#now)?.chosen;
  }

  /** Goes to an address. `replace`: the step takes another address. */
  go(hash: string, chosen: Query | undefined, { replace }: { replace: boolean }): void {
    this.#leave();
    if (replace) history.replaceState(this.#now, "", hash);
    else {
      history.pushState(++this.#last, "", hash);
      this.#now = this.#last;
    }
    this.#steps.set(this.#now, { chosen, top: this.#steps.get(this.#now)?.top ?? 0 });
  }

  /** The browser has gone somewhere. True if the page was there before. */
  arrive(): boolean {
    this.#leave();
    const step = history.state as unknown;
    if (typeof step === "number" && this.#steps.has(step)) {
      this.#now = step;
      return true;
    }
    this.#now = this.#begin();
    return false;
  }

  /** Scrolls to where the step was left, once `view` is high enough; whoever scrolls meanwhile is left alone. */
  restore(view: Element): void {
    const top = this.#steps.get(this.#now)?.top ?? 0;
    const stop = new AbortController();
    const { signal } = stop;
    this.#restoring = stop;
    const reach = (): void => {
      window.scrollTo({ top, behavior: "instant" });
      if (Math.abs(window.scrollY - top) < 2) stop.abort();
    };
    reach();
    if (signal.aborted) return;
    const grown = new ResizeObserver(reach);
    grown.observe(view);
    const patience = setTimeout(() => stop.abort(), PATIENCE_MS);
    for (const type of HANDS) window.addEventListener(type, () => stop.abort(), { signal, passive: true, capture: true });
    signal.addEventListener("abort", () => {
      clearTimeout(patience);
      grown.disconnect();
    });
  }

  /** An address that was followed by a link, or typed, is a new step. */
  #begin(): number {
    const step = ++this.#last;
    history.replaceState(step, "");
    this.#steps.set(step, { chosen: undefined, top: 0 });
    return step;
  }

  #leave(): void {
    const step = this.#steps.get(this.#now);
    // A step that was not restored yet is left as it was.
    if (step && (this.#restoring === undefined || this.#restoring.signal.aborted)) step.top = window.scrollY;
    this.#restoring?.abort();
    this.#restoring = undefined;
  }
}
