/**
 * `<stackscope-graph>`
 *
 * In: a state. Out: `stackscope-query` and `stackscope-navigate`. The worker walks and lays out; here it is drawn, and what the person chooses is kept in
 * `query`.
 */
import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { StateController, isStackVersion } from "../engine/state-controller.js";
import type { StateSource } from "../public.js";
import { shared } from "../styles/shared.js";
import { announce } from "../ui/announce.js";
import { copyText, saveText } from "../ui/clipboard.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed, loading } from "../ui/panel.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { code, spelled } from "../ui/text.js";
import type { Direction } from "../worker/graph-walk.js";
import type { GraphView } from "../worker/graph.js";
import type { Progress } from "../worker/messages.js";
import { asTable } from "./as-table.js";
import "./canvas.js";
import type { GraphCanvas } from "./canvas.js";
import { hues } from "./canvas-styles.js";
import { details, sample } from "./details.js";
import { lightPalette, svgOf } from "./export-svg.js";
import { dotOf, mermaidOf } from "./export-text.js";
import type { GraphElement } from "./public.js";
import { leading, RELATION_KINDS, RELATION_LOOK } from "./shapes.js";
import { styles } from "./styles.js";
import { toolbar, type Format } from "./toolbar.js";

/** Where the card of a node lies over the picture, and not under it. */
const NARROW_PX = 704;
const CARD_PX = 332;
const MOST_HOPS = 6;
const FILES = { SVG: ["svg", "image/svg+xml"], DOT: ["dot", "text/vnd.graphviz"], Mermaid: ["mmd", "text/plain"] } as const;

export class Graph extends BaseElement implements GraphElement {
  static override styles = [shared, hues, styles];

  @property() state: StateSource | undefined;
  @state() private view: GraphView | undefined;
  @state() private error: EngineError | undefined;
  @state() private waits = false;
  @state() private indexing: Progress | undefined;
  @state() private selected: number | undefined;
  /** Rows of the table; 0 where it is folded. */
  @state() private rows = 0;
  @query("stackscope-graph-canvas") private canvas!: GraphCanvas | null;
  readonly #state = new StateController(this, () => ({ source: this.state, server: this.server }));
  #asked = "";
  #stop = new AbortController();

  constructor() {
    super();
    new Shortcuts(this, [
      { key: "+", what: "Zoom in", run: () => this.canvas?.zoomIn() },
      { key: "-", what: "Zoom out", run: () => this.canvas?.zoomOut() },
      { key: "0", what: "Show the whole graph", run: () => this.canvas?.fitAll() },
    ]);
  }

