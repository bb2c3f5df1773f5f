/**
 * `<stackscope-graph-canvas .view>`: the picture of a neighbourhood.
 *
 * In: a view as the worker laid it out. Out: "choose" (a node is to be the centre) and "select" (a node's details are wanted), each with its position as
 * detail. Arrow keys follow the relations.
 */
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "../base.js";
import { shared } from "../styles/shared.js";
import { count, counted } from "../ui/format.js";
import { icon, iconPath } from "../ui/icon.js";
import { spelled } from "../ui/text.js";
import type { GraphEdge, GraphNode, GraphView } from "../worker/graph.js";
import { canvasStyles, hues } from "./canvas-styles.js";
import { next } from "./paths.js";
import { CARD, fitted, hueOf, leading, marks, marksWidth, NAME, pathOf, RELATION_LOOK, shortType, TYPE } from "./shapes.js";
import { Zoom } from "./zoom.js";

const HINT_MS = 1400;
/** How many nodes are drawn at a time: more would keep the page from answering. */
const DRAWN_AT_ONCE = 40;

export class GraphCanvas extends LitElement {
  static override styles = [shared, hues, canvasStyles];

  @property({ attribute: false }) view: GraphView | undefined;
  /** The node whose details are shown. */
  @property({ attribute: false }) selected: number | undefined;
  /** Pixels at the right end that something lies over. */
  @property({ type: Number }) covered = 0;
  /** Another view is on its way. */
  @property({ type: Boolean }) waits = false;
  @state() private pointed: number | undefined;
  @state() private focused: number | undefined;
  /** Where Tab enters. */
  @state() private active = 0;
  @state() private hint = false;
  @state() private drawn = 0;
  @query(".picture") private picture!: SVGSVGElement;
  @query(".scene") private scene!: SVGGElement;
  #zoom: Zoom | undefined;
  #paths: string[] = [];
  #focusWanted = false;
  /** A press is a click only once it has ended without a drag. */
  #pressed = false;
  #pressing = new AbortController();
  #growing: number | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;
  readonly #sizes = new ResizeObserver(() => this.#resized());

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("view")) return;
    this.#paths = [];
    this.drawn = DRAWN_AT_ONCE;
    this.active = 0;
    this.pointed = undefined;
    this.#focusWanted ||= this.focused !== undefined;
    this.focused = undefined;
  }

  protected override render(): unknown {
    const { view, hint, waits } = this;
    if (!view) return nothing;
    const centre = view.nodes[0];
    const lit = this.#lit(view);
    const share = (all: number): number => Math.ceil((all * this.drawn) / view.nodes.length);
    return html`<div class="box ${waits ? "waits" : ""}">
      <svg class="picture" role="group" aria-label="Graph around ${spelled(centre?.name ?? "")}" aria-describedby="keys" @keydown=${this.#key} @pointerdown=${this.#press}>
        <defs>
          ${arrow("arrow")} ${arrow("arrow-lit")}
        </defs>
        <g class="scene">
          ${view.blocks.map(({ x, y, width, height }) => svg`<rect class="block" x=${x} y=${y} width=${width} height=${height} rx="12"></rect>`)}
          <g aria-hidden="true">${view.lines.slice(0, share(view.lines.length)).map((line, at) => this.#line(line, at, lit))}</g>
          ${view.nodes.slice(0, this.drawn).map((node, at) => this.#node(node, at, lit))}
          <g aria-hidden="true">${this.#words(view, lit)}</g>
        </g>
      </svg>
      <div class="controls" role="group" aria-label="Zoom">
        <button type="button" class="button-icon" aria-label="Zoom in" title="Zoom in (+)" @click=${() => this.zoomIn()}>${icon("plus")}</button>
        <button type="button" class="button-icon" aria-label="Zoom out" title="Zoom out (-)" @click=${() => this.zoomOut()}>${icon("minus")}</button>
        <button type="button" class="button-icon" aria-label="Show all" title="Show all (0)" @click=${() => this.fitAll()}>${icon("fit")}</button>
      </div>
      <p id="keys" class="hint-over hint-keys">← → follow relations, ↑ ↓ go to what stands beside, Enter puts it in the middle</p>
      <p class="hint-over hint-zoom ${hint ? "seen" : ""}" aria-hidden="true">Hold ${isMac() ? "⌘" : "Ctrl"} and scroll to zoom</p>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.view) return;
    if (this.drawn < this.view.nodes.length) this.#growing = requestAnimationFrame(() => (this.drawn += DRAWN_AT_ONCE));
    if (!this.#zoom) {
      this.#zoom = new Zoom(this.picture, this.scene, () => this.#hintZoom());
      this.#sizes.observe(this.picture);
    }
    this.#zoom.covered = this.covered;
    if (!changed.has("view")) return;
    this.#zoom.bound(this.view.width, this.view.height);
    this.#zoom.fit(this.#box(0));
    if (this.#focusWanted) this.focusNode(0);
    this.#focusWanted = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#pressing.abort();
    this.#pressed = false;
    this.hint = false;
    clearTimeout(this.#hiding);
    if (this.#growing !== undefined) cancelAnimationFrame(this.#growing);
    this.#zoom?.stop();
    this.#zoom = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate("view");
  }

  zoomIn(): void {
    this.#zoom?.in();
  }

  zoomOut(): void {
    this.#zoom?.out();
  }

  /** All of the picture, however small. */
  fitAll(): void {
    this.#zoom?.fit(undefined, { readable: false });
  }

  focusNode(at: number): void {
    this.active = at;
    const box = this.#box(at);
    if (box) this.#zoom?.show(box);
    void this.updateComplete.then(() => this.renderRoot.querySelector<SVGGElement>(`[data-at="${at}"]`)?.focus());
  }

  #resized(): void {
    if (!this.view || !this.#zoom) return;
    this.#zoom.bound(this.view.width, this.view.height);
    if (!this.#zoom.moved) this.#zoom.fit(this.#box(0));
  }

  #box(at: number) {
    const node = this.view?.nodes[at];
    return node && { x: node.x, y: node.y, ...CARD };
  }

  /** What belongs to the node that is pointed at, or has the focus. */
  #lit({ edges, lines }: GraphView) {
    const at = this.pointed ?? this.focused;
    if (at === undefined) return undefined;
    const own = new Set(edges.flatMap(({ from, to }, edge) => (from === at || to === at ? edge : [])));
    const near = new Set([...own].flatMap((edge) => [edges[edge]?.from ?? at, edges[edge]?.to ?? at]));
    return { at, own, near, lines: new Set(lines.flatMap((line, one) => (line.edges.some((edge) => own.has(edge)) ? one : []))) };
  }

  #line({ kinds, points }: GraphView["lines"][number], at: number, lit: Lit): TemplateResult {
    const relation = leading(kinds);
    const bright = lit?.lines.has(at);
    const className = `line ${bright ? "lit" : lit ? "faint" : ""}`;
    return svg`<path class=${className} data-relation=${relation} d=${(this.#paths[at] ??= pathOf(points))} stroke-dasharray=${RELATION_LOOK[relation].dash || nothing} marker-end=${lit && !bright ? nothing : `url(#${bright ? "arrow-lit" : "arrow"})`}></path>`;
  }

  #node(node: GraphNode, at: number, lit: Lit): TemplateResult {
    const { x, y, flags, hidden } = node;
    const signs = marks(flags);
    const unseen = unseenWords(hidden);
    const classes = [
      "node",
      at === 0 && "centre",
      at === this.selected && "chosen",
      lit && (at === lit.at || !lit.near.has(at) ? at !== lit.at && "faint" : "near"),
      flags.includes("delete") && "delete",
      flags.includes("missing") && "missing",
    ];
    return svg`<g class=${classes.filter(Boolean).join(" ")} transform="translate(${x} ${y})">
      <g class="button-ground" data-at=${at} role="button" tabindex=${at === this.active ? 0 : -1} aria-label=${labelOf(node)} aria-current=${at === 0 ? "true" : nothing}
          @click=${() => this.#select(at)} @dblclick=${() => this.#choose(at)} @focus=${() => this.#focus(at)} @blur=${this.#blur}
          @pointerenter=${() => this.#point(at)} @pointerleave=${() => this.#point(undefined)}>
        <title>${spelled(`${node.name}, ${node.type}`)}</title>
        <rect class="ring" x="-4" y="-4" width=${CARD.width + 8} height=${CARD.height + 8} rx="11"></rect>
        <rect class="card" width=${CARD.width} height=${CARD.height} rx="8"></rect>
      </g>
      <g class="face" aria-hidden="true">
        <rect class="hue" x="8" y="9" width="4" height=${CARD.height - 18} rx="2" fill="var(--hue-${hueOf(node.package)})"></rect>
        <text class="name" x=${NAME.x} y=${NAME.y}>${fitted(node.name, { ...NAME, width: NAME.width - marksWidth(signs.length) })}</text>
        <text class="type" x=${TYPE.x} y=${TYPE.y}>${fitted(shortType(node), { ...TYPE, width: TYPE.width - pillsWidth(unseen) })}</text>
        ${signs.map((sign, n) => svg`<path class="mark-sign" d=${iconPath(sign.icon)} transform="translate(${CARD.width - 9 - marksWidth(n + 1)} 8) scale(0.85)"></path>`)}
        ${unseen.map((words, at) => more(CARD.width - 8 - pillsWidth(unseen.slice(at)), words))}
      </g>
    </g>`;
  }

  /** What each lit line says, beside the other end of it. */
  #words({ edges, nodes }: GraphView, lit: Lit): unknown {
    if (!lit || lit.own.size > 12) return nothing;
    return [...lit.own].map((at) => {
      const edge = edges[at];
      const other = edge && nodes[edge.from === lit.at ? edge.to : edge.from];
      const here = nodes[lit.at];
      if (!edge || !other || !here) return nothing;
      const right = other.x > here.x;
      const x = right ? other.x - 42 : other.x + CARD.width + 42;
      return svg`<text class="words" x=${x} y=${other.y + CARD.height / 2 - 6}>${fitted(wordsOf(edge), { size: 11, weight: 500, width: 84 })}</text>`;
    });
  }

  #select(at: number): void {
    this.active = at;
    this.dispatchEvent(new CustomEvent("select", { detail: at }));
  }

  #choose(at: number): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: at }));
  }

  #focus(at: number): void {
    this.focused = at;
    this.active = at;
    if (this.#pressed) return;
    const box = this.#box(at);
    if (box) this.#zoom?.show(box);
    this.dispatchEvent(new CustomEvent("select", { detail: at }));
  }

  readonly #press = (): void => {
    this.#pressed = true;
    this.#pressing.abort();
    const { signal } = (this.#pressing = new AbortController());
    const release = (): void => {
      this.#pressing.abort();
      setTimeout(() => (this.#pressed = false));
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, { signal, capture: true });
  };

  readonly #blur = (): void => {
    this.focused = undefined;
  };

  #point(at: number | undefined): void {
    this.pointed = at;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { view, focused } = this;
    if (!view || focused === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (event.key === "Enter") this.#choose(focused);
      else this.#select(focused);
      return;
    }
    const to = next(view, focused, event.key);
    if (to === undefined && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (to !== undefined) this.focusNode(to);
  };

  #hintZoom(): void {
    this.hint = true;
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(() => (this.hint = false), HINT_MS);
  }
}

