// Numbers, sizes and times in words.

const COUNT = new Intl.NumberFormat("en");
const TIME = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const UNITS = ["bytes", "KB", "MB", "GB"];

export const count = (n) => COUNT.format(n);

/** "1 resource", "3,000 resources" */
export function counted(n, one, many = `${one}s`) {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function bytes(n) {
  const step = n < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(n) / 3));
  return step === 0 ? counted(n, "byte") : `${(n / 1000 ** step).toFixed(1)} ${UNITS[step]}`;
}

/** A time of a state, or undefined for none and for the zero time that unsaved states carry. */
export function time(text) {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 ? undefined : TIME.format(date);
}
