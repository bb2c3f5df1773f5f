/** What is chosen above the picture: the resource, which way, how far, by which relations; and what to save. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { segments } from "../ui/controls.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import "../ui/menu.js";
import type { RelationKind } from "../worker/graph-index.js";
import type { Direction } from "../worker/graph-walk.js";
import type { GraphView } from "../worker/graph.js";
import { sample } from "./details.js";
import type { Find } from "./picker.js";
import "./picker.js";
import { RELATION_KINDS, RELATION_LOOK } from "./shapes.js";

export type Format = "SVG" | "DOT" | "Mermaid";

export interface ToolbarOptions {
  view: GraphView | undefined;
  direction: Direction;
  /** "" where nobody chose them. */
  hops: string;
  find: Find;
  pick: (urn: string) => void;
  /** The relations that are chosen, shown or about to be. */
  kinds: readonly string[];
  setDirection: (direction: Direction) => void;
  setHops: (hops: string) => void;
  setKinds: (kinds: readonly RelationKind[]) => void;
  save: (format: Format) => void;
  copy: (format: Format) => void;
}

export function toolbar(options: ToolbarOptions): TemplateResult {
  const { view, direction, hops, find, pick, setDirection, setHops } = options;
  const auto = hops === "" && view ? `${view.hops} (auto)` : "auto";
  return html`<div class="toolbar">
    <stackscope-graph-picker .find=${find} @pick=${({ detail }: CustomEvent<string>) => pick(detail)}></stackscope-graph-picker>
    ${segments<Direction>("Which way", [["both", "Both ways"], ["dependencies", "Refers to"], ["dependents", "Referred to by"]], direction, setDirection)}
    <select class="field" aria-label="Hops" .value=${live(hops)} @change=${({ target }: Event) => setHops((target as HTMLSelectElement).value)}>
      <option value="" ?selected=${hops === ""}>Hops: ${auto}</option>
      ${[1, 2, 3, 4, 5, 6].map((n) => html`<option value=${n} ?selected=${hops === String(n)}>Hops: ${n}</option>`)}
    </select>
    ${view ? kindsMenu(view.counts, options.kinds, options.setKinds) : nothing}
    <stackscope-menu label="Export" icon="export" align="end" @click=${closes}>
      <div class="menu-list">
        ${(["SVG", "DOT", "Mermaid"] as const).map((format) => html`<button type="button" class="choice" ?disabled=${!view} @click=${() => options.save(format)}>${icon("export")}Save as ${format}</button>`)}
        <hr />
        ${(["SVG", "DOT", "Mermaid"] as const).map((format) => html`<button type="button" class="choice" ?disabled=${!view} @click=${() => options.copy(format)}>${icon("copy")}Copy as ${format}</button>`)}
      </div>
    </stackscope-menu>
  </div>`;
}

function kindsMenu(counts: GraphView["counts"], kinds: readonly string[], setKinds: (kinds: readonly RelationKind[]) => void): TemplateResult {
  const listed = RELATION_KINDS.filter((kind) => counts[kind] > 0 || kinds.includes(kind) || kind === "dependency").filter((kind) => counts[kind] > 0);
  const on = listed.filter((kind) => kinds.includes(kind)).length;
  const change = (kind: RelationKind, wanted: boolean): void => setKinds(RELATION_KINDS.filter((one) => (one === kind ? wanted : kinds.includes(one))));
  return html`<stackscope-menu label=${`Relations: ${on} of ${listed.length}`} align="end">
    <div class="kinds">
      ${listed.map(
        (kind) => html`<label class="check"><input type="checkbox" .checked=${live(kinds.includes(kind))} @change=${({ target }: Event) => change(kind, (target as HTMLInputElement).checked)}>${sample(kind)}${RELATION_LOOK[kind].words}<span class="num hint">${count(counts[kind])}</span></label>`,
      )}
    </div>
  </stackscope-menu>`;
}

function closes(event: Event): void {
  const menu = event.currentTarget as HTMLElementTagNameMap["stackscope-menu"];
  if ((event.target as Element).closest(".choice")) menu.close({ focus: true });
}
