/**
 * What lies on the worker's desk: states, differences, event logs and clients, each under a number that the page holds.
 *
 * A number that names nothing fails with code `gone`: the worker was started anew, or the thing was released. No number is given out twice, in the lives of
 * all workers of a page.
 */
import { init, PulumiCloud, type Checkpoint, type EventLog, type StateDiff } from "../../browser.js";
import { LongUrns } from "./long-urns.js";

interface Things {
  state: Checkpoint;
  diff: StateDiff;
  log: EventLog;
  server: PulumiCloud;
}

type Kind = keyof Things;

export class Desk {
  /** URNs too long to send about. */
  readonly urns = new LongUrns();
  readonly #things = new Map<number, { kind: Kind; thing: Things[Kind] }>();
  readonly #forgetting: ((server: number) => void)[] = [];
  // Later workers begin higher.
  #last = Math.floor(performance.timeOrigin) * 1000;

  keep<K extends Kind>(kind: K, thing: Things[K]): number {
    this.#things.set(++this.#last, { kind, thing });
    return this.#last;
  }

  state(id: number): Checkpoint {
    return this.#find("state", id);
  }

  diff(id: number): StateDiff {
    return this.#find("diff", id);
  }

  log(id: number): EventLog {
    return this.#find("log", id);
  }

  server(id: number): PulumiCloud {
    return this.#find("server", id);
  }

  release(id: number): void {
    this.#things.get(id)?.thing.free();
    this.#things.delete(id);
  }

  /** Families of calls that keep a server's answers say here how they let go of them. */
  onForget(drop: (server: number) => void): void {
    this.#forgetting.push(drop);
  }

  /** Lets go of a client, and of all that was kept of its answers. */
  forget(server: number): void {
    for (const drop of this.#forgetting) drop(server);
    this.release(server);
  }

  /** The wasm module, for what has to be made at once. */
  ready(): Promise<void> {
    return init();
  }

  #find<K extends Kind>(kind: K, id: number): Things[K] {
    const found = this.#things.get(id);
    if (found?.kind !== kind) throw Object.assign(new Error(`there is no such ${kind} any more`), { code: "gone" });
    return found.thing as Things[K];
  }
}
