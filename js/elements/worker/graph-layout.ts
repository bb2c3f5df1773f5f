/**
 * Places for the nodes of a neighbourhood and courses for the lines between them: what depends on others stands to the left of them.
 *
 * In: nodes by number, edges between them. Out: the top left corner of each node, and the points of each line. Resources that are tied to the same
 * others in the same way are laid in a block, with one line for all of them. The time is bounded: a graph that would take the layering too long is
 * laid in columns by distance.
 */
import { Graph, layout as layered } from "@dagrejs/dagre";
import { CARD } from "./graph-card.js";

const GAP = 10;
const PADDING = 12;
const RANK_GAP = 84;
const SMALLEST_BLOCK = 5;
/** Parts, lines and bends of lines that layering may take. */
const MOST_LAYERED = 700;
const EXACT_RANKS_UP_TO = 260;
const TALLEST_COLUMN = 1800;

export interface Edge {
  from: number;
  to: number;
  mask: number;
}

export interface Line {
  /** x, y, x, y … */
  points: number[];
  mask: number;
  /** Edges that it stands for. */
  edges: number[];
}

export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
  members: number[];
}

export interface Layout {
  places: { x: number; y: number }[];
  lines: Line[];
  blocks: Block[];
  width: number;
  height: number;
}

/** A node of the layout: one card, or a block of them. */
interface Part {
  members: number[];
  columns: number;
  width: number;
  height: number;
  x: number;
  y: number;
}

interface Link {
  from: number;
  to: number;
  mask: number;
  edges: number[];
  bends: number[];
}

/** `hops` says how far each node is from the first. */
export function place(hops: readonly number[], edges: readonly Edge[]): Layout {
  const parts = partsOf(hops.length, edges);
  const partOf = new Map(parts.flatMap(({ members }, part) => members.map((node) => [node, part] as const)));
  const links = linksOf(edges, partOf);
  // A line has a point between any two ranks, and one in each that it passes.
  if (parts.length + links.length + 2 * bends(parts.length, links) <= MOST_LAYERED) layer(parts, links);
  else columns(parts, links, hops);
  return drawn(hops.length, parts, links);
}

function partsOf(count: number, edges: readonly Edge[]): Part[] {
  const ties: string[][] = Array.from({ length: count }, () => []);
  for (const { from, to, mask } of edges) {
    ties[from]?.push(`>${to}:${mask}`);
    ties[to]?.push(`<${from}:${mask}`);
  }
  const groups = new Map<string, number[]>();
  ties.forEach((list, node) => {
    // The centre stands alone.
    const key = node === 0 ? "centre" : list.sort().join();
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  });
  return [...groups.values()].flatMap((members) => (members.length < SMALLEST_BLOCK ? members.map((node) => part([node])) : [part(members)]));
}

function part(members: number[]): Part {
  if (members.length === 1) return { members, columns: 1, ...CARD, x: 0, y: 0 };
  const columns = Math.max(1, Math.round(Math.sqrt((members.length * (CARD.height + GAP)) / (CARD.width + GAP))));
  const rows = Math.ceil(members.length / columns);
  return {
    members,
    columns,
    width: columns * (CARD.width + GAP) - GAP + 2 * PADDING,
    height: rows * (CARD.height + GAP) - GAP + 2 * PADDING,
    x: 0,
    y: 0,
  };
}

function linksOf(edges: readonly Edge[], partOf: ReadonlyMap<number, number>): Link[] {
  const links = new Map<string, Link>();
  edges.forEach(({ from, to, mask }, edge) => {
    const [a, b] = [partOf.get(from) ?? 0, partOf.get(to) ?? 0];
    const key = `${a},${b}`;
    const link = links.get(key);
    if (link) {
      link.edges.push(edge);
      link.mask |= mask;
    } else links.set(key, { from: a, to: b, mask, edges: [edge], bends: [] });
  });
  return [...links.values()];
}

/** How many bends the lines get where every part stands one rank left of the nearest that it refers to, at most. */
function bends(count: number, links: readonly Link[]): number {
  const ranks = new Int32Array(count);
  // Cycles end it: no rank is beyond the number of rounds.
  for (let round = 0, moved = true; moved && round < 24; round++) {
    moved = false;
    for (const { from, to } of links) {
      const least = (ranks[from] ?? 0) + 1;
      if ((ranks[to] ?? 0) >= least || least > 24) continue;
      ranks[to] = least;
      moved = true;
    }
  }
  return links.reduce((sum, { from, to }) => sum + Math.max(0, Math.abs((ranks[to] ?? 0) - (ranks[from] ?? 0)) - 1), 0);
}

