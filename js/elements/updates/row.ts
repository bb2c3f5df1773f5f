/** A row of the history. */
import { html, nothing, type TemplateResult } from "lit";
import { counted } from "../ui/format.js";
import { COUNTED, isRunning, resultMark } from "../ui/result.js";
import { followRow } from "../ui/row-link.js";
import { spelled, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { UpdateRow } from "../worker/update-row.js";
import { author, changesShare, changesWords, source, titleOf, tookWords } from "./words.js";

export interface UpdateRowOptions {
  link: (content: unknown) => TemplateResult;
  /** The keys are at the row. */
  active: boolean;
  chosen: boolean;
  /** Chooses the version to compare; absent where there is none. */
  choose?: (() => void) | undefined;
}

export function updateTemplate(row: UpdateRow, { link, active, chosen, choose }: UpdateRowOptions): TemplateResult {
  const running = isRunning(row.result);
  const title = titleOf(row);
  return html`<div class="row" @click=${followRow} ?data-chosen=${chosen} ?data-preview=${row.preview}>
    <span class="rail">${resultMark(row.result)}</span>
    <div class="main">
      <div class="title">${link(title)}<bdi class="clip" title=${spelled(row.message)}>${row.message ? visible(row.message) : html`<span class="muted">no message</span>`}</bdi></div>
      <div class="meta">${author(row)}${source(row, active)}${row.resources === undefined ? nothing : html`<span title=${COUNTED}>${counted(row.resources, "resource")}</span>`}</div>
    </div>
    <div class="changes">${running ? html`<progress class="progress" aria-label="Running"></progress><span class="hint">${row.result === "not-started" ? "waiting to start" : "running"}</span>` : html`${changesShare(row.changes)}${changesWords(row.changes)}`}</div>
    <div class="when"><span>${time(row.started)}</span><span class="muted">${running ? "" : tookWords(row)}</span></div>
    ${choose ? html`<label class="choose" title="Choose to compare (c)"><input type="checkbox" tabindex=${active ? 0 : -1} aria-label=${`Compare version ${row.version}`} .checked=${chosen} @change=${choose}></label>` : nothing}
  </div>`;
}
