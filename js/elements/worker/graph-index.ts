/**
 * Who refers to whom in a whole state, as arrays that a walk runs over quickly.
 *
 * In: a state. Out: an index, made once and kept as long as the state is. It is made in slices, so that other calls are answered meanwhile, and not to
 * its end if nobody waits for it any more. Fails with code `gone` if the state is released before the index is there.
 *
 * Every URN is one node: where a record that waits for its deletion shares a URN with a live one, the live one speaks and the node carries `delete`. A URN
 * that is only referred to is a node without a record.
 */
import type { Checkpoint, ResourceRow } from "../../browser.js";
import type { Context } from "./messages.js";
import { SharedWork } from "./shared-work.js";

/** The ways in which one resource refers to another, in the order of their bits. */
export const RELATIONS = ["dependency", "property", "parent", "provider", "deletedWith", "replaceWith", "viewOf"] as const;
export type RelationKind = (typeof RELATIONS)[number];

/** What a row can be marked with, in the order of its bits. */
const FLAGS = ["custom", "component", "provider", "delete", "external", "protect", "retainOnDelete", "pendingReplacement", "taint", "initErrors", "missing"] as const;
export type GraphFlag = (typeof FLAGS)[number];
const DELETE = 1 << FLAGS.indexOf("delete");

const PAGE = 500;
const SLICE_MS = 12;

/** The edges of one node, as a slice of `others` and `masks`. */
export interface Adjacency {
  starts: Uint32Array;
  others: Uint32Array;
  masks: Uint8Array;
}

export interface GraphIndex {
  urns: string[];
  names: string[];
  types: string[];
  packages: string[];
  flags: Uint16Array;
  /** Node by URN. */
  byUrn: Map<string, number>;
  /** What each node refers to. */
  out: Adjacency;
  /** What refers to each node. */
  in: Adjacency;
  /** How many references there are of each kind. */
  counts: Record<RelationKind, number>;
}

type Reading = Context<{ read: number; total: number }>;
const indexes = new WeakMap<Checkpoint, SharedWork<GraphIndex, { read: number; total: number }>>();

/** `state` gives the state anew before each slice, and throws where it was released. */
export function indexOf(state: () => Checkpoint, context: Reading): Promise<GraphIndex> {
  const key = state();
  const known = indexes.get(key);
  if (known) return known.wait(context);
  const making = new SharedWork((work: Reading) => build(state, work), () => indexes.delete(key));
  indexes.set(key, making);
  return making.wait(context);
}

export function flagsOf(mask: number): GraphFlag[] {
  return FLAGS.filter((_, bit) => mask & (1 << bit));
}

export function kindsOf(mask: number): RelationKind[] {
  return RELATIONS.filter((_, bit) => mask & (1 << bit));
}

export function maskOf(kinds: readonly string[]): number {
  return kinds.reduce((mask, kind) => {
    const bit = (RELATIONS as readonly string[]).indexOf(kind);
    return bit < 0 ? mask : mask | (1 << bit);
  }, 0);
}

class Building {
  readonly urns: string[] = [];
  readonly names: string[] = [];
  readonly types: string[] = [];
  readonly packages: string[] = [];
  readonly flags: number[] = [];
  readonly byUrn = new Map<string, number>();
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly masks: number[] = [];
  readonly #words = new Map<string, string>();

