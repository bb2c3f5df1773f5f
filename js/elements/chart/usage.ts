/**
 * `<stackscope-usage>`
 *
 * In: an organisation, and in `query` the granularity and how far back. Out: `stackscope-query`. Spans are those of UTC, as the server counts.
 */
import { html, nothing, type PropertyValues } from "lit";
import { live } from "lit/directives/live.js";
import { property, state } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import { engine, type EngineError } from "../engine/engine.js";
import { serverId } from "../engine/servers.js";
import { shared } from "../styles/shared.js";
import { segments } from "../ui/controls.js";
import { count, counted } from "../ui/format.js";
import { empty, failed, loading } from "../ui/panel.js";
import type { UsageAnswer, UsageSpan } from "../worker/charts.js";
import "./plot.js";
import type { PlotPoint } from "./plot.js";
import type { UsageElement } from "./public.js";
import { styles } from "./styles.js";

type Granularity = "hourly" | "daily" | "weekly" | "monthly";

/** Days that can be looked back at each granularity; the first is the default. */
const DAYS: Readonly<Record<Granularity, readonly number[]>> = { hourly: [2, 1], daily: [28, 7, 90], weekly: [182, 91, 365], monthly: [365, 182, 730] };
const WORDS: Readonly<Record<Granularity, string>> = { hourly: "Hourly", daily: "Daily", weekly: "Weekly", monthly: "Monthly" };
const UTC = "UTC";
const FORMATS: Readonly<Record<Granularity, Intl.DateTimeFormat>> = {
  hourly: new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: UTC }),
  daily: new Intl.DateTimeFormat("en", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: UTC }),
  weekly: new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: UTC }),
  monthly: new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: UTC }),
};

export class Usage extends BaseElement implements UsageElement {
  static override styles = [shared, styles];