  protected override willUpdate(): void {
    const { id } = this.#state;
    const { urn, hops, direction, kinds } = this.query;
    const asked = id === undefined ? "" : JSON.stringify([id, urn, hops, direction, kinds]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#stop.abort();
    this.error = undefined;
    if (id !== undefined) void this.#ask(id);
    else this.view = undefined;
  }

  protected override render(): unknown {
    const { reading } = this.#state;
    if (reading.status === "empty") return nothing;
    if (reading.status === "reading") return loading("Reading the state", reading.progress);
    if (reading.status === "failed") return failed(reading.error, () => this.#state.retry());
    if (reading.summary.counts.resources === 0) return empty("graph", "No resources", "This state has none, and so nothing that refers to another.");
    const { view, error } = this;
    return html`
      ${this.#toolbar()}
      ${error ? failed(error, () => this.#again()) : nothing}
      ${view ? this.#stage(view) : error ? nothing : this.#working()}
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#asked = "";
  }

  #working() {
    const { read = 0, total = 0 } = this.indexing ?? {};
    return html`<div class="blank loading" role="status"><p>Following the references</p>
      <progress class="progress" max=${total || nothing} value=${total ? read : nothing} aria-label="Following the references"></progress>
      ${total ? html`<p class="hint">${count(read)} of ${counted(total, "resource")}</p>` : nothing}</div>`;
  }

  #toolbar() {
    return toolbar({
      view: this.view?.unknown ? undefined : this.view,
      direction: this.#direction(),
      hops: String(this.#hops() ?? ""),
      kinds: this.query["kinds"]?.split(",") ?? this.view?.kinds ?? [],
      find: async (text, signal) => engine.call("graph.choices", { state: this.#state.id ?? 0, text }, { signal }),
      pick: (urn) => this.setQuery({ urn }, { push: true }),
      setDirection: (direction) => this.setQuery({ direction: direction === "both" ? undefined : direction }),
      setHops: (hops) => this.setQuery({ hops }),
      setKinds: (kinds) => this.setQuery({ kinds: kinds.join() || "none" }),
      save: (format) => this.#save(format),
      copy: (format) => void copyText(this.#text(format), `Copied as ${format}`),
    });
  }

  #stage(view: GraphView) {
    if (view.unknown) return this.#unknown();
    const { selected, waits, rows } = this;
    return html`
      <div class="stage">
        <stackscope-graph-canvas .view=${view} .selected=${selected} .covered=${selected !== undefined && this.clientWidth > NARROW_PX ? CARD_PX : 0} ?waits=${waits}
          @choose=${({ detail }: CustomEvent<number>) => this.#choose(detail)} @select=${({ detail }: CustomEvent<number>) => (this.selected = detail)} @keydown=${this.#escape}></stackscope-graph-canvas>
        ${selected === undefined ? nothing : this.#details(view, selected)}
      </div>
      ${this.#foot(view)} ${asTable(view, rows, (shown) => (this.rows = shown), (at) => this.#choose(at))}
    `;
  }

  #details(view: GraphView, at: number) {
    const node = view.nodes[at];
    if (!node) return nothing;
    const version = this.state !== undefined && isStackVersion(this.state) ? this.state : undefined;
    const target = { kind: "resource", urn: node.urn, view: "resources", ...(version && { stack: version.stack, ...(version.version !== undefined && { version: version.version }) }) } as const;
    return details({
      view,
      at,
      link: node.flags.includes("missing") ? nothing : this.link(target, html`Open the resource${icon("arrow")}`, { className: "button button-small" }),
      choose: (node) => this.#choose(node),
      point: (node) => this.canvas?.focusNode(node),
      close: () => this.#close(),
    });
  }

  #foot({ nodes, lines, total, hops }: GraphView) {
    const drawn = RELATION_KINDS.filter((kind) => lines.some(({ kinds }) => leading(kinds) === kind));
    const within = `within ${counted(hops, "hop")}`;
    return html`<div class="foot">
      <p class="status">
        ${total > nodes.length
          ? html`<span class="badge" data-kind="warning">${icon("warning")}Showing the nearest ${count(nodes.length)} of ${count(total)}</span> ${within}`
          : total === 1
            ? "Nothing is related to this resource by the chosen relations"
            : `${counted(total, "resource")} ${within}`}
      </p>
      ${nodes.some(({ hidden }) => hidden.in + hidden.out > 0) ? html`<span class="key"><span class="pill">‹ 2</span><span class="pill">3 ›</span>Neighbours not shown</span>` : nothing}
      ${drawn.map((kind) => html`<span class="key">${sample(kind)}${RELATION_LOOK[kind].words}</span>`)}
      <span>Arrows lead to what is referred to</span>
    </div>`;
  }

  #unknown() {
    const urn = this.query["urn"] ?? "";
    const back = html`<button type="button" class="button" @click=${() => this.setQuery({ urn: undefined }, { push: true })}>Start at the stack</button>`;
    return empty("graph", "This state has no such resource", html`${code(urn)} may have been renamed, deleted, or be of another version.`, back);
  }

  #choose(at: number): void {
    const node = this.view?.nodes[at];
    if (!node || at === 0) return;
    this.setQuery({ urn: node.urn }, { push: true });
  }

  #close(): void {
    const { selected } = this;
    this.selected = undefined;
    if (selected !== undefined) this.canvas?.focusNode(selected);
    // Focus selects: the card stays closed until another node is gone to.
    void this.canvas?.updateComplete.then(() => (this.selected = undefined));
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.selected === undefined) return;
    event.preventDefault();
    this.selected = undefined;
  };

  #direction(): Direction {
    const { direction } = this.query;
    return direction === "dependencies" || direction === "dependents" ? direction : "both";
  }

  #hops(): number | undefined {
    const hops = Number(this.query["hops"]);
    return Number.isInteger(hops) && hops >= 1 && hops <= MOST_HOPS ? hops : undefined;
  }

  #again(): void {
    this.#asked = "";
    this.requestUpdate();
  }

  async #ask(id: number): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { urn, kinds } = this.query;
    const hops = this.#hops();
    this.waits = true;
    try {
      const params = { state: id, direction: this.#direction(), ...(urn && { urn }), ...(hops !== undefined && { hops }), ...(kinds && { kinds: kinds.split(",") }) };
      const view = await engine.call("graph.neighbourhood", params, { signal, onReport: (progress) => (this.indexing = progress) });
      const moved = this.view !== undefined && view.nodes[0]?.urn !== this.view.nodes[0]?.urn;
      this.view = view;
      this.selected = moved || this.selected !== undefined ? 0 : undefined;
      if (moved) announce(`Graph around ${spelled(view.nodes[0]?.name ?? "")}: ${counted(view.total, "resource")}`);
    } catch (error) {
      if (!signal.aborted) this.error = error as EngineError;
    } finally {
      if (!signal.aborted) {
        this.waits = false;
        this.indexing = undefined;
      }
    }
  }

  #text(format: Format): string {
    const { view } = this;
    if (!view) return "";
    if (format === "SVG") return svgOf(view, lightPalette(this.renderRoot as ShadowRoot));
    return format === "DOT" ? dotOf(view) : mermaidOf(view);
  }

  #save(format: Format): void {
    const [ending, type] = FILES[format];
    const name = (this.view?.nodes[0]?.name ?? "").replace(/[^\w.-]+/g, "-").slice(0, 60) || "graph";
    saveText(`${name}.${ending}`, this.#text(format), type);
  }
}

define("stackscope-graph", Graph);
