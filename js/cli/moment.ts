/** Moments on the command line: an ISO 8601 date or time, unix seconds, or a span such as `30d` from now on. */
import { InvalidArgumentError } from "commander";

const UNITS: Record<string, number> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `30d` counts into the past. Unix seconds. */
export const past = (given: string): number => moment(given, -1);

/** `30d` counts into the future. Unix seconds. */
export const future = (given: string): number => moment(given, 1);

function moment(given: string, direction: 1 | -1): number {
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/.exec(given) ?? [];
  if (amount !== undefined && unit !== undefined) return Math.floor(Date.now() / 1000) + direction * Number(amount) * (UNITS[unit] ?? 0);
  if (/^\d{9,10}$/.test(given)) return Number(given);
  const milliseconds = /^\d{4}-\d{2}/.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(milliseconds)) throw new InvalidArgumentError("It takes a date or time such as 2026-11-01 or 2026-11-01T12:30Z, unix seconds, or a span such as 30d.");
  return Math.floor(milliseconds / 1000);
}
