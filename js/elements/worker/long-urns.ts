/** URNs too long to send about: the page gets a short stand-in for such a one, and the worker knows what it stands for. */
import { head } from "./bounded.js";

const LONGEST = 4096;

export class LongUrns {
  readonly #long: string[] = [];

  /** What the page gets: the URN itself, but for one that is too long. */
  short<T extends string | undefined>(urn: T): T {
    if (urn === undefined || urn.length <= LONGEST) return urn;
    let at = this.#long.indexOf(urn);
    if (at < 0) at = this.#long.push(urn) - 1;
    return `${head(urn, LONGEST)}…#${at}` as T;
  }

  /** The URN that something from the page means. */
  full<T extends string | undefined>(short: T): T {
    if (short === undefined || short.length <= LONGEST) return short;
    return (this.#long[Number(short.slice(short.lastIndexOf("#") + 1))] as T | undefined) ?? short;
  }
}
