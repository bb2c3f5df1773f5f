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

/** Names moments by the largest part that begins there: a year, a month (with its year, if the tick before is of another one), a day, a time of the day. */
export function timeTick(utc: boolean): (moment: Date, before: Date | undefined) => string {
  const zone = utc ? { timeZone: "UTC" } : {};
  const formats = Object.fromEntries(Object.entries(PARTS).map(([part, options]) => [part, new Intl.DateTimeFormat("en", { ...options, ...zone })]));
  const read = (at: Date): number[] => (utc ? [at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()] : [at.getMonth(), at.getDate(), at.getHours(), at.getMinutes()]);
  const yearOf = (at: Date | undefined): number | undefined => (utc ? at?.getUTCFullYear() : at?.getFullYear());
  return (moment, before) => {
    const [month = 0, day = 1, hour = 0, minute = 0] = read(moment);
    const part = hour + minute > 0 ? "time" : day > 1 ? "day" : month === 0 ? "year" : yearOf(before) === yearOf(moment) ? "month" : "monthAndYear";
    return formats[part]?.format(moment) ?? "";
  };
}

/** Leaves out the ticks that would stand in the way of the one before. */
export function spaced<T>(ticks: readonly T[], x: (tick: T) => number, least: number): T[] {
  let last = -Infinity;
  return ticks.filter((tick) => {
    if (x(tick) - last < least) return false;
    last = x(tick);
    return true;
  });
}
