/** A row of the list: a stack, or a project over its stacks. */
import { html, nothing, type TemplateResult } from "lit";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { isRunning, kindWords, resultMark } from "../ui/result.js";
import { followRow } from "../ui/row-link.js";
import { name, spelled, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import type { StackDetails } from "../worker/stack-details.js";
import type { ListedStack, Tag } from "../worker/stack-list.js";
import type { ProjectRow } from "../worker/stack-view.js";

const SHOWN_TAGS = 3;
/** Tags that Pulumi itself sets: they say what the row says already. */
const OWN_TAGS = /^(pulumi:|vcs:|gitHub:)/;

export interface StackRowOptions {
  /** The link around the name. */
  link: (content: unknown) => TemplateResult;
  details: StackDetails | undefined;
  /** The keys are at the row. */
  active: boolean;
  grouped: boolean;
  onTag: (tag: string) => void;
}

export function stackRow(row: ListedStack, { link, details, active, grouped, onTag }: StackRowOptions): TemplateResult {
  const words = grouped ? name(row.name, "strong") : html`<bdi><span class="muted">${visible(row.project)}/</span><span class="strong">${visible(row.name)}</span></bdi>`;
  return html`<div class="row" data-grouped=${grouped} @click=${followRow}>
    <div class="cell cell-name" role="cell">${link(words)}</div>
    <div class="cell cell-updated" role="cell">${lastUpdate(row, details)}</div>
    <div class="cell cell-resources num" role="cell">${row.resources === undefined ? html`<span class="muted">–</span>` : html`<span>${count(row.resources)}<span class="unit"> ${row.resources === 1 ? "resource" : "resources"}</span></span>`}</div>
    <div class="cell cell-tags" role="cell">${tagList(row.tags ?? details?.tags, details, active, onTag)}</div>
  </div>`;
}

export function projectRow(row: ProjectRow, button: (content: unknown) => TemplateResult): TemplateResult {
  return html`<div class="row row-project">
    <div class="cell cell-name" role="rowheader">${icon("box")}${button(name(row.project, "strong"))}<span class="count">${counted(row.stacks, "stack")}</span></div>
    <div class="cell cell-updated" role="cell"></div>
    <div class="cell cell-resources num" role="cell"><span class="muted">${count(row.resources)}</span></div>
    <div class="cell cell-tags" role="cell"></div>
  </div>`;
}

function lastUpdate(row: ListedStack, details: StackDetails | undefined): unknown {
  const { latest } = details ?? {};
  const result = latest?.result ?? row.result;
  const started = latest?.started ?? row.updated;
  if (started === undefined) return html`<span class="result-mark"></span><span class="muted">never updated</span>`;
  const running = isRunning(latest?.result);
  const told = running ? html`<span class="told" data-kind="running">running</span>` : result === "failed" ? html`<span class="told" data-kind="failed">failed</span>` : undefined;
  const kind = latest && latest.kind !== "update" ? kindWords(latest.kind) : "";
  return html`${result ? resultMark(result) : html`<span class="result-mark"></span>`}<span class="clip">${time(started)}${told || kind ? html`<span class="muted"> · </span>` : nothing}${told}${told && kind ? " " : ""}${kind ? html`<span class="muted">${visible(kind)}</span>` : nothing}</span>`;
}

function tagList(tags: readonly Tag[] | undefined, details: StackDetails | undefined, active: boolean, onTag: (tag: string) => void): unknown {
  if (tags === undefined) return details?.failed ? html`<span class="muted" title="The server did not tell">–</span>` : html`<span class="skeleton tags-waiting"></span>`;
  const given = tags.filter(([tag]) => !OWN_TAGS.test(tag));
  const shown = given.slice(0, SHOWN_TAGS);
  const more = given.length - shown.length;
  const all = tags.map((tag) => tag.join("=")).join("\n");
  return html`${shown.map(
    ([tag, value]) => html`<button type="button" class="tag" tabindex=${active ? 0 : -1} title=${spelled(`Only stacks with ${tag}=${value}`)} @click=${() => onTag(`${tag}=${value}`)}><bdi class="clip"><span class="muted">${visible(tag)}=</span>${visible(value)}</bdi></button>`,
  )}${more > 0 ? html`<span class="muted tags-more" title=${spelled(all)}>+${more}<span class="unseen"> more tags</span></span>` : nothing}`;
}
