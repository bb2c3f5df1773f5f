/** The picture in words: each node with what it refers to and what refers to it. */
import { html, type TemplateResult } from "lit";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, name } from "../ui/text.js";
import type { GraphView } from "../worker/graph.js";
import { marks, RELATION_LOOK } from "./shapes.js";

const MOST_LISTED = 20;

export function asTable(view: GraphView, open: boolean, toggle: (open: boolean) => void, choose: (at: number) => void): TemplateResult {
  return html`<details class="as-table" ?open=${open} @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}>
    <summary>${icon("chevron")}As a table</summary>
    ${open ? html`<div class="scrolls" role="region" aria-label="The graph as a table" tabindex="0">${table(view, choose)}</div>` : ""}
  </details>`;
}

function table({ nodes, edges }: GraphView, choose: (at: number) => void): TemplateResult {
  const out: number[][] = nodes.map(() => []);
  const into: number[][] = nodes.map(() => []);
  edges.forEach(({ from, to }, edge) => {
    out[from]?.push(edge);
    into[to]?.push(edge);
  });
  const list = (of: readonly number[], side: "from" | "to"): TemplateResult => html`<ul>
    ${of.slice(0, MOST_LISTED).map((at) => {
      const edge = edges[at];
      if (!edge) return "";
      return html`<li>${name(nodes[edge[side]]?.name ?? "")} <span class="hint">${edge.kinds.map((kind) => RELATION_LOOK[kind].words.toLowerCase()).join(", ")}</span></li>`;
    })}
    ${of.length > MOST_LISTED ? html`<li class="hint">and ${counted(of.length - MOST_LISTED, "more", "more")}</li>` : ""}
  </ul>`;
  return html`<table>
    <thead><tr><th scope="col">Resource</th><th scope="col">Hops</th><th scope="col">Refers to</th><th scope="col">Is referred to by</th></tr></thead>
    <tbody>
      ${nodes.map(
        (node, at) => html`<tr>
          <th scope="row">
            ${at === 0 ? name(node.name, "strong") : html`<button type="button" class="link" @click=${() => choose(at)}>${name(node.name)}</button>`}
            ${marks(node.flags).map(({ words }) => html`<span class="badge">${words}</span>`)}
            <div class="type">${code(node.type)}</div>
          </th>
          <td>${Math.abs(node.hop)}</td>
          <td>${list(out[at] ?? [], "to")}</td>
          <td>${list(into[at] ?? [], "from")}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
