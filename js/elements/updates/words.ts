/** An update in words and small pieces: what the history and the overview of a stack both show. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { away } from "../ui/away.js";
import { duration } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { opDone, opSign } from "../ui/op.js";
import { kindWords } from "../ui/result.js";
import { code, name, spelled } from "../ui/text.js";
import type { UpdateRow } from "../worker/update-row.js";

const SHORT_SHA = 7;

/** "Update 30", "Preview of destroy" */
export function titleOf({ kind, preview, version }: UpdateRow): string {
  if (preview) return kind === "update" || kind === "preview" ? "Preview" : `Preview of ${kindWords(kind)}`;
  const words = kindWords(kind);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${version === undefined ? "" : ` ${version}`}`;
}

/** Letters in a circle: pictures would be requests to elsewhere. */
export function author({ author: who }: UpdateRow): unknown {
  if (!who) return nothing;
  return html`<span class="author" title=${spelled(who.login)}><span class="initials" aria-hidden="true">${initials(who.name)}</span>${name(who.name)}</span>`;
}

export function initials(text: string): string {
  const words = text.replace(/[^\p{L}\p{N}\s]/gu, " ").trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("") || "?";
}

/** Commit, branch and pull request; links lead elsewhere only when followed. */
export function source({ commit, branch, pull }: UpdateRow, reach: boolean): unknown {
  const parts: TemplateResult[] = [];
  if (commit) parts.push(html`<span class="source">${icon("commit")}${away(commit.url, code(commit.sha.slice(0, SHORT_SHA)), { title: `Commit ${commit.sha}`, reach })}${commit.dirty ? html`<span class="dirty" title="With changes that were not committed">modified</span>` : nothing}</span>`);
  if (branch) parts.push(html`<span class="source">${icon("branch")}<span class="clip">${name(branch)}</span></span>`);
  if (pull) parts.push(html`<span class="source">${away(pull.url, html`#${name(pull.number)}`, { title: `Pull request ${pull.number}`, reach })}</span>`);
  return parts;
}

/** Counts by op with their signs, such as "+3 ~1". */
export function changesWords(changes: Readonly<Record<string, number>>): TemplateResult {
  const parts = Object.entries(changes).filter(([op]) => op !== "same");
  if (parts.length === 0) return html`<span class="muted">${"same" in changes ? "no changes" : "–"}</span>`;
  return html`<span class="changes-words">${parts.map(([op, n]) => html`<span class="change" data-kind=${op} title="${n} ${spelled(opDone(op))}"><span aria-hidden="true">${opSign(op)}${n}</span><span class="unseen">${n} ${opDone(op)}</span></span>`)}</span>`;
}

const LEAST_SHARE = 4;

/** Changes by op as a bar whose whole length stands for all resources that the update looked at. */
export function changesShare(changes: Readonly<Record<string, number>>): TemplateResult {
  const parts = Object.entries(changes).filter(([op]) => op !== "same");
  const shares = parts.map(([op, n]) => [op, Math.max(n, 0)] as const);
  const total = Object.values(changes).reduce((sum, n) => sum + n, 0);
  const least = Math.min(LEAST_SHARE, 100 / Math.max(1, shares.length));
  const widths = shares.map(([, n]) => Math.max(least, (n / total) * 100));
  const scale = Math.min(1, 100 / widths.reduce((sum, width) => sum + width, 0));
  let x = 0;
  const bars = shares.map(([op], index) => {
    const width = (widths[index] ?? 0) * scale;
    const bar = svg`<rect x="${x}%" width="${width}%" height="100%" data-kind=${op} fill="var(--kind-fill)"></rect>`;
    x += width;
    return bar;
  });
  return html`<span class="changes-bar" aria-hidden="true"><svg width="100%" height="100%">${bars}</svg></span>`;
}

/** How long it took; nothing for one that runs. */
export function tookWords({ started, ended }: UpdateRow): string {
  return started === undefined || ended === undefined ? "" : duration(ended - started);
}
