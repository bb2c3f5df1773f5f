/**
 * The resources of a state as lists: filtered, as a tree with folds or as a sorted table.
 *
 * In: a state and what is asked for. Out: rows that are in view. Lists are kept, so that scrolling computes nothing.
 */
import type { Checkpoint } from "../../browser.js";
import { cut } from "./bounded.js";
import { facetsOf, isEmpty, missed, textTest, type ListFilter } from "./contents-filter.js";
import { indexOf, type StateIndex, type Tree } from "./contents-index.js";
import type { LongUrns } from "./long-urns.js";

const KEPT_LISTS = 4;

/** What is unfolded: all, nothing, or what stands at the top; `except` are positions in the state where it is the other way round. */
export interface Folds {
  open: "all" | "none" | "top";
  except: readonly number[];
}

export type ListSpec = { filter: ListFilter } & ({ form: "tree"; folds: Folds } | { form: "table"; sort: string });

/** Which record is meant; `delete` and `id` tell apart those that share a URN. */
export interface RecordKey {
  urn: string;
  delete?: boolean;
  id?: string;
}

/** A resource as a line of a list. */
export interface ResourceLine {
  /** Position in the state. */
  index: number;
  urn: string;
  name: string;
  type: string;
  id: string | undefined;
  flags: readonly string[];
  /** Whether other records have its URN. */
  repeated: boolean;
  /** In the tree, from 1. */
  level: number;
  /** In the tree: whether it is unfolded; undefined where there is nothing below. */
  open: boolean | undefined;
  /** In the tree: how many in the list lie below. */
  below: number;
  /** Whether it is there for the sake of what lies below it. */
  dim: boolean;
}

interface List {
  rows: Int32Array;
  mask: Mask | undefined;
  /** How many resources pass the filter. */
  matching: number;
}

/** By position in the state: 1 passes, 2 is above one that passes. */
interface Mask {
  marks: Uint8Array;
  matching: number;
  /** By place in the tree: how many before it pass. */
  before: Int32Array;
}

interface Kept {
  lists: Map<string, List>;
  masks: Map<string, Mask>;
  sorted: Map<string, Int32Array>;
}

const kept = new WeakMap<StateIndex, Kept>();

export function page(state: Checkpoint, spec: ListSpec, offset: number, limit: number, urns: LongUrns) {
  const index = indexOf(state);
  const list = listOf(index, spec);
  const opened = spec.form === "tree" ? openTest(index.tree, spec.folds) : undefined;
  const rows = [...list.rows.subarray(offset, offset + limit)].map((at) => line(index, list, at, opened, urns));
  return { rows, total: list.rows.length, matching: list.matching, all: index.resources.length };
}

/** Where a record stands in a list, -1 if it doesn't; `closed` are the folded ones above it, `known` whether the state has such a record. */
export function place(state: Checkpoint, spec: ListSpec, key: RecordKey): { at: number; closed: number[]; known: boolean } {
  const index = indexOf(state);
  const wanted = positionOf(index, key);
  if (wanted < 0) return { at: -1, closed: [], known: false };
  const list = listOf(index, spec);
  const closed: number[] = [];
  if (spec.form === "tree" && (!list.mask || list.mask.marks[wanted])) {
    const { parents } = index.tree;
    const opened = openTest(index.tree, spec.folds);
    for (let at = parents[wanted] as number; at >= 0; at = parents[at] as number) if (!opened(at)) closed.push(at);
  }
  return { at: list.rows.indexOf(wanted), closed, known: true };
}

/** What can be filtered by. */
export function facets(state: Checkpoint, filter: ListFilter, urns: LongUrns) {
  return facetsOf(indexOf(state), filter, urns);
}

function positionOf(index: StateIndex, { urn, delete: deleted, id }: RecordKey): number {
  const fits = (at: number): boolean => {
    const resource = index.resources[at];
    return resource?.urn === urn && (deleted === undefined || resource.flags.includes("delete") === deleted) && (id === undefined || resource.id === id);
  };
  const all = index.resources.flatMap((_, at) => (fits(at) ? [at] : []));
  return all.find((at) => !index.resources[at]?.flags.includes("delete")) ?? all[0] ?? -1;
}

