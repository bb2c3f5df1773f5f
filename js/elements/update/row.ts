/** A resource of an update, as a line: what is done, to what, how it stands, how long it took, and when that was. */
import { html, nothing, type TemplateResult } from "lit";
import { counted } from "../ui/format.js";
import { icon, type IconName } from "../ui/icon.js";
import { sign } from "../ui/op.js";
import { code, name } from "../ui/text.js";
import type { ReadyLog } from "../engine/log-controller.js";
import type { LogRow } from "../worker/log-rows.js";
import { bar, type Axis } from "./axis.js";
import { statusWords, took } from "./words.js";

export interface ResourceRowOptions {
  axis: Axis | undefined;
  isOpen: boolean;
  /** The keys are at the row. */
  active: boolean;
  isPreview: boolean;
  resolution: number;
  /** The time, where the update runs; unix seconds. */
  now: number | undefined;
  toggle: () => void;
}

export function resourceRow(row: LogRow, options: ResourceRowOptions): TemplateResult {
  const { axis, isOpen, active, isPreview, resolution, now, toggle } = options;
  const { op, status, startTime, durationSeconds } = row;
  const seconds = status === "running" && now !== undefined && startTime !== undefined ? Math.max(0, Math.floor(now - startTime)) : durationSeconds;
  return html`<div class="row" role="presentation" data-open=${isOpen} data-status=${status} data-same=${op === "same"} @click=${toggled(toggle)}>
    <span role="cell" class="cell-op">${sign(op)}</span>
    <span role="cell" class="cell-name">
      <button type="button" class="unfold" aria-expanded=${isOpen} tabindex=${active ? 0 : -1} @click=${toggle}>${icon("chevron")}${name(row.name, "clip strong")}</button>
      ${marks(row)}
    </span>
    <span role="cell" class="cell-type clip" title=${row.type}>${code(row.type)}</span>
    <span role="cell" class="cell-status" data-kind=${kindOf(row)}>${statusIcon(status)}${statusWords(op, status, isPreview)}</span>
    <span role="cell" class="cell-took num" title=${row.steps.length > 1 && seconds ? "From the beginning of its first step to the end of its last" : nothing}>${op === "same" && status === "done" ? nothing : took(seconds, resolution) || html`<span class="muted" title="The log does not tell">–</span>`}</span>
    <span role="cell" class="cell-bar">${axis && op !== "same" ? bar(row, axis) : nothing}</span>
  </div>`;
}

/** What lines and marks mean. */
export function legend({ facts, live }: ReadyLog): unknown {
  if (live || facts.startTime === undefined) return nothing;
  return html`<p class="hint legend">
    ${facts.isPreview ? nothing : html`<span>${icon("bolt", "critical-mark")}On the critical path: the chain of steps that the update's end waited for</span>`}
    ${facts.violations > 0 ? html`<span data-kind="warning">${icon("shield", "kind-mark")}Policy violations</span>` : nothing}
    <span>A line between two bars: time between the steps of one resource</span>
  </p>`;
}

/** A click anywhere on the line, but not on what has a use of its own, nor at the end of a selection. */
function toggled(toggle: () => void): (event: Event) => void {
  return (event) => {
    if ((event.target as Element).closest("button, a") || getSelection()?.type === "Range") return;
    toggle();
  };
}

function marks({ errors, warnings, violations, critical, protect }: LogRow): unknown {
  return html`${errors ? mark("close", "error", counted(errors, "error"), errors) : nothing}
    ${warnings ? mark("warning", "warning", counted(warnings, "warning"), warnings) : nothing}
    ${violations ? mark("shield", "warning", counted(violations, "policy violation"), violations) : nothing}
    ${critical ? mark("bolt", "critical", "on the critical path") : nothing}
    ${protect ? mark("lock", "", "protected") : nothing}`;
}

function mark(called: IconName, kind: string, words: string, n?: number): TemplateResult {
  return html`<span class="mark-of" data-kind=${kind} title=${words}>${icon(called)}${n === undefined || n === 1 ? nothing : html`<span aria-hidden="true">${n}</span>`}<span class="unseen">${words}</span></span>`;
}

function kindOf({ op, status }: LogRow): string {
  return status === "failed" || status === "interrupted" || status === "running" ? status : op;
}

function statusIcon(status: string): unknown {
  if (status === "failed") return icon("close");
  if (status === "interrupted") return icon("warning");
  return status === "running" ? html`<span class="pulse" aria-hidden="true"></span>` : nothing;
}
