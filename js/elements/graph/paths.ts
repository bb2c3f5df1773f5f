/** Where the arrow keys lead in the picture of a graph. */
import { CARD } from "./shapes.js";
import type { GraphView } from "../worker/graph.js";

/** Left and right follow relations, up and down go to what stands above and below; Home goes to the centre. */
export function next({ nodes, edges }: GraphView, at: number, key: string): number | undefined {
  const here = nodes[at];
  if (!here) return undefined;
  const nearest = (candidates: readonly number[], far: (x: number, y: number) => number): number | undefined => {
    let best: number | undefined;
    let least = Infinity;
    for (const one of candidates) {
      const node = nodes[one];
      const distance = node ? far(node.x - here.x, node.y - here.y) : Infinity;
      if (distance >= least) continue;
      least = distance;
      best = one;
    }
    return best;
  };
  const byRow = (x: number, y: number): number => Math.abs(y) + Math.abs(x) / 8;
  switch (key) {
    case "ArrowRight":
      return nearest(edges.flatMap(({ from, to }) => (from === at ? to : [])), byRow);
    case "ArrowLeft":
      return nearest(edges.flatMap(({ from, to }) => (to === at ? from : [])), byRow);
    case "ArrowDown":
      return beside(nodes, at, 1);
    case "ArrowUp":
      return beside(nodes, at, -1);
    case "Home":
      return 0;
    default:
      return undefined;
  }
}

/** The next one of the same column; behind a column's end, the next column that overlaps it. */
function beside(nodes: GraphView["nodes"], at: number, step: 1 | -1): number | undefined {
  const order = nodes.map((_, one) => one).sort((a, b) => (nodes[a]?.x ?? 0) - (nodes[b]?.x ?? 0) || (nodes[a]?.y ?? 0) - (nodes[b]?.y ?? 0));
  const here = nodes[at];
  const same = order.filter((one) => Math.abs((nodes[one]?.x ?? 0) - (here?.x ?? 0)) < CARD.width / 2).sort((a, b) => (nodes[a]?.y ?? 0) - (nodes[b]?.y ?? 0));
  const found = same[same.indexOf(at) + step];
  if (found !== undefined) return found;
  const rest = order.filter((one) => !same.includes(one));
  const after = rest.filter((one) => ((nodes[one]?.x ?? 0) - (here?.x ?? 0)) * step > 0);
  return step > 0 ? after[0] : after.at(-1);
}
