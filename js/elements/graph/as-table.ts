/** The picture in words: each node with what it refers to and what refers to it. */
import { html, type TemplateResult } from "lit";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, name, visible } from "../ui/text.js";
import type { GraphView } from "../worker/graph.js";
import { marks, RELATION_LOOK } from "./shapes.js";

const MOST_LISTED = 20;
const FIRST_ROWS = 60;

/** `shown`: how many rows, 0 where the table is folded. */
export function asTable(view: GraphView, shown: number, show: (rows: number) => void, choose: (at: number) => void): TemplateResult {
  const rest = view.nodes.length - shown;
  return html`<details class="as-table" ?open=${shown > 0} @toggle=${({ target }: Event) => show((target as HTMLDetailsElement).open ? Math.max(shown, FIRST_ROWS) : 0)}>
    <summary>${icon("chevron")}As a table</summary>
    ${shown > 0
      ? html`<div class="scrolls" role="region" aria-label="The graph as a table" tabindex="0">
          ${table(view, shown, choose)}
          ${rest > 0 ? html`<p class="more-rows"><button type="button" class="button button-small" @click=${() => show(shown + FIRST_ROWS)}>Show ${count(Math.min(rest, FIRST_ROWS))} more of ${count(rest)}</button></p>` : ""}
        </div>`
      : ""}
  </details>`;
}

const lastPart = (type: string): string => type.slice(type.lastIndexOf(":") + 1);

function table({ nodes, edges }: GraphView, shown: number, choose: (at: number) => void): TemplateResult {
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
      return html`<li>${name(nodes[edge[side]]?.name ?? "")} <span class="hint">${visible(lastPart(nodes[edge[side]]?.type ?? ""))}: ${edge.kinds.map((kind) => RELATION_LOOK[kind].words.toLowerCase()).join(", ")}</span></li>`;
    })}
    ${of.length > MOST_LISTED ? html`<li class="hint">and ${counted(of.length - MOST_LISTED, "more", "more")}</li>` : ""}
  </ul>`;
  return html`<table>
    <thead><tr><th scope="col">Resource</th><th scope="col">Hops</th><th scope="col">Refers to</th><th scope="col">Is referred to by</th></tr></thead>
    <tbody>
      ${nodes.slice(0, shown).map(
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
