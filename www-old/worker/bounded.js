// Keeps what is posted to the page small, whatever a state holds.

const LONGEST_TEXT = 1000;
const LONGEST_LIST = 500;
const DEEPEST = 6;

/** The first `length` UTF-16 units of a text, never half a surrogate pair; an ellipsis says that there was more. */
export function cut(text, length = LONGEST_TEXT) {
  return text.length <= length ? text : `${head(text, length)}…`;
}

/** The first `length` UTF-16 units, or one fewer where that would split a surrogate pair. */
export function head(text, length) {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

/** A copy with long texts and lists cut and depth limited; meant for answers that are small in ordinary states. */
export function bounded(value, depth = DEEPEST) {
  if (typeof value === "string") return cut(value);
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => bounded(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, LONGEST_LIST)
      .map(([key, item]) => [cut(key), bounded(item, depth - 1)]),
  );
}