type Lit = { at: number; own: Set<number>; near: Set<number>; lines: Set<number> } | undefined;

function arrow(id: string): TemplateResult {
  return svg`<marker id=${id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class=${id} d="M0 0.5L8 4L0 7.5z"></path></marker>`;
}

/** How many neighbours by the chosen relations are not in the picture: before it, and after it. */
function unseenWords(hidden: GraphNode["hidden"]): string[] {
  return [hidden.in > 0 ? `‹ ${count(hidden.in)}` : "", hidden.out > 0 ? `${count(hidden.out)} ›` : ""].filter(Boolean);
}

const PILL_GAP = 4;
const pillWidth = (words: string): number => 10 + words.length * 5.6;
const pillsWidth = (all: readonly string[]): number => all.reduce((sum, words) => sum + pillWidth(words) + PILL_GAP, all.length > 0 ? -PILL_GAP : 0);

function more(x: number, words: string): TemplateResult {
  const width = pillWidth(words);
  return svg`<g class="more" transform="translate(${x} ${CARD.height - 20})"><rect width=${width} height="14" rx="7"></rect><text x=${width / 2} y="10.4">${words}</text></g>`;
}

function wordsOf({ kinds, properties }: GraphEdge): string {
  if (properties.length > 0) return properties.join(", ");
  return RELATION_LOOK[leading(kinds)].words.toLowerCase();
}

function labelOf({ name, type, flags, hidden, hop }: GraphNode): string {
  const where = hop === 0 ? "the centre" : `${counted(Math.abs(hop), "hop")} away, ${hop > 0 ? "a dependency" : "a dependent"}`;
  const rest = hidden.in + hidden.out;
  return spelled([name, type, ...marks(flags).map(({ words }) => words), where, ...(rest > 0 ? [`${counted(rest, "neighbour")} not shown`] : [])].join(", "));
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

define("stackscope-graph-canvas", GraphCanvas);

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-graph-canvas": GraphCanvas;
  }
}
