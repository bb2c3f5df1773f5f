/** How an update ended, or that it runs: a mark and a word, never a colour alone. And what kind of update it was. */
import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "./icon.js";
import { visible } from "./text.js";

interface Result {
  kind: string;
  icon: IconName;
  words: string;
}

const RESULTS: Readonly<Record<string, Result>> = {
  succeeded: { kind: "succeeded", icon: "check", words: "succeeded" },
  failed: { kind: "failed", icon: "close", words: "failed" },
  "in-progress": { kind: "running", icon: "activity", words: "running" },
  running: { kind: "running", icon: "activity", words: "running" },
  "not-started": { kind: "pending", icon: "clock", words: "not started" },
  requested: { kind: "pending", icon: "clock", words: "requested" },
  cancelled: { kind: "canceled", icon: "minus", words: "cancelled" },
  canceled: { kind: "canceled", icon: "minus", words: "cancelled" },
  interrupted: { kind: "interrupted", icon: "warning", words: "interrupted" },
};

const resultOf = (result: string): Result => RESULTS[result] ?? { kind: "unknown", icon: "note", words: result || "unknown" };

/** What the numbers of resources mean that a server tells: they are not those of the records in the state. */
export const COUNTED = "As the server counts them. A state may hold more records, such as those of default providers.";

export { isRunning } from "../worker/update-row.js";

/** The mark alone, the word for those who point at it or do not see it. */
export function resultMark(result: string): TemplateResult {
  const { kind, icon: name, words } = resultOf(result);
  return html`<span class="result-mark" data-kind=${kind} title=${words}>${icon(name)}<span class="unseen">${visible(words)}</span></span>`;
}

/** Mark and word. */
export function resultBadge(result: string): TemplateResult {
  const { kind, icon: name, words } = resultOf(result);
  return html`<span class="badge" data-kind=${kind}>${icon(name)}${visible(words)}</span>`;
}

const KINDS: Readonly<Record<string, string>> = {
  update: "update",
  preview: "preview",
  refresh: "refresh",
  rename: "rename",
  destroy: "destroy",
  import: "import",
  "resource-import": "import of resources",
};

/** An update's kind in words; a preview's is that of what it foresees. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}
