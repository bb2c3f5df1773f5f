/** Keeps what is posted to the page small, whatever a state or a server holds. */

const LONGEST_TEXT = 1000;
const LONGEST_LIST = 500;
const DEEPEST = 6;

/** The first `length` UTF-16 units of a text, never half a surrogate pair; an ellipsis says that there was more. */
export function cut(text: string, length = LONGEST_TEXT): string {
  return text.length <= length ? text : `${head(text, length)}…`;
}

/** The first `length` UTF-16 units, or one fewer where that would split a surrogate pair. */
export function head(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

/** A copy with long texts and lists cut and depth limited; meant for answers that are small in ordinary states. */
export function bounded<T>(value: T, depth = DEEPEST): T {
  return copy(value, depth) as T;
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cut(value);
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => copy(item, depth - 1));
  const entries = Object.entries(value).slice(0, LONGEST_LIST);
  return Object.fromEntries(entries.map(([key, item]) => [cut(key), copy(item, depth - 1)]));
}
