/** A stack's updates, and its state after each of them. Worked out when somebody asks, once. */
import { eventsOf } from "./log.js";
import { type Entry, planned } from "./plan.js";
import { bulkQueues } from "./programs/small.js";
import type { StackPlan } from "./roster.js";
import { cutShort, run, type Run } from "./run.js";
import { isDefaultProvider, type Operation, type Row, stackUrn } from "./state.js";
import type { EngineEvent, Shape } from "./types.js";
import type { Properties } from "./values.js";

const LOGS_KEPT = 3;

/** An update that happens while somebody watches: its events come evenly until it is over. */
export interface Live {
  lasts: number;
  cancelled?: number;
}

export interface UpdateRecord extends Entry {
  /** An imported state, as given. */
  rows?: readonly Row[];
  pending?: readonly Operation[];
  /** The names that a rename left. */
  renamed?: { project: string; stack: string };
  live?: Live;
  /** Milliseconds; of what did not run here. */
  lasts?: number;
}

export interface HistoryOptions {
  seed: number;
  epoch: number;
  plan: StackPlan;
  key: string;
  now(): number;
  outputsOf(name: string, at: number): Properties;
}

export class History {
  readonly #options: HistoryOptions;
  #records: UpdateRecord[] | undefined;
  #previews: Map<number, Entry[]> | undefined;
  readonly #runs = new Map<number, Run>();
  readonly #previewed = new Map<string, Run>();
  readonly #logs = new Map<string, EngineEvent[]>();
  readonly #rows = new Map<number, readonly Row[]>();

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** All updates, oldest first; the version of each is its index and one. */
  get records(): readonly UpdateRecord[] {
    return this.#plan().records;
  }

  get last(): UpdateRecord | undefined {
    return this.records.at(-1);
  }

  /** The newest version that is over. */
  get finished(): UpdateRecord | undefined {
    const last = this.last;
    return last && this.isRunning(last) ? this.records.at(-2) : last;
  }

  get running(): UpdateRecord | undefined {
    return this.last && this.isRunning(this.last) ? this.last : undefined;
  }

  isRunning(record: UpdateRecord): boolean {
    return record.live !== undefined && record.live.cancelled === undefined && this.#options.now() < record.started + record.live.lasts;
  }

  /** Previews made since the update of that version, oldest first. */
  previews(version: number): readonly Entry[] {
    return this.#plan().previews.get(version) ?? [];
  }

