/** Numbers, sizes, spans and times in words. */

const COUNT = new Intl.NumberFormat("en");
const EXACT = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "long" });
const DAY = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const DAY_OF_YEAR = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = ["bytes", "KB", "MB", "GB"];
/** Further away, a moment is told by its date: "last year" tells no row from the next. */
const LONGEST_SPAN = 30 * 86_400;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export const count = (n: number): string => COUNT.format(n);

/** "1 resource", "3,000 resources" */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function bytes(n: number): string {
  const step = n < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(n) / 3));
  return step === 0 ? counted(n, "byte") : `${(n / 1000 ** step).toFixed(1)} ${UNITS[step]}`;
}

/** A span in seconds: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return "";
  if (seconds < 1) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ""}`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;
}

/** A moment in unix seconds, a date, or an ISO 8601 text; undefined for none, and for the zero time that unsaved states carry. */
export function moment(value: number | string | Date | undefined): Date | undefined {
  const date = typeof value === "number" ? new Date(value * 1000) : new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1971 ? undefined : date;
}

export const exact = (date: Date): string => EXACT.format(date);
export const day = (date: Date): string => DAY.format(date);

/** "3 minutes ago", "in 2 days"; more than 30 days away "Mar 14", of another year "Mar 14, 2024". */
export function relative(date: Date, now = Date.now()): string {
  const seconds = (date.getTime() - now) / 1000;
  const away = Math.abs(seconds);
  if (away >= LONGEST_SPAN) return date.getFullYear() === new Date(now).getFullYear() ? DAY_OF_YEAR.format(date) : DAY.format(date);
  for (const [unit, length] of STEPS) if (away >= length) return RELATIVE.format(Math.round(seconds / length), unit);
  return away < 10 ? "just now" : RELATIVE.format(Math.round(seconds), "second");
}
