/** A message of an update: folded where it is long. */
import { html, noChange, nothing, type TemplateResult } from "lit";
import { copyButton } from "../ui/clipboard.js";
import { bytes } from "../ui/format.js";
import { code, visible } from "../ui/text.js";
import type { LogMessage } from "../worker/log-shapes.js";
import { severityIcon, severityKind } from "./words.js";

const TALL_LINES = 6;
const LONG_TEXT = 700;

export interface MessageOptions {
  /** Whether it is unfolded, where whoever shows it keeps that; else it keeps it itself. */
  open?: boolean;
  /** Called when it was folded or unfolded. */
  changed?: (open: boolean) => void;
  /** Whether Tab stops at what is in it; default true. */
  reach?: boolean;
  /** What it is about, to be said over it. */
  about?: unknown;
  /** Gives all of a message that is cut, by its place among all. */
  whole?: (at: number) => Promise<string>;
}

export function message({ severity, text, prefix, length, at }: LogMessage, { open, changed, reach = true, about = nothing, whole }: MessageOptions = {}): TemplateResult {
  const lines = text.split("\n");
  const isTall = lines.length > TALL_LINES || text.length > LONG_TEXT;
  const first = lines.slice(0, TALL_LINES).join("\n").slice(0, LONG_TEXT);
  const shown = prefix && prefix.replace(/:$/, "") !== severity ? html`<span class="muted">${visible(prefix)} </span>` : nothing;
  const toggled = ({ target }: Event): void => changed?.((target as HTMLDetailsElement).open);
  return html`<div class="message" data-kind=${severityKind(severity)}>
    <span class="message-mark" title=${severity}>${severityIcon(severity)}<span class="unseen">${visible(severity)}: </span></span>
    <div class="message-text">
      ${about === nothing ? nothing : html`<p class="message-about">${about}</p>`}
      ${isTall
        ? html`<details .open=${open === undefined ? noChange : open} @toggle=${toggled}><summary tabindex=${reach ? nothing : -1}><span class="message-first">${shown}${code(first)}…</span><span class="message-more">${unfold(lines.length, length)}</span></summary><div class="message-whole" tabindex=${reach ? 0 : -1} role="group" aria-label="Whole message">${code(text)}</div>${rest(text, length)}</details>`
        : html`${shown}${code(text)}`}
    </div>
    ${!reach || (length !== undefined && (at === undefined || !whole)) ? nothing : copyButton(at === undefined || !whole ? text : () => whole(at), "Copy the message")}
  </div>`;
}

function unfold(lines: number, length: number | undefined): string {
  if (length !== undefined) return "Show more of it";
  return lines > TALL_LINES ? `Show all ${lines} lines` : "Show all of it";
}

function rest(text: string, length: number | undefined): unknown {
  return length === undefined ? nothing : html`<p class="hint">… and ${bytes(length - text.length)} more. Copy the message to have all of it.</p>`;
}
