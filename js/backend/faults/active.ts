/**
 * The faults that are switched on, and their counts. Names or faults of the caller's own go in; out comes, for each request,
 * which effects it meets. Fails on an unknown name.
 */
import { FAULTS, type Effect, type Fault } from "./list.js";

/** A fault by its name, or one of the caller's own making. */
export type FaultChoice = string | Fault;

interface Counted {
  fault: Fault;
  requests: number;
}

export class ActiveFaults {
  #standing: Counted[] = [];
  /** Those that single requests name, counted by name. */
  #named = new Map<string, Counted>();
  /** Pages that pointed to themselves already, for faults that do so once. */
  readonly repeated = new Set<string>();

  constructor(choices: readonly FaultChoice[] = []) {
    this.set(choices);
  }

  get names(): string[] {
    return this.#standing.map(({ fault }) => fault.name);
  }

  /** Replaces what was switched on; all counts begin anew. */
  set(choices: readonly FaultChoice[]): void {
    this.#standing = choices.map((choice) => ({ fault: typeof choice === "string" ? faultNamed(choice) : choice, requests: 0 }));
    this.#named.clear();
    this.repeated.clear();
  }

  /** The effects that meet the request at hand; counts it. */
  meet(named: readonly string[] = []): Effect[] {
    const asked = named.map((name) => {
      const counted = this.#named.get(name) ?? { fault: faultNamed(name), requests: 0 };
      this.#named.set(name, counted);
      return counted;
    });
    return [...this.#standing, ...asked].filter(isHit).map(({ fault }) => fault.effect);
  }
}

function isHit(counted: Counted): boolean {
  counted.requests += 1;
  const { when } = counted.fault;
  if (when === undefined) return true;
  return "first" in when ? counted.requests <= when.first : counted.requests % when.every === 0;
}

export function faultNamed(name: string): Fault {
  const found = FAULTS.find((fault) => fault.name === name);
  if (found) return found;
  throw new RangeError(`no fault is called \`${name}\`; there are ${FAULTS.map((fault) => fault.name).join(", ")}`);
}
