/** The head of `<stackscope-update>`: how it ended, what it was, who, when, from which commit, what it changed; and ways to what stands around it. */
import { html, nothing, type TemplateResult } from "lit";
import type { ReadyLog } from "../engine/log-controller.js";
import type { StackUpdate, Target } from "../public.js";
import { count, counted } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { changesBar } from "../ui/op.js";
import { resultBadge } from "../ui/result.js";
import { code, name, visible } from "../ui/text.js";
import { time } from "../ui/time.js";
import { message } from "./message.js";
import type { LogFacts } from "../worker/log-facts.js";
import { aboutButton, changeBadge, kindTitle, took } from "./words.js";

type Link = (target: Target, content: unknown, options?: { className?: string; title?: string; label?: string }) => TemplateResult;

export interface SummaryOptions {
  source: StackUpdate | undefined;
  link: Link;
  /** The menu of copies and files. */
  exports: unknown;
  /** Goes to a resource's row. */
  go: (urn: string) => void;
  /** Goes to all messages. */
  all: () => void;
}

export function summary(log: ReadyLog, { source, link, exports, go, all }: SummaryOptions): TemplateResult {
  const { facts, update, live } = log;
  const isPreview = update?.isPreview ?? facts.isPreview;
  const kind = kindTitle(update?.kind ?? kindOf(facts), isPreview);
  const running = live && (update?.running ?? true);
  // The engine may count an update that was cut short among those that succeeded.
  const told = facts.result === "succeeded" && facts.statuses["interrupted"] ? "interrupted" : facts.result;
  const result = running ? "running" : live && told === "running" ? "" : told;
  return html`<section class="summary card" aria-label="Summary">
    <div class="summary-line">
      ${result === "" ? html`<span class="badge">reading</span>` : resultBadge(result)}
      <p class="summary-what strong">${update?.message ? name(update.message) : source || live ? kind : `${kind}, ${counted(facts.totalChanges, "change")}`}</p>
      <div class="summary-ways">${ways(log, source, link)}${exports}</div>
    </div>
    ${about(log, update?.message ? kind : undefined, source)}
    ${changes(log, isPreview)}
    ${errors(log, go, all)}
  </section>`;
}

function ways({ update, live }: ReadyLog, source: StackUpdate | undefined, link: Link): unknown {
  const { version, latestVersion } = update ?? {};
  if (!source || version === undefined) return nothing;
  const { stack } = source;
  const step = (to: number, words: string, turned: string): TemplateResult => link({ kind: "update", stack, update: to }, icon("chevron", turned), { className: "button-icon", title: `${words} (version ${to})`, label: words });
  return html`
    ${version > 1 && !live ? link({ kind: "diff", old: { stack, version: version - 1 }, new: { stack, version } }, html`${icon("swap")}Compare with ${version - 1}`, { className: "button" }) : nothing}
    ${version > 1 ? step(version - 1, "Previous update", "turned") : nothing}
    ${latestVersion !== undefined && version < latestVersion ? step(version + 1, "Next update", "") : nothing}
  `;
}

/** What a log without a server to ask is about, as far as its operations tell. */
function kindOf({ isPreview, ops, rows }: LogFacts): string {
  const all = (...named: string[]): boolean => rows > 0 && Object.keys(ops).every((op) => named.includes(op));
  if (all("delete", "discard")) return "destroy";
  if (all("refresh")) return "refresh";
  return isPreview ? "preview" : "update";
}

/** `kind`: unless it is said above. */
function about({ facts, update, live }: ReadyLog, kind: string | undefined, source: StackUpdate | undefined): TemplateResult {
  const { author, commit, branch, pull, pulumi, version } = update ?? {};
  const start = update?.startTime ?? facts.startTime;
  const seconds = facts.durationSeconds;
  return html`<dl class="about">
    ${kind ? html`<div><dt>Kind</dt><dd>${kind}</dd></div>` : nothing}
    ${author ? html`<div><dt>By</dt><dd title=${author.login}>${name(author.name)}</dd></div>` : nothing}
    ${start === undefined ? nothing : html`<div><dt>Started</dt><dd>${time(start)}</dd></div>`}
    ${live || seconds === undefined ? nothing : html`<div><dt>Took</dt><dd>${took(seconds, facts.timeResolutionSeconds)}</dd></div>`}
    ${version === undefined || version === source?.update ? nothing : html`<div><dt>Version</dt><dd>${count(version)}</dd></div>`}
    ${commit ? html`<div><dt>Commit</dt><dd>${outside(commit.url, code(commit.sha.slice(0, 7)))}${commit.dirty ? html` <span class="badge" title="The working tree held changes that are in no commit">modified</span>` : nothing}${branch ? html` on ${name(branch)}` : nothing}</dd></div>` : nothing}
    ${pull ? html`<div><dt>Pull request</dt><dd>${outside(pull.url, html`#${visible(pull.number)}`)}</dd></div>` : nothing}
    ${pulumi ? html`<div><dt>Pulumi</dt><dd>${visible(pulumi)}</dd></div>` : nothing}
    <div><dt>Events</dt><dd>${count(facts.events)}</dd></div>
  </dl>`;
}

