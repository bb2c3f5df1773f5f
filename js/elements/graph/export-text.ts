/** A graph as DOT (Graphviz) and as Mermaid: names, types and relations. Pure: a view in, a text out. */
import type { GraphView } from "../worker/graph.js";
import { leading, RELATION_LOOK } from "./shapes.js";

type Graph = Pick<GraphView, "nodes" | "edges">;

/** Control characters say nothing in a drawing, and end lines where a format has no way to write them. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const flat = (text: string): string => text.replace(CONTROL, " ");

/** A DOT string: quotes and backslashes escaped; `\n` stands between the parts. */
function quoted(...parts: string[]): string {
  return `"${parts.map((part) => flat(part).replace(/[\\"]/g, "\\$&")).join("\\n")}"`;
}

/** For `dot -Tsvg`. The nodes are named by their URNs. */
export function dotOf({ nodes, edges }: Graph): string {
  const styles = { parent: "dotted", provider: "dashed", deletedWith: "dashed", replaceWith: "dashed", viewOf: "dotted", dependency: "solid", property: "solid" };
  const node = ({ urn, name, type, flags }: GraphView["nodes"][number], at: number): string => {
    const traits = [`label=${quoted(name, type)}`];
    if (at === 0) traits.push("penwidth=2");
    if (flags.includes("delete") || flags.includes("missing")) traits.push('style="rounded,dashed"');
    return `  ${quoted(urn)} [${traits.join(", ")}];`;
  };
  const edge = ({ from, to, kinds, properties }: GraphView["edges"][number]): string => {
    const kind = leading(kinds);
    const label = properties.length > 0 ? properties.join(", ") : kind === "dependency" ? "" : kind;
    const traits = [...(styles[kind] === "solid" ? [] : [`style=${styles[kind]}`]), ...(label ? [`label=${quoted(label)}`] : [])];
    return `  ${quoted(nodes[from]?.urn ?? "")} -> ${quoted(nodes[to]?.urn ?? "")}${traits.length > 0 ? ` [${traits.join(", ")}]` : ""};`;
  };
  return `digraph resources {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="Helvetica"];\n  edge [fontname="Helvetica", fontsize=10];\n${[...nodes.map(node), ...edges.map(edge)].map((line) => `${line}\n`).join("")}}\n`;
}

// Within Mermaid's quotes, entity codes are the only escape; what could begin a tag, a link or Markdown is one too.
function entities(text: string): string {
  return flat(text).replace(/[^\p{L}\p{N} .:/$_,()+-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}

/** A Mermaid flowchart. */
export function mermaidOf({ nodes, edges }: Graph): string {
  const arrows = { dependency: "-->", property: "-->", parent: "-.->", provider: "-.->", deletedWith: "-.->", replaceWith: "-.->", viewOf: "-.->" };
  const node = ({ name, type }: GraphView["nodes"][number], at: number): string => `  n${at}["${entities(name)}<br/>${entities(type)}"]\n`;
  const edge = ({ from, to, kinds, properties }: GraphView["edges"][number]): string => {
    const kind = leading(kinds);
    const label = properties.length > 0 ? properties.join(", ") : kind === "dependency" ? "" : RELATION_LOOK[kind].words.toLowerCase();
    return `  n${from} ${arrows[kind]}${label ? `|"${entities(label)}"|` : ""} n${to}\n`;
  };
  const special = nodes.flatMap(({ flags }, at) => (flags.includes("delete") || flags.includes("missing") ? `n${at}` : []));
  return [
    "flowchart LR\n",
    ...nodes.map(node),
    ...edges.map(edge),
    ...(nodes.length > 0 ? ["  classDef centre stroke-width:3px\n", "  class n0 centre\n"] : []),
    ...(special.length > 0 ? ["  classDef gone stroke-dasharray:4 3\n", `  class ${special.join(",")} gone\n`] : []),
  ].join("");
}
