/**
 * `<stackscope-plot .points>`: one series over time, as a stepped line or as bars, with axes, a crosshair and a tip.
 *
 * In: points in the order of time. Out: "point" when the crosshair moves (its position or undefined), "follow" when a point is clicked or Enter is
 * pressed. Arrow keys, Page Up/Down, Home and End move along the points.
 */
import { bisector } from "d3-array";
import { scaleLinear, scaleTime, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../base.js";
import { shared } from "../styles/shared.js";
import { placed } from "../ui/placed.js";
import { plotStyles } from "./plot-styles.js";
import { countTick, spaced, timeTick } from "./ticks.js";

export interface PlotPoint {
  /** Unix milliseconds. */
  time: number;
  /** Where its span ends, for bars. */
  to?: number;
  value: number;
  /** What the tip says: the value in words, then the rest. */
  words: readonly string[];
  mark?: "failed" | "running" | undefined;
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 28;
const RIGHT = 14;
const DIGIT = 7;
const TICK = 80;
const MOST_DOTS = 80;
const PAGE = 10;

export class Plot extends LitElement {
  static override styles = [shared, plotStyles];

  @property({ attribute: false }) points: readonly PlotPoint[] = [];
  @property() shape: "steps" | "bars" = "steps";
  /** Times are those of UTC, and not of here. */
  @property({ type: Boolean }) utc = false;
  /** What the whole says, in a sentence. */
  @property() summary = "";
  /** What one point is called. */
  @property() each = "Point";
  /** A click on a point leads somewhere. */
  @property({ type: Boolean }) leads = false;
  @state() private width = 0;
  @state() private at: number | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => (this.width = Math.round(entry?.contentRect.width ?? 0)));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("points")) this.#go(undefined);
  }

  protected override render(): unknown {
    const { points, width, at } = this;
    if (points.length === 0 || width === 0) return html`<div class="waiting" ${placed({ height: `${HEIGHT}px` })}></div>`;
    const { x, y, left, bottom } = this.#scales();
    const values = y.ticks(4).filter(Number.isInteger);
    const times = this.#ticks();
    const format = timeTick(this.utc);
    const point = at === undefined ? undefined : points[at];
    return html`
      <svg class="plot" width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${this.summary}>
        ${values.map((value) => svg`<line class="grid ${value === 0 ? "base" : ""}" x1=${left} x2=${width - RIGHT} y1=${y(value)} y2=${y(value)}></line><text class="tick" x=${left - 8} y=${y(value) + 4} text-anchor="end">${countTick(value)}</text>`)}
        ${times.map(([time, middle], n) => svg`<text class="tick" x=${middle} y=${HEIGHT - 8} text-anchor=${middle > width - 28 ? "end" : middle < 28 ? "start" : "middle"}>${format(time, times[n - 1]?.[0])}</text>`)}
        ${this.shape === "bars" ? this.#bars() : this.#steps()}
        ${point ? svg`<line class="hair" x1=${this.#middle(point)} x2=${this.#middle(point)} y1=${TOP} y2=${bottom}></line>` : nothing}
        ${point && this.shape === "steps" ? svg`<circle class="at-dot" cx=${x(point.time)} cy=${y(point.value)} r="5"></circle>` : nothing}
      </svg>
      ${this.#cursor(left, bottom)} ${point ? this.#tip(point) : nothing}
    `;
  }

  #scales() {
    const { points, width } = this;
    const most = Math.max(1, ...points.map(({ value }) => value));
    const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(4);
    const longest = Math.max(...y.ticks(4).map((value) => countTick(value).length));
    const left = longest * DIGIT + 12;
    const [first, last] = [points[0], points.at(-1)];
    const from = first?.time ?? 0;
    const to = last?.to ?? last?.time ?? 0;
    const room = to > from ? 0 : 43_200_000;
    const make = this.utc ? scaleUtc : scaleTime;
    const inset = this.shape === "steps" ? 8 : 0;
    const x = make([new Date(from - room), new Date(to + room)], [left + inset, width - RIGHT - inset]);
    return { x, y, left, bottom: HEIGHT - BOTTOM };
  }

  /** Moments to name, and where their names stand: under the bar that begins then, or at the moment itself. */
  #ticks(): [moment: Date, x: number][] {
    const { points, shape } = this;
    const { x, left } = this.#scales();
    const most = Math.max(2, Math.floor((this.width - left) / TICK));
    const round = x.ticks(most);
    if (shape === "steps") return spaced(round.map((time) => [time, x(time)]), ([, at]) => at, 0.7 * TICK);
    const begin = new Set(round.map(Number));
    const some = points.filter(({ time }) => begin.has(time));
    const every = Math.ceil(points.length / most);
    const named = some.length > 1 ? some : points.filter((_, at) => at % every === 0);
    return spaced(named.map((point) => [new Date(point.time), this.#middle(point)]), ([, at]) => at, 0.7 * TICK);
  }

  #middle({ time, to }: PlotPoint): number {
    const { x } = this.#scales();
    return to === undefined ? x(time) : (x(time) + x(to)) / 2;
  }

  #steps(): TemplateResult {
    const { points } = this;
    const { x, y, bottom } = this.#scales();
    const path = line<PlotPoint>((one) => x(one.time), (one) => y(one.value)).curve(curveStepAfter);
    const under = area<PlotPoint>((one) => x(one.time), bottom, (one) => y(one.value)).curve(curveStepAfter);
    return svg`
      <path class="area" d=${under([...points]) ?? ""}></path>
      <path class="line" d=${path([...points]) ?? ""}></path>
      ${points.map((one) => this.#dot(one, x(one.time), y(one.value)))}
    `;
  }

  #dot({ mark }: PlotPoint, x: number, y: number): TemplateResult | typeof nothing {
    if (mark === "failed") return svg`<g transform="translate(${x} ${y})"><circle class="failed-ground" r="6"></circle><path class="failed" d="M-3 -3L3 3M3 -3L-3 3"></path></g>`;
    if (mark === "running") return svg`<circle class="running" cx=${x} cy=${y} r="4.5"></circle>`;
    return this.points.length > MOST_DOTS ? nothing : svg`<circle class="dot" cx=${x} cy=${y} r="3"></circle>`;
  }

  #bars(): TemplateResult[] {
    const { x, y, bottom } = this.#scales();
    return this.points.map((one, n) => {
      const [from, to] = [x(one.time), x(one.to ?? one.time)];
      const gap = Math.min(6, (to - from) * 0.25);
      const width = Math.max(1, Math.min(48, to - from - gap));
      return svg`<rect class="bar ${n === this.at ? "at" : ""}" x=${(from + to - width) / 2} y=${y(one.value)} width=${width} height=${Math.max(0, bottom - y(one.value))} rx=${Math.min(3, width / 4)}></rect>`;
    });
  }

  /** What hears pointer and keys. */
  #cursor(left: number, bottom: number): TemplateResult {
    const { points, at, width, leads } = this;
    const now = at ?? points.length - 1;
    return html`<div class="cursor ${leads ? "leads" : ""}" role="slider" tabindex="0" aria-label=${this.each} aria-valuemin="1" aria-valuemax=${points.length} aria-valuenow=${now + 1}
      aria-valuetext=${points[now]?.words.join(", ") ?? ""} ${placed({ left: `${left}px`, width: `${Math.max(0, width - left - RIGHT)}px`, height: `${bottom + 4}px` })}
      @pointermove=${this.#pointed} @pointerdown=${this.#pointed} @pointerleave=${() => this.#go(undefined)} @click=${this.#follow}
      @keydown=${this.#key} @focus=${() => this.#go(this.at ?? points.length - 1)} @blur=${() => this.#go(undefined)}></div>`;
  }

  #tip(point: PlotPoint): TemplateResult {
    const x = this.#middle(point);
    const onRight = x < this.width / 2;
    const { y } = this.#scales();
    const top = Math.max(0, Math.min(y(point.value) - 12, HEIGHT - BOTTOM - 84));
    return html`<div class="tip" ${placed(onRight ? { left: `${x + 12}px`, top: `${top}px` } : { right: `${this.width - x + 12}px`, top: `${top}px` })}>
      ${point.words.map((words, at) => (at === 0 ? html`<strong>${words}</strong>` : html`<span>${words}</span>`))}
    </div>`;
  }

  #go(at: number | undefined): void {
    if (at === this.at) return;
    this.at = at;
    this.dispatchEvent(new CustomEvent("point", { detail: at }));
  }

  readonly #pointed = (event: PointerEvent): void => {
    const { points } = this;
    const { x } = this.#scales();
    const moment = x.invert(event.clientX - this.getBoundingClientRect().left).getTime();
    if (this.shape === "bars") {
      const after = bisector((one: PlotPoint) => one.time).right(points, moment);
      return this.#go(Math.max(0, Math.min(points.length - 1, after - 1)));
    }
    this.#go(bisector((one: PlotPoint) => one.time).center(points, moment));
  };

  readonly #follow = (): void => {
    if (this.at !== undefined) this.dispatchEvent(new CustomEvent("follow", { detail: this.at }));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const last = this.points.length - 1;
    const now = this.at ?? last;
    const to = { ArrowRight: now + 1, ArrowUp: now + 1, ArrowLeft: now - 1, ArrowDown: now - 1, PageUp: now + PAGE, PageDown: now - PAGE, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#go(Math.max(0, Math.min(last, to)));
    } else if (event.key === "Enter") this.#follow();
    else if (event.key === "Escape" && this.at !== undefined) this.#go(undefined);
  };
}

define("stackscope-plot", Plot);

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-plot": Plot;
  }
}
