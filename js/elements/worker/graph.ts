/** Neighbourhoods of the graph of a state, laid out: names, types, ids and relations, and never a value. */
import { bounded, cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { degree, flagsOf, indexOf, kindsOf, maskOf, RELATIONS, type GraphFlag, type GraphIndex, type RelationKind } from "./graph-index.js";
import { place, type Block } from "./graph-layout.js";
import { easyHops, hidden, walk, type Direction, type Walk } from "./graph-walk.js";
import type { Context, Progress } from "./messages.js";

const MOST_NODES = 300;
const MOST_HOPS = 6;
const MOST_FOUND = 30;
const SUGGESTED = 8;
const MOST_PROPERTIES = 8;
const DEPENDS = maskOf(["dependency", "property"]);
/** Nearly everything has a provider: it is shown where it is asked for. */
const USUAL: readonly RelationKind[] = RELATIONS.filter((kind) => kind !== "provider");

/** A resource to choose. */
export interface GraphChoice {
  urn: string;
  name: string;
  type: string;
  flags: GraphFlag[];
  /** What it refers to and what refers to it. */
  degree: number;
}

export interface GraphNode {
  urn: string;
  name: string;
  type: string;
  package: string;
  flags: GraphFlag[];
  /** Distance from the centre: dependencies above 0, dependents below. */
  hop: number;
  x: number;
  y: number;
  /** How many neighbours by the chosen relations are not shown. */
  hidden: { out: number; in: number };
}

/** `from` refers to `to`; both are positions in the list of nodes. */
export interface GraphEdge {
  from: number;
  to: number;
  kinds: RelationKind[];
  /** Input properties that the dependency came through. */
  properties: string[];
}

export interface GraphLine {
  points: number[];
  kinds: RelationKind[];
  /** The edges that it stands for. */
  edges: number[];
}

export interface GraphView {
  /** The centre is the first. */
  nodes: GraphNode[];
  edges: GraphEdge[];
  lines: GraphLine[];
  blocks: Block[];
  width: number;
  height: number;
  hops: number;
  kinds: RelationKind[];
  /** How many resources lie within the hops; more than there are nodes where there are too many to show. */
  total: number;
  /** How many references of each kind the whole state has. */
  counts: Record<RelationKind, number>;
  /** Where the URN that was asked for is in no record and no reference. */
  unknown: boolean;
}

export interface Neighbourhood {
  state: number;
  /** Absent: the stack, or what has the most relations. */
  urn?: string;
  /** From 1 to 6. Absent: as many as can be taken in. */
  hops?: number;
  direction: Direction;
  /** Absent: all but `provider`, which is there if the centre is a provider. */
  kinds?: readonly string[];
}

export function graphCalls(desk: Desk) {
  const index = (id: number, context: Context<{ read: number; total: number }>): Promise<GraphIndex> => indexOf(() => desk.state(id), context);
  const choice = (graph: GraphIndex, node: number): GraphChoice => ({
    urn: desk.urns.short(graph.urns[node] ?? ""),
    name: cut(graph.names[node] ?? ""),
    type: cut(graph.types[node] ?? ""),
    flags: flagsOf(graph.flags[node] ?? 0),
    degree: degree(graph.out, node, 127) + degree(graph.in, node, 127),
  });

  return {
    "graph.neighbourhood": async ({ state, urn, hops, direction, kinds }: Neighbourhood, context: Context<Progress>): Promise<GraphView> => {
      const graph = await index(state, context);
      context.signal.throwIfAborted();
      const asked = urn === undefined ? undefined : graph.byUrn.get(desk.urns.full(urn, () => graph.urns));
      const centre = asked ?? first(graph);
      if (centre === undefined || (urn !== undefined && asked === undefined)) return nothing(graph, urn !== undefined);
      const mask = maskOf(kinds ?? (flagsOf(graph.flags[centre] ?? 0).includes("provider") ? RELATIONS : USUAL));
      const far = Math.min(MOST_HOPS, Math.max(1, hops ?? easyHops(graph, centre, direction, mask)));
      const walked = walk(graph, centre, direction, mask, far, MOST_NODES);
      const { places, lines, ...layout } = place(walked.hops, walked.edges);
      const more = hidden(graph, walked, mask);
      return {
        nodes: walked.nodes.map((node, at) => {
          const { degree: _, ...named } = choice(graph, node);
          return { ...named, package: cut(graph.packages[node] ?? ""), hop: walked.hops[at] ?? 0, ...(places[at] ?? { x: 0, y: 0 }), hidden: more[at] ?? { out: 0, in: 0 } };
        }),
        edges: edgesOf(desk, state, graph, walked),
        lines: lines.map(({ points, mask: kinds, edges }) => ({ points, kinds: kindsOf(kinds), edges })),
        ...layout,
        hops: far,
        kinds: kindsOf(mask),
        total: walked.total,
        counts: graph.counts,
        unknown: false,
      };
    },

    /** Resources whose URN or id holds the text; without a text those with the most relations. */
    "graph.choices": async ({ state, text }: { state: number; text: string }, context: Context<Progress>): Promise<{ choices: GraphChoice[]; total: number }> => {
      const graph = await index(state, context);
      context.signal.throwIfAborted();
      if (text === "") {
        const choices = suggestions(graph).map((node) => choice(graph, node));
        return { choices, total: graph.urns.length };
      }
      const { rows, total } = desk.state(state).resources({ offset: 0, limit: MOST_FOUND * 4, filter: { text } });
      const nodes = new Set(rows.flatMap(({ urn }) => graph.byUrn.get(urn) ?? []));
      return { choices: [...nodes].sort(nearer(graph, text)).slice(0, MOST_FOUND).map((node) => choice(graph, node)), total };
    },
  };
}

/** The stack, else what has the most relations. */
function first(graph: GraphIndex): number | undefined {
  const stack = graph.types.indexOf("pulumi:pulumi:Stack");
  return stack >= 0 ? stack : (suggestions(graph)[0] ?? (graph.urns.length > 0 ? 0 : undefined));
}

/** The stack, and those that the most others depend on or that depend on the most. */
function suggestions(graph: GraphIndex): number[] {
  const best: [node: number, degree: number][] = [];
  const stack = graph.types.indexOf("pulumi:pulumi:Stack");
  for (let node = 0; node < graph.urns.length; node++) {
    const ties = degree(graph.out, node, DEPENDS) + degree(graph.in, node, DEPENDS);
    if (node === stack || ties === 0 || (best.length === SUGGESTED && ties <= (best.at(-1)?.[1] ?? 0))) continue;
    best.push([node, ties]);
    best.sort(([, a], [, b]) => b - a);
    best.length = Math.min(best.length, SUGGESTED);
  }
  const nodes = best.map(([node]) => node);
  return stack >= 0 ? [stack, ...nodes] : nodes;
}

/** Resources that are named so first, then those whose name begins so, then the rest as they stand in the state. */
function nearer(graph: GraphIndex, text: string): (a: number, b: number) => number {
  const wanted = text.toLowerCase();
  const rank = (node: number): number => {
    const at = (graph.names[node] ?? "").toLowerCase().indexOf(wanted);
    if (at < 0) return 3;
    return (graph.names[node] ?? "").length === wanted.length ? 0 : at === 0 ? 1 : 2;
  };
  return (a, b) => rank(a) - rank(b) || a - b;
}

function edgesOf(desk: Desk, state: number, graph: GraphIndex, { nodes, edges }: Walk): GraphEdge[] {
  const properties = new Map<number, Map<string, string[]>>();
  const PROPERTY = maskOf(["property"]);
  return edges.map(({ from, to, mask }) => {
    if (!(mask & PROPERTY)) return { from, to, kinds: kindsOf(mask), properties: [] };
    const known =
      properties.get(from) ??
      new Map(desk.state(state).dependencies(graph.urns[nodes[from] ?? 0] ?? "").map(({ urn, properties: names = [] }) => [urn, names]));
    properties.set(from, known);
    return { from, to, kinds: kindsOf(mask), properties: bounded((known.get(graph.urns[nodes[to] ?? 0] ?? "") ?? []).slice(0, MOST_PROPERTIES)) };
  });
}

function nothing(graph: GraphIndex, unknown: boolean): GraphView {
  return { nodes: [], edges: [], lines: [], blocks: [], width: 0, height: 0, hops: 1, kinds: [...USUAL], total: 0, counts: graph.counts, unknown };
}