function layer(parts: readonly Part[], links: readonly Link[]): void {
  const graph = new Graph({ multigraph: false });
  const ranker = parts.length + links.length <= EXACT_RANKS_UP_TO ? "network-simplex" : "tight-tree";
  graph.setGraph({ rankdir: "LR", nodesep: GAP + 4, edgesep: GAP, ranksep: RANK_GAP, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  parts.forEach(({ width, height }, at) => graph.setNode(String(at), { width, height }));
  for (const { from, to } of links) graph.setEdge(String(from), String(to), {});
  layered(graph);
  parts.forEach((one, at) => {
    const { x = 0, y = 0 } = graph.node(String(at)) as { x?: number; y?: number };
    one.x = x - one.width / 2;
    one.y = y - one.height / 2;
  });
  // The parts of a rank share the middle of their column.
  const columns = new Map<number, number>();
  for (const { x, width } of parts) columns.set(Math.round(x + width / 2), Math.max(width, columns.get(Math.round(x + width / 2)) ?? 0));
  for (const link of links) {
    const [a, b] = [parts[link.from], parts[link.to]];
    if (!a || !b) continue;
    const { points = [] } = graph.edge(String(link.from), String(link.to)) as { points?: { x: number; y: number }[] };
    const ends = [a, b].map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
    const across = [ends[0], ...points.slice(1, -1), ends[1]];
    const side = a.x <= b.x ? 1 : -1;
    // Straight through a column, and from one height to another between two of them alone.
    link.bends = across.flatMap((point, at) => {
      const width = point && columns.get(Math.round(point.x));
      if (!point || width === undefined) return [];
      const [before, after] = [point.x - (side * width) / 2, point.x + (side * width) / 2];
      if (at === 0) return [after, point.y];
      return at === across.length - 1 ? [before, point.y] : [before, point.y, after, point.y];
    });
  }
}

/** One column for each distance, in the order in which the parts of the column before them are tied to them. */
function columns(parts: readonly Part[], links: readonly Link[], hops: readonly number[]): void {
  const byHop = new Map<number, number[]>();
  parts.forEach(({ members }, at) => {
    const hop = hops[members[0] ?? 0] ?? 0;
    byHop.set(hop, [...(byHop.get(hop) ?? []), at]);
  });
  const tied: number[][] = parts.map(() => []);
  for (const { from, to } of links) {
    tied[from]?.push(to);
    tied[to]?.push(from);
  }
  const steps = [...byHop.keys()].sort((a, b) => a - b);
  const outward = [...steps].sort((a, b) => Math.abs(a) - Math.abs(b));
  for (const hop of outward) {
    const column = byHop.get(hop) ?? [];
    const middle = (at: number): number => {
      const ys = (tied[at] ?? []).filter((other) => Math.abs(hops[parts[other]?.members[0] ?? 0] ?? 0) < Math.abs(hop)).map((other) => parts[other]?.y ?? 0);
      return ys.length === 0 ? 0 : ys.reduce((sum, y) => sum + y, 0) / ys.length;
    };
    const order = new Map(column.map((at) => [at, middle(at)]));
    column.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    stand(column.flatMap((at) => parts[at] ?? []), 0);
  }
  let x = 0;
  for (const hop of steps) x = stand((byHop.get(hop) ?? []).flatMap((at) => parts[at] ?? []), x) + 2 * RANK_GAP;
}

/** Stands parts under each other from `x` on, beside each other where that would be too tall; gives where they end. */
function stand(column: readonly Part[], x: number): number {
  let [left, right, y] = [x, x, 0];
  let standing: Part[] = [];
  const finish = (): void => {
    for (const one of standing) one.y -= (y - GAP) / 2;
    standing = [];
  };
  for (const one of column) {
    if (standing.length > 0 && y + one.height > TALLEST_COLUMN) {
      finish();
      [left, y] = [right + RANK_GAP / 2, 0];
    }
    one.x = left;
    one.y = y;
    y += one.height + GAP;
    right = Math.max(right, left + one.width);
    standing.push(one);
  }
  finish();
  return right;
}

function drawn(count: number, parts: readonly Part[], links: readonly Link[]): Layout {
  const [left, top] = [Math.min(...parts.map(({ x }) => x)), Math.min(...parts.map(({ y }) => y))];
  for (const one of parts) {
    one.x -= left;
    one.y -= top;
  }
  const places: Layout["places"] = Array.from({ length: count }, () => ({ x: 0, y: 0 }));
  for (const { members, columns: across, x, y } of parts) {
    const inset = members.length > 1 ? PADDING : 0;
    members.forEach((node, at) => {
      places[node] = {
        x: Math.round(x + inset + (at % across) * (CARD.width + GAP)),
        y: Math.round(y + inset + Math.floor(at / across) * (CARD.height + GAP)),
      };
    });
  }
  const lines = links.flatMap(({ from, to, mask, edges, bends: between }) => {
    const [a, b] = [parts[from], parts[to]];
    return a && b ? [{ points: course(a, b, between.map((value, at) => value - (at % 2 ? top : left))), mask, edges }] : [];
  });
  return {
    places,
    lines,
    blocks: parts.filter(({ members }) => members.length > 1).map(({ x, y, width, height, members }) => ({ x, y, width, height, members })),
    width: Math.max(...parts.map(({ x, width }) => x + width)),
    height: Math.max(...parts.map(({ y, height }) => y + height)),
  };
}

/** From the side of one part to the side of the other, through the bends. */
function course(a: Part, b: Part, between: readonly number[]): number[] {
  const forward = a.x + a.width <= b.x || (a.x < b.x && a.x + a.width / 2 < b.x);
  const start = [forward ? a.x + a.width : a.x, a.y + a.height / 2];
  const end = [forward ? b.x : b.x + b.width, b.y + b.height / 2];
  return [...start, ...between, ...end].map(Math.round);
}
