/**
 * All resources of a state at once, for what pages of rows can't answer: the tree by parent, sorting, counts of facets.
 *
 * In: a state. Out: its index, made when it is first asked for and kept as long as the state. Damage such as parents that are missing or go in circles
 * makes roots of those resources.
 */
import type { Checkpoint, ResourceRow } from "../../browser.js";

const READ_AT_ONCE = 4000;

/** A resource, without what only its record tells. */
export interface Resource {
  urn: string;
  name: string;
  type: string;
  package: string;
  id: string | undefined;
  /** URN of the provider. */
  provider: string;
  flags: readonly string[];
}

export interface StateIndex {
  /** In the order of the state. */
  resources: readonly Resource[];
  /** URNs that more than one record has. */
  repeated: ReadonlySet<string>;
  tree: Tree;
  /** URN and id in lower case, made for the first search. */
  searched: readonly string[] | undefined;
}

/** The tree by parent, written out from the top down. */
export interface Tree {
  /** Position in the state, of each node from the top down. */
  order: Int32Array;
  /** Of each node from the top down: where what lies below it ends. */
  ends: Int32Array;
  /** By position in the state: where the node stands in `order`. */
  places: Int32Array;
  /** By position in the state: the parent's position, or -1. */
  parents: Int32Array;
  /** By position in the state: 1 for a root. */
  levels: Int32Array;
}

const indexes = new WeakMap<Checkpoint, StateIndex>();

export function indexOf(state: Checkpoint): StateIndex {
  const known = indexes.get(state);
  if (known) return known;
  const made = makeIndex(state);
  indexes.set(state, made);
  return made;
}

/** The texts that a search looks at. */
export function searchedTexts(index: StateIndex): readonly string[] {
  index.searched ??= index.resources.map(({ urn, id }) => (id === undefined ? urn : `${urn}\n${id}`).toLowerCase());
  return index.searched;
}

function makeIndex(state: Checkpoint): StateIndex {
  const resources: Resource[] = [];
  const parents: (string | undefined)[] = [];
  const one = interner();
  for (let total = 1; resources.length < total; ) {
    const page = state.resources({ offset: resources.length, limit: READ_AT_ONCE });
    total = page.rows.length === 0 ? 0 : page.total;
    for (const row of page.rows) {
      resources.push(resourceOf(row, one));
      parents.push(row.parent === undefined ? undefined : one.text(row.parent));
    }
  }
  const { byUrn, repeated } = named(resources);
  const parentOf = Int32Array.from(parents, (urn) => (urn === undefined ? -1 : (byUrn.get(urn) ?? -1)));
  return { resources, repeated, tree: treeOf(parentOf), searched: undefined };
}

function resourceOf(row: ResourceRow, one: ReturnType<typeof interner>): Resource {
  const { urn, name, type, id, provider = "" } = row;
  return { urn, name, type: one.text(type), package: one.text(row.package), id, provider: one.text(provider.slice(0, Math.max(0, provider.lastIndexOf("::")))), flags: one.list(row.flags) };
}

/** Equal texts and lists as one in memory. */
function interner() {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  return {
    text: (text: string): string => texts.get(text) ?? (texts.set(text, text), text),
    list: (list: readonly string[]): readonly string[] => {
      const key = list.join();
      return lists.get(key) ?? (lists.set(key, list), list);
    },
  };
}

/** Positions by URN, the live record's where there is one. */
function named(resources: readonly Resource[]) {
  const byUrn = new Map<string, number>();
  const repeated = new Set<string>();
  resources.forEach(({ urn, flags }, at) => {
    const other = byUrn.get(urn);
    if (other !== undefined) repeated.add(urn);
    if (other === undefined || (resources[other]?.flags.includes("delete") && !flags.includes("delete"))) byUrn.set(urn, at);
  });
  return { byUrn, repeated };
}

function treeOf(parents: Int32Array): Tree {
  const size = parents.length;
  // Children as linked lists in the order of the state.
  const firsts = new Int32Array(size).fill(-1);
  const nexts = new Int32Array(size).fill(-1);
  for (let at = size - 1; at >= 0; at--) {
    const parent = parents[at] as number;
    if (parent < 0) continue;
    nexts[at] = firsts[parent] as number;
    firsts[parent] = at;
  }
  const tree: Tree = { order: new Int32Array(size), ends: new Int32Array(size), places: new Int32Array(size).fill(-1), parents, levels: new Int32Array(size) };
  let written = 0;
  const enter = (at: number, level: number): void => {
    tree.order[written] = at;
    tree.places[at] = written++;
    tree.levels[at] = level;
  };
  const walk = (root: number): void => {
    const open = [root];
    enter(root, 1);
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const child = firsts[node] as number;
      if (child < 0) {
        tree.ends[tree.places[node] as number] = written;
        open.pop();
        continue;
      }
      firsts[node] = nexts[child] as number;
      if ((tree.places[child] as number) >= 0) continue;
      enter(child, open.length + 1);
      open.push(child);
    }
  };
  for (let at = 0; at < size; at++) if ((parents[at] as number) < 0) walk(at);
  // What is left goes in circles.
  for (let at = 0; at < size; at++) {
    if ((tree.places[at] as number) >= 0) continue;
    parents[at] = -1;
    walk(at);
  }
  return tree;
}
