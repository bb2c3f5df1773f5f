/**
 * `<stackscope-update-progress>`, a part of `<stackscope-update>`: how far a running update has come, for how long it runs, and whether the server still
 * tells. Its clock runs by itself. The line stays when the update has ended: nothing moves under someone who reads.
 *
 * In: a log that is followed. Out: `retry`, where the person doesn't want to wait.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { define } from "../base.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { shared } from "../styles/shared.js";
import { bytes, count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { prose, visible } from "../ui/text.js";
import type { LogFacts } from "../worker/log-facts.js";
import { short } from "./axis.js";

const TICK_MS = 500;

export class UpdateProgress extends LitElement {
  static override styles = [
    shared,
    css`
.line {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: var(--space-1) var(--space-3);
  align-items: center;
  margin-top: var(--space-3);
}

.line .progress {
  width: 100%;
}

.line[data-kind="failed"] .progress::-webkit-progress-value,
.line[data-kind="canceled"] .progress::-webkit-progress-value {
  background: var(--kind-fill);
}

.line[data-kind="failed"] .progress::-moz-progress-bar,
.line[data-kind="canceled"] .progress::-moz-progress-bar {
  background: var(--kind-fill);
}

/* As wide as its words may grow, so that the bar keeps its length. */
.figures {
  display: grid;
  grid-template-columns: 2.75rem 12.5rem 6.5rem 4rem;
  gap: 0 var(--space-2);
  font-size: var(--text-sm);
  white-space: nowrap;
}

.words,
.under-way {
  font-variant-numeric: tabular-nums;
}

/* Between the head and the tabs, so that nothing moves when it goes. */
.reading {
  position: relative;
}

.reading > .progress {
  position: absolute;
  inset: var(--space-2) 0 auto;
  width: 100%;
  height: 0.1875rem;
}

@container (max-width: 50rem) {
  .line {
    grid-template-columns: minmax(0, 1fr);
  }

  .figures {
    grid-template-columns: auto 1fr auto;
  }

  .under-way {
    display: none;
  }
}

.notice {
  flex-wrap: wrap;
  align-items: center;
  margin-top: var(--space-2);
}

.notice span {
  flex: 1 1 16rem;
  min-width: 0;
  overflow-wrap: anywhere;
}

.downloads {
  margin-top: var(--space-1);
  color: var(--muted);
  font-size: var(--text-sm);
  overflow-wrap: anywhere;
}
`,
  ];

  @property({ attribute: false }) log: ReadyLog | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override render() {
    const { log } = this;
    if (!log) return nothing;
    return html`${log.update?.running ? running(log) : log.live ? reading(log) : nothing}${this.#lost(log)}`;
  }

  #lost({ lost, update }: ReadyLog): unknown {
    if (!lost) return nothing;
    const { error, trying, retryAt } = lost;
    const seconds = retryAt === undefined ? undefined : Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
    const when = trying || seconds === 0 ? "Trying again…" : seconds === undefined ? "" : `Trying again in ${seconds} s.`;
    return html`<div class="notice" data-kind="warning" role="alert">
      ${icon("warning")}<span>${update?.running ? "The server no longer tells how it goes on; what was read stays." : "The events could not all be read; what was read stays."} ${prose(error.message)}</span>
      <span aria-live="off">${when}</span>
      <button type="button" class="button button-small" ?disabled=${trying} @click=${() => this.dispatchEvent(new Event("retry"))}>${icon("refresh")}Try now</button>
    </div>`;
  }
}

function running({ facts, update, heardAt, live }: ReadyLog): TemplateResult {
  const done = (facts.statuses["done"] ?? 0) + (facts.statuses["failed"] ?? 0);
  const underWay = live ? (facts.statuses["running"] ?? 0) : 0;
  const expected = live ? update?.resourceCount : facts.rows;
  const total = expected === undefined ? undefined : Math.max(expected, facts.rows);
  const about = live && total === expected ? "about " : "";
  const words = total === undefined ? `${counted(done, "resource")} done` : `${count(done)} of ${about}${counted(total, "resource")}`;
  const share = total ? Math.floor((done / total) * 100) : undefined;
  const elapsed = elapsedSeconds(facts, live ? heardAt : undefined);
  return html`<div class="line" data-kind=${live ? "running" : facts.result}>
      ${total === undefined ? html`<progress class="progress" aria-label="Progress of the update"></progress>` : html`<progress class="progress" max=${Math.max(1, total)} value=${done} aria-label="Progress of the update"></progress>`}
      <p class="figures"><span class="num">${share === undefined ? nothing : `${share} %`}</span><span class="words">${words}</span><span class="muted under-way">${underWay > 0 ? `${count(underWay)} under way` : nothing}</span><span class="num" title=${live ? "Since the first event" : "From the first event to the last"}>${elapsed === undefined ? "starting" : short(elapsed)}</span></p>
    </div>
    ${live ? facts.downloads.map(({ message, completed, total: size }) => html`<p class="downloads">${visible(message)}${size > 0 ? html`: ${bytes(completed)} of ${bytes(size)}` : nothing}</p>`) : nothing}`;
}

/** `heardAt`: when the last figures came, of an update that goes on. */
function elapsedSeconds({ startTime, endTime, durationSeconds }: LogFacts, heardAt: number | undefined): number | undefined {
  if (heardAt === undefined && durationSeconds !== undefined) return durationSeconds;
  if (startTime === undefined || endTime === undefined) return undefined;
  return endTime - startTime + (heardAt === undefined ? 0 : (Date.now() - heardAt) / 1000);
}

/** An update that has ended, whose events are on their way. */
function reading({ facts }: ReadyLog): TemplateResult {
  return html`<div class="reading" title=${`Reading the events${facts.events > 0 ? `: ${count(facts.events)} so far` : ""}`}><progress class="progress" aria-label="Reading the events"></progress></div>`;
}

define("stackscope-update-progress", UpdateProgress);
