/**
 * URNs too long to send about: the page gets a short stand-in for such a one, and the worker knows what it stands for.
 *
 * A stand-in is made of the URN alone, so that it means the same in another worker, once that has met the URN.
 */
import { head } from "./bounded.js";

const LONGEST = 4096;
const KEPT = 1024;

export class LongUrns {
  readonly #known = new Map<string, string>();

  /** What the page gets: the URN itself, but for one that is too long. */
  short<T extends string | undefined>(urn: T): T {
    if (urn === undefined || urn.length <= LONGEST) return urn;
    const short = `${head(urn, KEPT)}…#${digest(urn)}`;
    this.#known.set(short, urn);
    return short as T;
  }

  /** The URN that something from the page means; `among` gives those that it may be, where it comes from an address. */
  full<T extends string | undefined>(short: T, among: () => Iterable<string> = () => []): T {
    if (short === undefined || short.length <= KEPT || short.length > LONGEST) return short;
    if (!this.#known.has(short) && /…#[\da-f]{16}$/.test(short)) for (const urn of among()) this.short(urn);
    return (this.#known.get(short) as T | undefined) ?? short;
  }
}

/** 64 bits that a text comes to. */
function digest(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x85ebca6b);
  }
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
