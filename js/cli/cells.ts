/** How times, durations, counts and names are written for people. */

/** Unix seconds or an ISO 8601 text in, `2026-11-01 12:30` (UTC) out; empty for a time that isn't known. */
export function time(moment: number | string | undefined): string {
  if (moment === undefined || moment === 0 || moment === "") return "";
  const date = new Date(typeof moment === "number" ? moment * 1000 : moment);
  return Number.isNaN(date.getTime()) ? String(moment) : date.toISOString().slice(0, 16).replace("T", " ");
}

/** `11s`, `2m 05s`, `1h 03m`, `2d 04h`. */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return "";
  const whole = Math.round(seconds);
  const [days, hours, minutes] = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60];
  if (days > 0) return `${days}d ${two(hours)}h`;
  if (hours > 0) return `${hours}h ${two(minutes)}m`;
  return minutes > 0 ? `${minutes}m ${two(whole % 60)}s` : `${whole}s`;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Digits in threes, with the narrow space between that doesn't break. */
export function count(number: number): string {
  const [whole = "", ...rest] = String(number).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, "\u202f"), ...rest].join(".");
}

/** `5 update, 43 same`: what did not stay the same comes first. */
export function changes(counts: Record<string, number> | undefined): string {
  return Object.entries(counts ?? {})
    .filter(([, number]) => number !== 0)
    .sort(([a], [b]) => Number(a === "same") - Number(b === "same"))
    .map(([operation, number]) => `${count(number)} ${operation}`)
    .join(", ");
}

/** Type and name as a URN has them; the type without its parents'. */
export function partsOf(urn: string): { type: string; name: string } {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.slice(types.lastIndexOf("$") + 1), name: name.length === 0 ? urn : name.join("::") };
}
