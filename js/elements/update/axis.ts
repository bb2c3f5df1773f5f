/**
 * The axis of time that all bars of an update share, and the bar of one resource on it.
 *
 * In: when the update began and ended, or how long it runs by now. Out: SVG, placed in per cent, so that it follows the width of its column.
 */
import { html, nothing, svg, type TemplateResult } from "lit";
import { duration } from "../ui/format.js";
import { opDoing, opDone } from "../ui/op.js";
import type { LogFacts } from "../worker/log-facts.js";
import type { LogRow, LogStep } from "../worker/log-rows.js";

/** Unix seconds. `now` is where bars of running steps end. */
export interface Axis {
  start: number;
  end: number;
  now: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const MOST_TICKS = 6;
/** How far the axis of a running update reaches: to the next of these, so that bars grow in place and seldom shrink. */
const REACHES = [10, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 21_600, 43_200, 86_400];

/** Undefined where the log has no clock. `behindMs`: how long ago the figures came. */
export function axisOf({ startTime, endTime }: LogFacts, live: boolean, behindMs: number): Axis | undefined {
  if (startTime === undefined || endTime === undefined) return undefined;
  const now = live ? endTime + Math.max(0, behindMs) / 1000 : endTime;
  const took = Math.max(1, now - startTime);
  const reach = live ? (REACHES.find((seconds) => seconds >= took) ?? took * 1.2) : took;
  return { start: startTime, end: startTime + reach, now };
}

/** Labels over the bars. */
export function axisTicks({ start, end }: Axis): TemplateResult {
  const span = end - start;
  return html`<svg class="ticks" width="100%" height="100%" aria-hidden="true">
    ${ticksOf(span).map((at) => {
      const x = (at / span) * 100;
      return svg`<text x="${x}%" y="50%" dy="0.33em" text-anchor=${at === 0 ? "start" : x > 94 ? "end" : "middle"}>${short(at)}</text>`;
    })}
  </svg>`;
}

/** The bar of a resource: one piece for each step. */
export function bar(row: LogRow, axis: Axis): TemplateResult {
  const span = axis.end - axis.start;
  const percent = (time: number): number => Math.max(0, Math.min(100, ((time - axis.start) / span) * 100));
  const timed = row.steps.filter((step): step is LogStep & { startTime: number } => step.startTime !== undefined);
  const words = timed.map((step) => stepWords(step, axis)).join(", ");
  return html`<svg class="bar" width="100%" height="20" role="img" aria-label=${words || "no times"}>
    ${ticksOf(span).map((at) => svg`<line class="grid" x1="${(at / span) * 100}%" x2="${(at / span) * 100}%" y1="0" y2="100%"></line>`)}
    ${timed.length > 1 ? svg`<line class="thread" data-critical=${row.critical} x1="${percent(timed[0]?.startTime ?? axis.start)}%" x2="${percent(row.endTime ?? axis.now)}%" y1="50%" y2="50%"></line>` : nothing}
    ${timed.map((step) => {
      const from = percent(step.startTime);
      const to = percent(step.endTime ?? axis.now);
      return svg`<rect class="piece" data-kind=${step.status === "failed" ? "failed" : step.op} data-status=${step.status} x="${from}%" y="5" width="${Math.max(0.1, to - from)}%" height="10" rx="2"><title>${stepWords(step, axis)}</title></rect>`;
    })}
  </svg>`;
}

function stepWords({ op, status, startTime, endTime }: LogStep & { startTime: number }, axis: Axis): string {
  const word = status === "done" ? opDone(op) : status === "running" ? opDoing(op) : `${opDoing(op)}, ${status}`;
  const took = endTime === undefined ? "" : endTime > startTime ? ` in ${duration(endTime - startTime)}` : " in under a second";
  return `${word} ${startTime - axis.start < 1 ? "at the start" : `after ${duration(startTime - axis.start)}`}${took}`;
}

function ticksOf(span: number): number[] {
  const step = STEPS.find((seconds) => span / seconds <= MOST_TICKS) ?? span / MOST_TICKS;
  return Array.from({ length: Math.floor(span / step + 1e-9) + 1 }, (_, at) => at * step);
}

/** "40 s", "1:30", "2:05:00" */
export function short(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
