/** The card of one node: what it is, and its relations within the picture. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { copyButton } from "../ui/clipboard.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { code, name, visible } from "../ui/text.js";
import type { RelationKind } from "../worker/graph-index.js";
import type { GraphEdge, GraphView } from "../worker/graph.js";
import { leading, marks, RELATION_LOOK } from "./shapes.js";

const MOST_LISTED = 12;

export interface DetailsOptions {
  view: GraphView;
  at: number;
  /** The link to the resource's panel. */
  link: unknown;
  choose: (at: number) => void;
  point: (at: number) => void;
  close: () => void;
}

export function details({ view, at, link, choose, point, close }: DetailsOptions): TemplateResult | typeof nothing {
  const node = view.nodes[at];
  if (!node) return nothing;
  const signs = marks(node.flags);
  const out = view.edges.filter(({ from }) => from === at);
  const into = view.edges.filter(({ to }) => to === at);
  return html`<section class="details" aria-label="Resource">
    <div class="details-head">
      <div><h2>${name(node.name)}</h2><p class="type">${code(node.type)}</p></div>
      <button type="button" class="button-icon" aria-label="Close" title="Close" @click=${close}>${icon("close")}</button>
    </div>
    ${signs.length > 0 ? html`<div class="badges">${signs.map(({ words, icon: sign }) => html`<span class="badge" data-kind=${sign === "trash" || sign === "warning" ? "delete" : "same"}>${icon(sign)}${words}</span>`)}</div>` : nothing}
    <div class="urn">${code(node.urn)}${copyButton(node.urn, "Copy the URN")}</div>
    ${relations("Refers to", out, ({ to }) => to, node.hidden.out)} ${relations("Is referred to by", into, ({ from }) => from, node.hidden.in)}
    <div class="actions">
      ${at === 0 ? nothing : html`<button type="button" class="button button-small" @click=${() => choose(at)}>${icon("target")}Put in the middle</button>`}
      ${link}
    </div>
  </section>`;

  function relations(title: string, edges: readonly GraphEdge[], other: (edge: GraphEdge) => number, rest: number): TemplateResult | typeof nothing {
    if (edges.length + rest === 0) return nothing;
    const beyond = Math.max(0, edges.length - MOST_LISTED);
    return html`<div class="relations">
      <h3>${title}</h3>
      <ul>
        ${edges.slice(0, MOST_LISTED).map((edge) => {
          const target = other(edge);
          return html`<li><button type="button" class="link clip" @click=${() => point(target)}>${name(view.nodes[target]?.name ?? "")}</button><span class="hint">${lastPart(view.nodes[target]?.type ?? "")}</span><span class="hint clip how">${visible(how(edge))}</span></li>`;
        })}
      </ul>
      ${beyond > 0 ? html`<p class="hint">and ${counted(beyond, "more", "more")} in the picture</p>` : nothing}
      ${rest > 0 ? html`<p class="hint">${counted(rest, "more", "more")} not shown</p>` : nothing}
    </div>`;
  }
}

const lastPart = (type: string): unknown => visible(type.slice(type.lastIndexOf(":") + 1));

function how({ kinds, properties }: GraphEdge): string {
  if (properties.length > 0) return properties.join(", ");
  return RELATION_LOOK[leading(kinds)].words.toLowerCase();
}

/** A short stretch of a line as the picture draws it. */
export function sample(kind: RelationKind): TemplateResult {
  return html`<svg viewBox="0 0 32 8" aria-hidden="true">${svg`<path class="sample" d="M1 4h30" stroke-dasharray=${RELATION_LOOK[kind].dash || nothing}></path>`}</svg>`;
}