  add({ urn, name, type, package: packageName, flags }: Pick<ResourceRow, "urn" | "name" | "type" | "package" | "flags">): void {
    const mask = flags.reduce((sum, flag) => sum | (1 << (FLAGS as readonly string[]).indexOf(flag)), 0);
    const known = this.byUrn.get(urn);
    if (known === undefined) {
      this.byUrn.set(urn, this.urns.push(urn) - 1);
      this.names.push(name);
      this.types.push(this.#word(type));
      this.packages.push(this.#word(packageName));
      this.flags.push(mask);
    } else this.flags[known] = mask & DELETE ? (this.flags[known] ?? 0) | DELETE : mask | DELETE;
  }

  node(urn: string): number {
    const known = this.byUrn.get(urn);
    if (known !== undefined) return known;
    const parts = urn.split("::");
    const type = parts[2]?.split("$").at(-1) ?? "";
    this.add({ urn, name: parts.slice(3).join("::") || urn, type, package: type.split(":")[0] ?? "", flags: ["missing"] });
    return this.urns.length - 1;
  }

  edge(from: number, urn: string, mask: number): void {
    const to = this.node(urn);
    if (from === to) return;
    this.from.push(from);
    this.to.push(to);
    this.masks.push(mask);
  }

  // Few types, many resources: one string of each.
  #word(text: string): string {
    const known = this.#words.get(text);
    if (known === undefined) this.#words.set(text, text);
    return known ?? text;
  }
}

async function build(state: () => Checkpoint, { signal, report }: Reading): Promise<GraphIndex> {
  const making = new Building();
  const pause = pauses(signal);
  /** URNs whose records all wait for their deletion. */
  const doomed = new Set<string>();
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = state().resources({ offset, limit: PAGE });
    total = page.total;
    for (const row of page.rows) {
      if (!row.flags.includes("delete")) doomed.delete(row.urn);
      else if (!making.byUrn.has(row.urn)) doomed.add(row.urn);
      making.add(row);
    }
    await pause();
  }
  const total = making.urns.length;
  for (let at = 0; at < total; at++) {
    const urn = making.urns[at] ?? "";
    if (doomed.has(urn)) for (const [other, mask] of recordReferences(state().resource(urn, { delete: true }))) making.edge(at, other, mask);
    else for (const { urn: other, kinds } of state().dependencies(urn)) making.edge(at, other, maskOf(kinds));
    if (at % 32 === 0 && (await pause())) report({ read: at, total });
  }
  return finished(making);
}

/** Lets the worker hear other calls once a slice is over; tells whether it did. */
function pauses(signal: AbortSignal): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return false;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
    return true;
  };
}

/** The references that a whole record makes: the core answers `dependencies` for live records alone. */
function recordReferences(record: Record<string, unknown> | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const note = (urn: unknown, kind: RelationKind): void => {
    if (typeof urn === "string" && urn !== "") found.set(urn, (found.get(urn) ?? 0) | maskOf([kind]));
  };
  const list = (value: unknown, kind: RelationKind): void => void (Array.isArray(value) && value.forEach((urn) => note(urn, kind)));
  for (const kind of ["parent", "deletedWith", "viewOf"] as const) note(record?.[kind], kind);
  const { provider, dependencies, replaceWith, propertyDependencies } = record ?? {};
  if (typeof provider === "string") note(provider.slice(0, provider.lastIndexOf("::")), "provider");
  list(dependencies, "dependency");
  list(replaceWith, "replaceWith");
  if (propertyDependencies && typeof propertyDependencies === "object") Object.values(propertyDependencies).forEach((urns) => list(urns, "property"));
  return found;
}

function finished({ urns, names, types, packages, flags, byUrn, from, to, masks }: Building): GraphIndex {
  const counts = Object.fromEntries(RELATIONS.map((kind, bit) => [kind, masks.reduce((sum, mask) => sum + ((mask >> bit) & 1), 0)]));
  return {
    urns, names, types, packages, byUrn,
    flags: Uint16Array.from(flags),
    out: adjacency(urns.length, from, to, masks),
    in: adjacency(urns.length, to, from, masks),
    counts: counts as Record<RelationKind, number>,
  };
}

function adjacency(size: number, from: readonly number[], to: readonly number[], masks: readonly number[]): Adjacency {
  const starts = new Uint32Array(size + 1);
  for (const node of from) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < size; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const made = { starts, others: new Uint32Array(from.length), masks: new Uint8Array(from.length) };
  from.forEach((node, edge) => {
    const at = next[node] ?? 0;
    next[node] = at + 1;
    made.others[at] = to[edge] ?? 0;
    made.masks[at] = masks[edge] ?? 0;
  });
  return made;
}

/** The neighbours of a node by any of the kinds in `mask`. */
export function* neighbours({ starts, others, masks }: Adjacency, node: number, mask: number): Generator<readonly [number, number]> {
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
    const kinds = (masks[at] ?? 0) & mask;
    if (kinds !== 0) yield [others[at] ?? 0, kinds];
  }
}

export function degree({ starts, masks }: Adjacency, node: number, mask: number): number {
  let sum = 0;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) if ((masks[at] ?? 0) & mask) sum += 1;
  return sum;
}