  @property() organization: string = "";
  @state() private answer: UsageAnswer | undefined;
  @state() private error: EngineError | undefined;
  @state() private reading = false;
  #asked = "";
  #shownAs: Granularity = "daily";
  #plotted: readonly PlotPoint[] = [];
  #stop = new AbortController();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = JSON.stringify([this.organization, this.#granularity(), this.#days()]);
    if (this.organization === "" || this.server === undefined || (asked === this.#asked && !changed.has("server"))) return;
    if (changed.has("organization") || changed.has("server")) this.answer = undefined;
    this.#asked = asked;
    void this.#read();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#asked = "";
  }

  protected override render(): unknown {
    const { answer, error, reading } = this;
    if (this.organization === "" || this.server === undefined) return nothing;
    const granularity = this.#granularity();
    return html`
      <div class="toolbar">
        ${segments<Granularity>("Granularity", Object.entries(WORDS) as [Granularity, string][], granularity, (value) => this.setQuery({ granularity: value === "daily" ? undefined : value, days: undefined }))}
        <select class="field" aria-label="How far back" .value=${live(String(this.#days()))} @change=${({ target }: Event) => this.#look((target as HTMLSelectElement).value)}>
          ${[...DAYS[granularity]].sort((a, b) => a - b).map((days) => html`<option value=${days} ?selected=${days === this.#days()}>${counted(days, "day")}</option>`)}
        </select>
      </div>
      ${error ? failed(error, () => void this.#read()) : nothing}
      ${answer ? (answer.spans.length === 0 ? empty("activity", "No usage in this time", "The server counts resources from the first update on.") : this.#shown(answer, reading)) : error ? nothing : loading("Reading the usage")}
    `;
  }

  #shown({ spans, cut }: UsageAnswer, reading: boolean) {
    return html`
      ${figures(spans, this.#shownAs)}
      <div class="card chart ${reading ? "waits" : ""}">
        <stackscope-plot .points=${this.#plotted} shape="bars" utc each="Period" summary=${summary(spans, this.#shownAs)}></stackscope-plot>
      </div>
      <div class="under"><p class="status">Average resources of each period, in UTC${cut ? "; earlier periods are left out" : ""}</p></div>
      <div class="scrolls" role="region" aria-label="Usage by period" tabindex="0">${table(spans, this.#shownAs)}</div>
    `;
  }

  #look(days: string): void {
    this.setQuery({ days: Number(days) === DAYS[this.#granularity()][0] ? undefined : days });
  }

  #granularity(): Granularity {
    const { granularity = "" } = this.query;
    return granularity in WORDS ? (granularity as Granularity) : "daily";
  }

  #days(): number {
    const choices = DAYS[this.#granularity()];
    const chosen = Number(this.query["days"]);
    return choices.includes(chosen) ? chosen : (choices[0] ?? 28);
  }

  async #read(): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const granularity = this.#granularity();
    this.reading = true;
    this.error = undefined;
    try {
      const server = await serverId(this.server ?? "");
      const answer = await engine.call("chart.usage", { server, organization: this.organization, granularity, days: this.#days() }, { signal });
      this.#shownAs = granularity;
      this.#plotted = answer.spans.map(({ from, to, resources, hours }) => ({
        time: from,
        to,
        value: resources,
        words: [counted(resources, "resource"), ...(hours === undefined ? [] : [counted(hours, "resource hour")]), called(from, granularity)],
      }));
      this.answer = answer;
    } catch (error) {
      if (!signal.aborted) this.error = error as EngineError;
    } finally {
      if (!signal.aborted) this.reading = false;
    }
  }
}

const called = (from: number, granularity: Granularity): string => `${granularity === "weekly" ? "Week of " : ""}${FORMATS[granularity].format(from)}`;

function figures(spans: readonly UsageSpan[], granularity: Granularity) {
  const last = spans.at(-1);
  const first = spans[0];
  const peak = spans.reduce((most, span) => (span.resources > most.resources ? span : most), spans[0] as UsageSpan);
  const hours = spans.reduce<number | undefined>((sum, span) => (sum === undefined || span.hours === undefined ? undefined : sum + span.hours), 0);
  const change = (last?.resources ?? 0) - (first?.resources ?? 0);
  return html`<dl class="figures">
    <div class="card"><dt>Latest</dt><dd>${count(last?.resources ?? 0)}<span class="hint">${change === 0 ? "as at the start" : `${change > 0 ? "+" : "−"}${count(Math.abs(change))} since the start`}</span></dd></div>
    <div class="card"><dt>Average</dt><dd>${count(Math.round(spans.reduce((sum, { resources }) => sum + resources, 0) / spans.length))}<span class="hint">${counted(spans.length, "period")}</span></dd></div>
    <div class="card"><dt>Most</dt><dd>${count(peak.resources)}<span class="hint">${called(peak.from, granularity)}</span></dd></div>
    ${hours === undefined ? nothing : html`<div class="card"><dt>Resource hours</dt><dd>${count(hours)}<span class="hint">in all</span></dd></div>`}
  </dl>`;
}

function table(spans: readonly UsageSpan[], granularity: Granularity) {
  return html`<table>
    <thead><tr><th scope="col">Period</th><th scope="col" class="num">Resources</th><th scope="col" class="num">Change</th><th scope="col" class="num">Resource hours</th></tr></thead>
    <tbody>${spans
      .map((span, at) => {
        const change = span.resources - (spans[at - 1]?.resources ?? span.resources);
        return html`<tr>
          <th scope="row">${called(span.from, granularity)}</th>
          <td class="num">${count(span.resources)}</td>
          <td class="num">${at === 0 ? "" : change === 0 ? "0" : `${change > 0 ? "+" : "−"}${count(Math.abs(change))}`}</td>
          <td class="num">${span.hours === undefined ? "" : count(span.hours)}</td>
        </tr>`;
      })
      .reverse()}</tbody>
  </table>`;
}

function summary(spans: readonly UsageSpan[], granularity: Granularity): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return "";
  const values = spans.map(({ resources }) => resources);
  return `${WORDS[granularity]} resources from ${called(first.from, granularity)} to ${called(last.from, granularity)}: from ${count(first.resources)} to ${count(last.resources)}, at least ${count(Math.min(...values))} and at most ${count(Math.max(...values))}.`;
}

define("stackscope-usage", Usage);
