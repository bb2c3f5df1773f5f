/** Words about an update and its parts. */
import { html, nothing, type TemplateResult } from "lit";
import { count, duration } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { opDoing, opDone, opSign } from "../ui/op.js";
import { kindWords } from "../ui/result.js";
import { name, visible } from "../ui/text.js";
import type { About } from "../worker/log-shapes.js";

/** "3 created", in a preview "3 to create"; while it runs "3 create", since not all of them are done. */
export function changeBadge(op: string, n: number, { isPreview, live }: { isPreview: boolean; live: boolean }): TemplateResult {
  const plain = op.replaceAll("-", " ");
  const words = isPreview ? `to ${plain}` : live ? plain : opDone(op);
  return html`<span class="badge change-badge" data-kind=${op}><span class="change-sign" aria-hidden="true">${opSign(op).trim()}</span>${count(n)} ${visible(words)}</span>`;
}

/** What became of a resource, or is becoming. */
export function statusWords(op: string, status: string, isPreview: boolean): string {
  if (status === "done" && op === "same") return "unchanged";
  if (status === "done") return isPreview ? op : opDone(op);
  if (status === "running") return opDoing(op);
  return status === "pending" ? "waiting" : status;
}

/** A severity with its mark. */
export function severityIcon(severity: string): TemplateResult {
  const names: Readonly<Record<string, IconName>> = { error: "close", warning: "warning" };
  return icon(names[severity] ?? "note");
}

/** The colour that a severity has. */
export const severityKind = (severity: string): string => ({ error: "error", warning: "warning", info: "info" })[severity.split("#", 1)[0] ?? ""] ?? "unknown";

export const severityWords = (severity: string): string => ({ error: "Errors", warning: "Warnings", info: "Information", "info#err": "Program output to stderr", debug: "Debugging" })[severity] ?? severity;

/** Seconds, or that the log's clock is too coarse to tell. */
export function took(seconds: number | undefined, resolution: number): string {
  if (seconds === undefined) return "";
  return seconds < resolution ? `<${resolution} s` : duration(seconds);
}

/** Where on the axis of time: "after 1 min 48 s". */
export function since(seconds: number, resolution: number): string {
  return seconds < resolution ? "at the start" : `after ${duration(seconds)}`;
}

/** "Update", "Preview of a refresh" */
export function kindTitle(kind: string, isPreview: boolean): string {
  const words = kindWords(kind);
  if (!isPreview) return words.charAt(0).toUpperCase() + words.slice(1);
  return words === "preview" || words === "update" ? "Preview" : `Preview of ${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

/** A resource by its name, with a way to its row. */
export function aboutButton(about: About | undefined, go: (urn: string) => void, reach = true): TemplateResult {
  if (!about) return html`<span class="muted">the update</span>`;
  const { urn, name: called, type } = about;
  return html`<button type="button" class="link about-link" tabindex=${reach ? nothing : -1} title=${urn.length > 300 ? nothing : urn} @click=${() => go(urn)}>${name(called)}</button> <code class="code muted about-type">${visible(type)}</code>`;
}

