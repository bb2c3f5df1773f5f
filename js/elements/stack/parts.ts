/** The contents of the overview's parts. */
import { html, nothing, type TemplateResult } from "lit";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { kindWords, resultBadge } from "../ui/result.js";
import { code, name, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import { value, type More } from "../ui/value.js";
import { author, changesShare, changesWords, source, titleOf, tookWords } from "../updates/words.js";
import type { AboutStack, OutputRow, ReferenceRow, ScheduleRow } from "../worker/stack-overview.js";
import type { ConfigRow } from "../worker/stack-updates.js";
import type { Tag } from "../worker/stack-list.js";
import type { UpdateRow } from "../worker/update-row.js";
import type { Link } from "./absent.js";

const PULUMI_TAGS = /^(pulumi:|vcs:|gitHub:)/;

/** What runs now, and the way to watch it. */
export function runningBanner(stack: string, { kind, author: who, started }: NonNullable<AboutStack["operation"]>, update: UpdateRow | undefined, link: Link): TemplateResult {
  const words = `${kindWords(kind)}${update?.version === undefined ? "" : ` ${update.version}`}`;
  return html`<div class="running" data-kind="running" role="status">
    ${icon("activity")}
    <span><strong>${words.charAt(0).toUpperCase()}${words.slice(1)} is running</strong>${who || started ? ", started" : nothing}${who ? html` by ${name(who)}` : nothing}${started ? html` ${time(started)}` : nothing}</span>
    ${update ? link({ kind: "update", stack, update: update.version ?? update.id ?? "" }, "Watch it", { className: "button button-small" }) : nothing}
  </div>`;
}

export function updateSummary(stack: string, row: UpdateRow, link: Link): TemplateResult {
  const { version = 0 } = row;
  return html`<div class="update">
    <p class="update-title">${resultBadge(row.result)}${link({ kind: "update", stack, update: row.version ?? row.id ?? "" }, titleOf(row), { className: "link strong" })}<bdi class="breakable">${visible(row.message)}</bdi></p>
    <p class="update-meta">${author(row)}${source(row, true)}<span>${time(row.started)}</span>${tookWords(row) ? html`<span>took ${tookWords(row)}</span>` : nothing}</p>
    <div class="update-changes">${changesShare(row.changes)}${changesWords(row.changes)}</div>
    ${version > 1 ? html`<p>${link({ kind: "diff", old: { stack, version: version - 1 }, new: { stack, version } }, html`${icon("swap")}Compare with version ${version - 1}`, { className: "button button-small" })}</p>` : nothing}
  </div>`;
}

export function outputList(rows: readonly OutputRow[], total: number, more: More): TemplateResult {
  return html`<dl class="pairs">${rows.map((row) => html`<div><dt>${code(row.name)}</dt><dd>${value(row.value, more)}</dd></div>`)}</dl>
    ${total > rows.length ? html`<p class="hint">and ${counted(total - rows.length, "more output", "more outputs")}</p>` : nothing}`;
}

export function configList(rows: readonly ConfigRow[]): TemplateResult {
  return html`<dl class="pairs pairs-short">${rows.map((row) => html`<div><dt>${code(row.key)}</dt><dd>${value(row.value)}</dd></div>`)}</dl>`;
}

/** Tags that people gave; those that Pulumi sets itself are folded away. */
export function tagList(tags: readonly Tag[], organization: string, link: Link): TemplateResult {
  const list = (some: readonly Tag[]): TemplateResult =>
    html`<dl class="pairs pairs-short">${some.map(
      ([tag, text]) => html`<div><dt>${name(tag)}</dt><dd>${link({ kind: "organization", organization, view: "stacks", query: { tag: `${tag}=${text}` } }, name(text))}</dd></div>`,
    )}</dl>`;
  const own = tags.filter(([tag]) => PULUMI_TAGS.test(tag));
  const given = tags.filter(([tag]) => !PULUMI_TAGS.test(tag));
  return html`${given.length > 0 ? list(given) : html`<p class="hint">Nobody gave this stack a tag.</p>`}
    ${own.length > 0 ? html`<details><summary>${icon("chevron")}${counted(own.length, "tag")} that Pulumi set</summary>${list(own)}</details>` : nothing}`;
}

export function references(rows: readonly ReferenceRow[], link: Link): TemplateResult {
  return html`<ul class="references">${rows.map(({ stack }) => html`<li>${icon("stack")}${link({ kind: "stack", stack }, name(stack))}</li>`)}</ul>`;
}

export function scheduleList(rows: readonly ScheduleRow[]): TemplateResult {
  return html`<ul class="schedules">${rows.map(
    ({ what, cron, once, next, paused }) =>
      html`<li><span class="strong">${visible(what)}</span>${cron ? code(cron) : nothing}${once ? html`<span>once</span>` : nothing}${paused ? html`<span class="badge">paused</span>` : next ? html`<span class="muted">next ${time(next)}</span>` : nothing}</li>`,
  )}</ul>`;
}
