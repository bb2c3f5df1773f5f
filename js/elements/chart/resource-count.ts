/**
 * `<stackscope-resource-count>`
 *
 * In: a stack. Out: links to its updates. The history is read by pages, newest first; failed updates are marked.
 */
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import type { Target } from "../public.js";
import { shared } from "../styles/shared.js";
import { count, counted, exact } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { empty, failed, loading } from "../ui/panel.js";
import { time } from "../ui/time.js";
import type { CountPoint } from "../worker/charts.js";
import "./plot.js";
import type { PlotPoint } from "./plot.js";
import type { ResourceCountElement } from "./public.js";
import { styles } from "./styles.js";

const FIRST_PAGES = 2;
const MOST_LISTED = 400;

type Counted = CountPoint & { resources: number };

export class ResourceCount extends BaseElement implements ResourceCountElement {
  static override styles = [shared, styles];

  @property() stack: string = "";
  @state() private updates: readonly Counted[] | undefined;
  @state() private error: EngineError | undefined;
  @state() private reading = false;
  @state() private more = false;
  @state() private tableOpen = false;
  #plotted: readonly PlotPoint[] = [];
  #pages = 0;
  #stop = new AbortController();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("updates" as never)) this.#plotted = (this.updates ?? []).map(plotPoint);
    if (!changed.has("stack") && !changed.has("server")) return;
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was under way when it left the page is begun anew.
    if (this.hasUpdated && this.#stop.signal.aborted) this.#begin();
  }

  protected override render(): unknown {
    const { updates, error, reading } = this;
    if (this.stack === "" || this.server === undefined) return nothing;
    if (!updates) return error ? failed(error, () => this.#begin()) : loading("Reading the history");
    if (updates.length === 0) return empty("activity", "No resource counts yet", "They come with the first update of this stack.");
    return html`
      <div class=${reading ? "waits" : ""}>
        <stackscope-plot .points=${this.#plotted} each="Update" ?leads=${true} summary=${summary(updates)} @follow=${({ detail }: CustomEvent<number>) => this.#follow(detail)}></stackscope-plot>
      </div>
      ${error ? failed(error, () => void this.#read(1)) : nothing}
      <div class="under">
        <p class="status">${counted(updates.length, "update")}${updates.some(({ result }) => result === "failed") ? html` · <span class="key"><svg viewBox="-5 -5 10 10" aria-hidden="true"><path d="M-3 -3L3 3M3 -3L-3 3"></path></svg> failed</span>` : nothing}</p>
        ${this.more ? html`<button type="button" class="button button-small" ?disabled=${reading} @click=${() => void this.#read(FIRST_PAGES)}>Earlier updates</button>` : nothing}
      </div>
      <details class="as-table" ?open=${this.tableOpen} @toggle=${({ target }: Event) => (this.tableOpen = (target as HTMLDetailsElement).open)}>
        <summary>${icon("chevron")}As a table</summary>
        ${this.tableOpen ? this.#table(updates) : nothing}
      </details>
    `;
  }

  #table(updates: readonly Counted[]) {
    const rows = updates.slice(-MOST_LISTED).reverse();
    return html`<div class="scrolls" role="region" aria-label="Resource count by update" tabindex="0">
      <table>
        <thead><tr><th scope="col">Update</th><th scope="col">When</th><th scope="col">Result</th><th scope="col" class="num">Resources</th></tr></thead>
        <tbody>${rows.map(
          (update) => html`<tr>
            <th scope="row">${this.#link(update, title(update))}</th>
            <td>${time(update.time)}</td>
            <td><span class="badge" data-kind=${update.result}>${update.result}</span></td>
            <td class="num">${count(update.resources)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  #link(update: CountPoint, words: unknown, className = "link") {
    const target = this.#target(update);
    return target ? this.link(target, words, { className }) : words;
  }

  #target({ version, id }: CountPoint): Target | undefined {
    const update = version ?? id;
    return update === undefined ? undefined : { kind: "update", stack: this.stack, update };
  }

  /** As if the link to the update had been clicked. */
  #follow(at: number): void {
    const update = this.updates?.[at];
    const target = update && this.#target(update);
    if (!target || !this.emit("stackscope-navigate", { target }, true)) return;
    const href = this.linkTo?.(target);
    if (href !== undefined) Object.assign(document.createElement("a"), { href }).click();
  }

  #begin(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.updates = undefined;
    this.error = undefined;
    this.#pages = 0;
    if (this.stack !== "" && this.server !== undefined) void this.#read(FIRST_PAGES);
  }

  /** Reads further pages, which are earlier updates. */
  async #read(pages: number): Promise<void> {
    const { signal } = this.#stop;
    this.reading = true;
    this.error = undefined;
    try {
      const server = await serverId(this.server ?? "");
      for (let read = 0; read < pages; read++) {
        const { points, more } = await engine.call("chart.counts", { server, stack: this.stack, page: this.#pages + 1 }, { signal });
        if (signal.aborted) return;
        this.#pages += 1;
        this.more = more;
        const known = points.filter((point): point is Counted => point.resources !== undefined);
        this.updates = [...known, ...(this.updates ?? [])].sort((a, b) => a.time - b.time);
        if (!more) break;
      }
    } catch (error) {
      if (!signal.aborted) this.error = error as EngineError;
    } finally {
      if (!signal.aborted) this.reading = false;
    }
  }
}

function title({ version, kind }: CountPoint): string {
  return version === undefined ? kind : `${kind} ${version}`;
}

function plotPoint(update: Counted): PlotPoint {
  const { result, resources } = update;
  const ended = result === "in-progress" ? "running" : result;
  return {
    time: update.time * 1000,
    value: resources,
    words: [counted(resources, "resource"), `${title(update)}, ${ended}`, exact(new Date(update.time * 1000))],
    mark: result === "failed" ? "failed" : result === "in-progress" ? "running" : undefined,
  };
}

function summary(updates: readonly Counted[]): string {
  const [first, last] = [updates[0], updates.at(-1)];
  if (!first || !last) return "";
  const values = updates.map(({ resources }) => resources);
  const failures = updates.filter(({ result }) => result === "failed").length;
  const span = updates.length === 1 ? "" : ` It was ${count(first.resources)} ${counted(updates.length, "update")} ago; the least was ${count(Math.min(...values))}, the most ${count(Math.max(...values))}.`;
  return `Resource count over time: ${counted(last.resources, "resource")} after the latest update.${span}${failures ? ` ${counted(failures, "update")} failed.` : ""}`;
}

define("stackscope-resource-count", ResourceCount);
