/** Words under and beside the axes of a plot. */

const COUNT = new Intl.NumberFormat("en");
const COMPACT = new Intl.NumberFormat("en", { notation: "compact" });
const FROM_COMPACT = 10_000;

/** A number on an axis: whole, or short where it is large. */
export const countTick = (value: number): string => (Math.abs(value) < FROM_COMPACT ? COUNT : COMPACT).format(value);

const PARTS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { month: "short" },
  monthAndYear: { month: "short", year: "numeric" },
  day: { month: "short", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

const DAY_MS = 86_400_000;
const ABOUT_A_YEAR_MS = 300 * DAY_MS;
const WEEKS_MS = 20 * DAY_MS;

/** Names moments by the largest part that begins there, among ticks of its kind: a year, a month (with its year, if the tick before is of another one), a day, a time of the day. */
export function timeTick(utc: boolean): (moment: Date, before: Date | undefined) => string {
  const zone = utc ? { timeZone: "UTC" } : {};
  const formats = Object.fromEntries(Object.entries(PARTS).map(([part, options]) => [part, new Intl.DateTimeFormat("en", { ...options, ...zone })]));
  const read = (at: Date): number[] => (utc ? [at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()] : [at.getMonth(), at.getDate(), at.getHours(), at.getMinutes()]);
  const yearOf = (at: Date | undefined): number | undefined => (utc ? at?.getUTCFullYear() : at?.getFullYear());
  return (moment, before) => {
    const [month = 0, day = 1, hour = 0, minute = 0] = read(moment);
    const since = before === undefined ? undefined : moment.getTime() - before.getTime();
    const years = month === 0 && since !== undefined && since > ABOUT_A_YEAR_MS;
    const days = day > 1 || (since !== undefined && since < WEEKS_MS && month > 0);
    const part = hour + minute > 0 ? "time" : days ? "day" : years ? "year" : yearOf(before) === yearOf(moment) ? "month" : "monthAndYear";
    return formats[part]?.format(moment) ?? "";
  };
}

/** Every tick, every second or third …: as many as stand apart, evenly. */
export function spaced<T>(ticks: readonly T[], x: (tick: T) => number, least: number): T[] {
  for (let step = 1; step < ticks.length; step++) {
    const some = ticks.filter((_, at) => at % step === 0);
    if (some.every((tick, at) => at === 0 || x(tick) - x(some[at - 1] as T) >= least)) return some;
  }
  return ticks.slice(0, 1);
}