function line(index: StateIndex, { mask }: List, at: number, opened: ((at: number) => boolean) | undefined, urns: LongUrns): ResourceLine {
  const { urn, name, type, id, flags } = index.resources[at] as StateIndex["resources"][number];
  const { places, ends, levels } = index.tree;
  const here = places[at] as number;
  const end = ends[here] as number;
  const below = mask ? (mask.before[end] as number) - (mask.before[here + 1] as number) : end - here - 1;
  return {
    index: at,
    urn: urns.short(urn),
    name: cut(name),
    type: cut(type),
    id: id === undefined ? undefined : cut(id),
    flags,
    repeated: index.repeated.has(urn),
    level: opened ? (levels[at] as number) : 1,
    open: opened && below > 0 ? opened(at) : undefined,
    below: opened ? below : 0,
    dim: opened !== undefined && mask?.marks[at] === 2,
  };
}

function listOf(index: StateIndex, spec: ListSpec): List {
  const { lists } = keptOf(index);
  return remembered(lists, JSON.stringify(spec), () => {
    const mask = maskOf(index, spec.filter);
    const rows = spec.form === "tree" ? unfolded(index.tree, mask, spec.folds) : table(index, mask, spec.sort);
    return { rows, mask, matching: mask?.matching ?? index.resources.length };
  });
}

function keptOf(index: StateIndex): Kept {
  const known = kept.get(index);
  if (known) return known;
  const made: Kept = { lists: new Map(), masks: new Map(), sorted: new Map() };
  kept.set(index, made);
  return made;
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT_LISTS && oldest !== undefined) map.delete(oldest);
  return value;
}

function maskOf(index: StateIndex, filter: ListFilter): Mask | undefined {
  if (isEmpty(filter)) return undefined;
  return remembered(keptOf(index).masks, JSON.stringify(filter), () => {
    const { resources, tree } = index;
    const marks = new Uint8Array(resources.length);
    const hasText = textTest(index, filter);
    let matching = 0;
    resources.forEach((resource, at) => {
      if (!hasText(at) || missed(resource, filter).length > 0) return;
      marks[at] = 1;
      matching += 1;
    });
    const before = new Int32Array(resources.length + 1);
    tree.order.forEach((at, here) => (before[here + 1] = (before[here] as number) + (marks[at] === 1 ? 1 : 0)));
    for (const at of tree.order) {
      if (marks[at] !== 1) continue;
      for (let above = tree.parents[at] as number; above >= 0 && !marks[above]; above = tree.parents[above] as number) marks[above] = 2;
    }
    return { marks, matching, before };
  });
}

function openTest({ levels }: Tree, { open, except }: Folds): (at: number) => boolean {
  const turned = new Set(except);
  return (at) => (open === "all" || (open === "top" && levels[at] === 1)) !== turned.has(at);
}

function unfolded(tree: Tree, mask: Mask | undefined, folds: Folds): Int32Array {
  const opened = openTest(tree, folds);
  const rows = new Int32Array(tree.order.length);
  let size = 0;
  for (let here = 0; here < tree.order.length; ) {
    const at = tree.order[here] as number;
    const end = tree.ends[here] as number;
    if (mask && !mask.marks[at]) here = end;
    else {
      rows[size++] = at;
      here = opened(at) ? here + 1 : end;
    }
  }
  return rows.slice(0, size);
}

function table(index: StateIndex, mask: Mask | undefined, sort: string): Int32Array {
  const rows = remembered(keptOf(index).sorted, sort, () => sorted(index, sort));
  return mask ? rows.filter((at) => mask.marks[at] === 1) : rows;
}

/** `name`, `type` or `id`, behind a `-` from the last to the first; any other text leaves the order of the state. */
function sorted({ resources }: StateIndex, sort: string): Int32Array {
  const rows = Int32Array.from(resources.keys());
  const field = sort.replace("-", "");
  if (field !== "name" && field !== "type" && field !== "id") return rows;
  const keys = resources.map((resource) => (resource[field] ?? "").toLowerCase());
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows.sort((a, b) => {
    const [one, other] = [keys[a] as string, keys[b] as string];
    if (one === other) return a - b;
    // What has no id stands last either way.
    if (one === "" || other === "") return one === "" ? 1 : -1;
    return one < other ? -sign : sign;
  });
}
