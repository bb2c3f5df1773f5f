/**
 * What a list of stacks doesn't tell: tags, what runs, and how the last update ended. Asked for the few stacks that are in view, a few at a time, and
 * remembered for a while.
 */
import type { PulumiCloud } from "../../browser.js";
import { cut } from "./bounded.js";
import { tagsOf, type Tag } from "./stack-list.js";

const AT_ONCE = 4;
const KEPT_MS = 60_000;
const MOST_KEPT = 5000;

export interface StackDetails {
  stack: string;
  tags?: Tag[] | undefined;
  /** Absent where the stack was never updated. */
  latest?: { kind: string; result: string; version?: number | undefined; started?: number | undefined } | undefined;
  /** The server did not tell; whatever else is here is right. */
  failed?: boolean;
}

/** A stack to ask for; `updated` says whether it ever was, as far as the list knows. */
export interface Asked {
  stack: string;
  updated: boolean;
}

export class DetailsDesk {
  /** Servers without `updates/latest`. */
  readonly #without = new Set<string>();
  readonly #kept = new Map<string, { at: number; details: StackDetails }>();

  /** Tells of each stack as it comes. Ends early when aborted. */
  async read(key: string, cloud: PulumiCloud, stacks: readonly Asked[], signal: AbortSignal, report: (details: StackDetails) => void): Promise<void> {
    const missing: Asked[] = [];
    for (const one of stacks) {
      const kept = this.#kept.get(`${key} ${one.stack}`);
      if (kept && Date.now() - kept.at < KEPT_MS) report(kept.details);
      else missing.push(one);
    }
    const next = async (): Promise<void> => {
      for (let one = missing.shift(); one !== undefined && !signal.aborted; one = missing.shift()) {
        const details = await detailsOf(cloud, { ...one, updated: one.updated && !this.#without.has(key) }, signal, () => this.#without.add(key));
        if (signal.aborted) return;
        if (!details.failed) this.#keep(`${key} ${one.stack}`, details);
        report(details);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  /** Forgets what was told under `key`. */
  forget(key: string): void {
    this.#without.delete(key);
    for (const asked of [...this.#kept.keys()]) if (asked.startsWith(`${key} `)) this.#kept.delete(asked);
  }

  #keep(key: string, details: StackDetails): void {
    this.#kept.delete(key);
    this.#kept.set(key, { at: Date.now(), details });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

async function detailsOf(cloud: PulumiCloud, { stack, updated }: Asked, signal: AbortSignal, lacks: () => void): Promise<StackDetails> {
  const asked = updated ? cloud.updates.latest(stack, { signal }) : undefined;
  const [about, latest] = await Promise.allSettled([cloud.stacks.get(stack, { signal }), asked]);
  const details: StackDetails = { stack };
  if (about.status === "fulfilled") details.tags = tagsOf(about.value.tags ?? {});
  if (latest.status === "fulfilled" && latest.value) {
    const { info, version } = latest.value;
    details.latest = { kind: cut(info.kind, 40), result: cut(info.result ?? "", 40), version: version ?? info.version, started: info.startTime };
  }
  const code = latest.status === "rejected" ? (latest.reason as { code?: string }).code : undefined;
  const gone = code === "not_found" || code === "unsupported";
  if (code === "unsupported") lacks();
  if (about.status === "rejected" || (latest.status === "rejected" && !gone)) details.failed = true;
  return details;
}
