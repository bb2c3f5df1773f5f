/**
 * `<stackscope-update-progress>`, a part of `<stackscope-update>`: how far a running update has come, for how long it runs, and whether the server still
 * tells. Its clock runs by itself.
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
import { short } from "./axis.js";

const TICK_MS = 500;

export class UpdateProgress extends LitElement {
  static override styles = [
    shared,
    css`
.line {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--space-1) var(--space-3);
}

.line .progress {
  flex: 1 1 12rem;
  width: auto;
}

.figures {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-3);
  font-size: var(--text-sm);
}

.clock {
  min-width: 3.5rem;
  text-align: end;
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
    return html`${log.update?.running ? running(log) : reading(log)}${this.#lost(log)}`;
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

function running({ facts, update, heardAt }: ReadyLog): TemplateResult {
  const done = (facts.statuses["done"] ?? 0) + (facts.statuses["failed"] ?? 0);
  const underWay = facts.statuses["running"] ?? 0;
  const expected = update?.resourceCount;
  const total = expected === undefined ? undefined : Math.max(expected, facts.rows);
  const words = total === undefined ? `${counted(done, "resource")} done` : `${count(done)} of ${total === expected ? "about " : ""}${counted(total, "resource")}`;
  const { startTime, endTime } = facts;
  const elapsed = startTime === undefined || endTime === undefined ? undefined : endTime - startTime + (Date.now() - heardAt) / 1000;
  return html`<div class="line">
      ${total === undefined ? html`<progress class="progress" aria-label="Progress of the update"></progress>` : html`<progress class="progress" max=${total} value=${done} aria-label="Progress of the update"></progress>`}
      <p class="figures"><span class="words">${words}</span>${underWay > 0 ? html`<span class="muted">${count(underWay)} under way</span>` : nothing}<span class="clock num" title="Since the first event">${elapsed === undefined ? "starting" : short(elapsed)}</span></p>
    </div>
    ${facts.downloads.map(({ message, completed, total: size }) => html`<p class="downloads">${visible(message)}${size > 0 ? html`: ${bytes(completed)} of ${bytes(size)}` : nothing}</p>`)}`;
}

/** An update that has ended, whose events are on their way. */
function reading({ facts }: ReadyLog): TemplateResult {
  return html`<div class="line"><progress class="progress" aria-label="Reading the events"></progress><p class="figures">Reading the events${facts.events > 0 ? `: ${count(facts.events)} so far` : ""}</p></div>`;
}

define("stackscope-update-progress", UpdateProgress);
