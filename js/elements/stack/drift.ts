/** What was found when somebody last looked whether resources are still as the state has them. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../ui/icon.js";
import { time } from "../ui/time.js";
import { changesWords } from "../updates/words.js";
import type { DriftAnswer } from "../worker/stack-overview.js";

export function driftLine({ detected, running, when, changes = {} }: DriftAnswer): TemplateResult {
  if (running) return html`<p class="state-line" data-kind="running">${icon("activity")}Looking for drift now</p>`;
  const line = detected ? html`<p class="state-line" data-kind="warning">${icon("warning")}The last run found drift</p>` : html`<p class="state-line" data-kind="succeeded">${icon("check")}The last run found none</p>`;
  const same = changes["same"] ?? 0;
  const found = Object.keys(changes).some((op) => op !== "same");
  return html`${line}
    ${when || found ? html`<p class="state-more">${time(when)}${found ? html`<span>${changesWords(changes)}</span>` : nothing}${same > 0 ? html`<span>${same} as before</span>` : nothing}</p>` : nothing}`;
}
