// URNs too long to send about. The page gets a short stand-in for such a one, and the worker knows what it stands for.

import { head } from "./bounded.js";

const LONGEST = 4096;

export class LongUrns {
  #long = [];

  /** What the page gets: the URN itself, but for one that is too long. */
  short(urn) {
    if (urn === undefined || urn.length <= LONGEST) return urn;
    let at = this.#long.indexOf(urn);
    if (at < 0) at = this.#long.push(urn) - 1;
    return `${head(urn, LONGEST)}…#${at}`;
  }

  /** The URN that something from the page means. */
  full(short) {
    if (short === undefined || short.length <= LONGEST) return short;
    return this.#long[Number(short.slice(short.lastIndexOf("#") + 1))] ?? short;
  }
}