  find(updateID: string): UpdateRecord | undefined {
    for (const record of this.records) if (record.updateID === updateID) return record;
    for (const list of this.#plan().previews.values()) for (const entry of list) if (entry.updateID === updateID) return entry;
    return undefined;
  }

  add(record: Omit<UpdateRecord, "version">): UpdateRecord {
    const added = { ...record, version: this.records.length + 1 };
    this.#plan().records.push(added);
    return added;
  }

  /** The rows after a version; those of version 0 are none. A running update has changed nothing yet. */
  rowsAt(version: number): readonly Row[] {
    if (version <= 0) return [];
    const known = this.#rows.get(version);
    if (known) return known;
    // Oldest first: each version builds on the one before, and there may be many.
    for (let at = 1; at < version; at += 1) if (!this.#rows.has(at)) this.#rows.set(at, this.#after(at));
    const rows = this.#after(version);
    const record = this.records[version - 1];
    if (record && !this.isRunning(record)) this.#rows.set(version, rows);
    return rows;
  }

  pendingAt(version: number): readonly Operation[] {
    const record = this.records[version - 1];
    if (record?.pending) return record.pending;
    const { plan } = this.#options;
    if (!plan.pending || version !== plan.versions) return [];
    const rows = this.rowsAt(version);
    const [made, changed] = [
      rows.find((row) => row.type === "aws:kinesis/stream:Stream"),
      rows.find((row) => row.type === "aws:rds/instance:Instance"),
    ];
    if (!made || !changed) return [];
    const { id: _, outputs: __, created: ___, modified: ____, ...fresh } = made;
    return [
      { resource: { ...fresh, urn: `${made.urn}-refunds` }, type: "creating" },
      { resource: changed, type: "updating" },
    ];
  }

  /** How many resources a version has, default providers aside. */
  countAt(version: number): number {
    const { plan } = this.#options;
    if (plan.program === "bulk" && version === plan.versions && !plan.kinds && this.records.length === plan.versions)
      return bulkQueues(plan.project, plan.stack) + 1;
    return this.rowsAt(version).filter((row) => !isDefaultProvider(row)).length;
  }

  /** What the operation did; nothing, for those that no engine carried out. */
  runOf(record: UpdateRecord): Run | undefined {
    if (record.kind === "import" || record.kind === "rename" || record.rows || record.renamed) return undefined;
    const known = record.preview ? this.#previewed.get(record.updateID) : this.#runs.get(record.version);
    if (known && record.live?.cancelled === undefined) return known;
    const before = record.version - 1;
    const old = this.rowsAt(before);
    const { seed, plan, key, outputsOf } = this.#options;
    const names = this.namesAt(before);
    const made =
      known ??
      run({
        seed,
        key,
        ...names,
        version: record.version,
        program: plan.program,
        revision: record.revision,
        kind: record.kind,
        adopted: record.adopted,
        preview: record.preview,
        breaks: record.breaks,
        policies: plan.policies ?? false,
        started: record.started,
        old,
        outputsOf: (name) => outputsOf(name, record.started),
      });
    if (record.preview) this.#previewed.set(record.updateID, made);
    else this.#runs.set(record.version, made);
    const cancelled = record.live?.cancelled;
    if (cancelled === undefined || record.live === undefined) return made;
    const share = (cancelled - record.started) / record.live.lasts;
    return cutShort(made, old, Math.floor(made.lasts * share));
  }

  failed(record: UpdateRecord): boolean {
    return record.breaks || record.live?.cancelled !== undefined;
  }

  /** When it was over, unix milliseconds; `undefined` while it runs. */
  endOf(record: UpdateRecord): number | undefined {
    if (this.isRunning(record)) return undefined;
    if (record.live) return record.live.cancelled ?? record.started + record.live.lasts;
    return record.started + (record.lasts ?? this.runOf(record)?.lasts ?? 1_000);
  }

  /** The project and stack that the URNs of a version name. */
  namesAt(version: number): { project: string; stack: string } {
    const { plan } = this.#options;
    let names = { project: plan.project, stack: plan.formerly ?? plan.stack };
    for (const record of this.records.slice(0, version))
      if (record.kind === "rename") names = record.renamed ?? { project: plan.project, stack: plan.stack };
    return names;
  }

  /** The events so far. */
  events(record: UpdateRecord, config: { [key: string]: string }): EngineEvent[] {
    const all = this.#log(record, config);
    const canceled = record.live?.cancelled !== undefined;
    if (!record.live) return all;
    const until = (record.live.cancelled ?? Math.min(this.#options.now(), record.started + record.live.lasts)) - record.started;
    const total = canceled ? all.length : Math.max(1, all.length);
    const shown = canceled || until >= record.live.lasts ? total : Math.floor((all.length * until) / record.live.lasts);
    const step = (canceled ? until : record.live.lasts) / total;
    return all.slice(0, shown).map((event, i) => {
      const timestamp = Math.floor((record.started + (i + 1) * step) / 1000);
      // The summary tells the time that the log's clock tells.
      return event.type === "summaryEvent" ? { ...event, timestamp, summaryEvent: { ...(event["summaryEvent"] as Shape), durationSeconds: Math.max(1, Math.round((step * total) / 1000)) } } : { ...event, timestamp };
    });
  }

  /** All events of an update, those to come included. The last few logs are kept: they are read page by page. */
  #log(record: UpdateRecord, config: { [key: string]: string }): EngineEvent[] {
    const canceled = record.live?.cancelled !== undefined;
    const key = `${record.updateID} ${canceled}`;
    const known = this.#logs.get(key);
    if (known) return known;
    const whole = this.runOf(record);
    if (!whole) return [];
    const names = this.namesAt(record.version - 1);
    const log = eventsOf({
      started: record.started,
      preview: record.preview,
      policies: this.#options.plan.policies ?? false,
      config,
      steps: whole.steps,
      rootUrn: stackUrn(names.project, names.stack),
      canceled,
      ...(whole.failure ? { failure: whole.failure } : {}),
      ...(record.version === 1 && !record.preview ? { download: { name: "aws", version: "6.83.0" } } : {}),
      ...(record.version % 5 === 3 ? { said: ["Loading settings of the stack", `Deploying revision ${record.revision}`] } : {}),
    });
    const [oldest] = this.#logs.keys();
    if (this.#logs.size >= LOGS_KEPT && oldest !== undefined) this.#logs.delete(oldest);
    this.#logs.set(key, log);
    return log;
  }

  #plan(): { records: UpdateRecord[]; previews: Map<number, Entry[]> } {
    if (!this.#records || !this.#previews) {
      const { seed, epoch, plan } = this.#options;
      const { updates, previews } = planned(seed, epoch, plan);
      this.#records = updates;
      this.#previews = previews;
    }
    return { records: this.#records, previews: this.#previews };
  }

  #after(version: number): readonly Row[] {
    const record = this.records[version - 1];
    const before = version === 1 ? [] : this.rowsAt(version - 1);
    if (!record || this.isRunning(record)) return before;
    if (record.rows) return record.rows;
    if (record.kind === "rename") {
      const [from, to] = [this.namesAt(version - 1), this.namesAt(version)];
      return before.map((row) => renamedRow(row, from, to));
    }
    if (record.kind === "import") {
      // Somebody took a resource out of the state by hand.
      const needed = new Set(before.flatMap((row) => [...(row.dependencies ?? []), ...(row.parent ? [row.parent] : [])]));
      const loose = before.filter((row) => row.custom && !needed.has(row.urn) && !row.protect && !row.type.startsWith("pulumi:")).at(-1);
      return before.filter((row) => row !== loose);
    }
    return this.runOf(record)?.rows ?? before;
  }
}

/** The row with every URN of the one stack turned into one of the other. */
export function renamedRow(row: Row, from: { project: string; stack: string }, to: { project: string; stack: string }): Row {
  const [start, next] = [`urn:pulumi:${from.stack}::${from.project}::`, `urn:pulumi:${to.stack}::${to.project}::`];
  const [root, nextRoot] = [`${from.project}-${from.stack}`, `${to.project}-${to.stack}`];
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") {
      if (!value.startsWith(start)) return value;
      const urn = next + value.slice(start.length);
      return urn.endsWith(`::pulumi:pulumi:Stack::${root}`) ? urn.slice(0, -root.length) + nextRoot : urn;
    }
    if (Array.isArray(value)) return value.map(renamed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item)]));
  };
  return renamed(row) as Row;
}
