/**
 * The neighbourhood of a resource: what it refers to, and what refers to it, up to some hops.
 *
 * In: an index, a node and how far to go. Out: the nearest nodes up to a limit, how many there are in all, and the edges among them. Each direction is
 * followed straight on: dependencies of dependencies, dependents of dependents, and not what else depends on a dependency.
 */
import { degree, neighbours, type GraphIndex } from "./graph-index.js";

export type Direction = "both" | "dependencies" | "dependents";

export interface Walk {
  /** Nodes of the index, nearest first; the centre is the first. */
  nodes: number[];
  /** How far each is: dependencies above 0, dependents below. */
  hops: number[];
  /** How many nodes lie within the hops, shown or not. */
  total: number;
  /** Edges among the nodes, by their positions in `nodes`. */
  edges: { from: number; to: number; mask: number }[];
}

/** The hops that show a good deal and no more than can be taken in, for where nobody chose them. */
export function easyHops(index: GraphIndex, centre: number, direction: Direction, mask: number, { most = 3, comfortable = 40 } = {}): number {
  for (let hops = most; hops > 1; hops--) if (reach(index, centre, direction, mask, hops).length <= comfortable) return hops;
  return 1;
}

export function walk(index: GraphIndex, centre: number, direction: Direction, mask: number, hops: number, limit: number): Walk {
  const all = reach(index, centre, direction, mask, hops);
  const near = all.slice(0, limit);
  const nodes = near.map(([node]) => node);
  const position = new Map(nodes.map((node, at) => [node, at]));
  const edges: Walk["edges"] = [];
  nodes.forEach((node, from) => {
    for (const [other, kinds] of neighbours(index.out, node, mask)) {
      const to = position.get(other);
      if (to !== undefined) edges.push({ from, to, mask: kinds });
    }
  });
  return { nodes, hops: near.map(([, hop]) => hop), total: all.length, edges };
}

/** Neighbours that are there and not shown. */
export function hidden(index: GraphIndex, walked: Walk, mask: number): { out: number; in: number }[] {
  const counts = walked.nodes.map((node) => ({ out: degree(index.out, node, mask), in: degree(index.in, node, mask) }));
  for (const { from, to } of walked.edges) {
    const [a, b] = [counts[from], counts[to]];
    if (a) a.out -= 1;
    if (b) b.in -= 1;
  }
  return counts;
}

function reach(index: GraphIndex, centre: number, direction: Direction, mask: number, hops: number): [node: number, hop: number][] {
  const seen = new Set([centre]);
  const found: [number, number][] = [[centre, 0]];
  let ahead = direction === "dependents" ? [] : [centre];
  let behind = direction === "dependencies" ? [] : [centre];
  for (let hop = 1; hop <= hops && (ahead.length > 0 || behind.length > 0); hop++) {
    const step = (from: readonly number[], along: GraphIndex["out"], signed: number): [number, number][] => {
      const next: [number, number][] = [];
      for (const node of from) {
        for (const [other] of neighbours(along, node, mask)) {
          if (seen.has(other)) continue;
          seen.add(other);
          next.push([other, signed]);
        }
      }
      return next;
    };
    const after = step(ahead, index.out, hop);
    const before = step(behind, index.in, -hop);
    // Where the limit cuts, it leaves something of both sides.
    for (let at = 0; at < Math.max(after.length, before.length); at++) {
      for (const side of [after, before]) {
        const one = side[at];
        if (one) found.push(one);
      }
    }
    ahead = after.map(([node]) => node);
    behind = before.map(([node]) => node);
  }
  return found;
}