function outside(url: string | undefined, content: unknown): unknown {
  return url === undefined ? content : html`<a class="link outside" href=${url} target="_blank" rel="noopener noreferrer">${content}${icon("external")}<span class="unseen"> (opens in a new tab)</span></a>`;
}

function changes({ facts, live }: ReadyLog, isPreview: boolean): unknown {
  const parts = Object.entries(facts.changes).filter(([op, n]) => op !== "same" && n > 0);
  const interrupted = live ? 0 : (facts.statuses["interrupted"] ?? 0);
  const { unchanged, erroredResources, errored, violations, blocking } = facts;
  if (parts.length === 0 && unchanged === 0 && erroredResources === 0 && !live) return nothing;
  return html`<div class="changes">
    ${parts.length > 0 ? changesBar(facts.changes) : nothing}
    <p class="change-badges">
      ${parts.map(([op, n]) => changeBadge(op, n, { isPreview, live }))}
      ${parts.length === 0 && !erroredResources ? html`<span class="muted">${live ? "No changes so far" : "No changes"}</span>` : nothing}
      ${unchanged > 0 ? html`<span class="muted unchanged">${count(unchanged)} unchanged</span>` : nothing}
      ${errored > 0 || erroredResources > 0 ? html`<span class="badge" data-kind="error">${icon("close")}${counted(Math.max(errored, erroredResources), "error")}</span>` : nothing}
      ${interrupted > 0 ? html`<span class="badge" data-kind="interrupted">${icon("warning")}${count(interrupted)} interrupted</span>` : nothing}
      ${violations > 0 ? html`<span class="badge" data-kind=${blocking.length > 0 ? "error" : "warning"}>${icon("shield")}${counted(violations, "policy violation")}</span>` : nothing}
    </p>
  </div>`;
}

/** Why it failed, as far as a few messages tell. */
function errors({ facts }: ReadyLog, go: (urn: string) => void, all: () => void): unknown {
  const { firstErrors, blocking, diagnosticCounts } = facts;
  if (firstErrors.length + blocking.length === 0) return nothing;
  const left = (diagnosticCounts["error"] ?? 0) - firstErrors.length;
  return html`<ul class="messages">
    ${firstErrors.map((row) => html`<li>${message(row, { about: row.about ? aboutButton(row.about, go) : nothing })}</li>`)}
    ${blocking.map(({ policy, text, about: of }) => {
      const about = html`Mandatory policy ${name(policy, "strong")}${of ? html`: ${aboutButton(of, go)}` : nothing}`;
      return html`<li>${message({ severity: "error", prefix: "", text }, { about })}</li>`;
    })}
    ${left > 0 ? html`<li><button type="button" class="button button-small" @click=${all}>All diagnostics</button></li>` : nothing}
  </ul>`;
}

/** What a person should know before they believe the rest. */
export function notices({ facts, live }: ReadyLog): unknown {
  const { maybeCorrupt, result, errors, problemCount, problems, whole } = facts;
  const [first] = problems;
  return html`
    ${maybeCorrupt ? html`<p class="notice" data-kind="error">${icon("warning")}<span>The engine says that the state <strong>may be corrupt</strong> after this update. Look at the stack's integrity before you go on.</span></p>` : nothing}
    ${!live && (result === "interrupted" || facts.statuses["interrupted"]) ? html`<p class="notice" data-kind="warning">${icon("warning")}<span>The log ends while resources were still being worked on: the update was interrupted. Pending operations may be left in the state; <code class="code">pulumi refresh</code> clears them up.</span></p>` : nothing}
    ${!live && result === "unknown" ? html`<p class="notice">${icon("note")}<span>The log ends without saying how the update did.</span></p>` : nothing}
    ${errors.map((text) => html`<p class="notice" data-kind="error">${icon("close")}<span class="breakable">The engine failed: ${visible(text)}</span></p>`)}
    ${problemCount > 0 && first ? html`<p class="notice" data-kind="warning">${icon("warning")}<span>${counted(problemCount, "piece")} of the log could not be read and ${problemCount === 1 ? "was" : "were"} passed over. The first: line ${count(first.line)}, ${visible(first.message)}.</span></p>` : nothing}
    ${whole ? nothing : html`<p class="notice">${icon("note")}<span>This log names ${counted(facts.rows, "resource")}: messages beyond the first hundred errors, the slowest resources and the critical path are left out.</span></p>`}
  `;
}
