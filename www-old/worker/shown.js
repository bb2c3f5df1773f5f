// A value as the page shows it: a piece of text of bounded length, and how to ask for the rest.

import { head } from "./bounded.js";
import { print, rawNumber } from "./print.js";

const FIRST = 1500;
const INLINE = 72;
const NEXT = 60_000;

/**
 * @param {unknown} value
 * @param {object} where names the value to `rest`, see more.js
 * @returns {{form: "string"|"scalar"|"secret"|"tree", text: string, where?: object, length?: number}}
 *   where: present if `text` isn't all; length: of the whole string, in UTF-16 units
 */
export function shown(value, where) {
  if (value === "[secret]") return { form: "secret", text: value };
  if (typeof value === "string") {
    if (value.length <= FIRST) return { form: "string", text: value };
    return { form: "string", text: head(value, FIRST), where, length: value.length };
  }
  const digits = rawNumber(value);
  if (digits !== undefined) return { form: "scalar", text: head(digits, FIRST) };
  if (value === null || typeof value !== "object") return { form: "scalar", text: String(value) };
  const short = print(value, INLINE, { inline: true });
  if (short.whole) return { form: "tree", text: short.text };
  const { text, whole } = print(value, FIRST);
  return whole ? { form: "tree", text } : { form: "tree", text, where };
}

/** The next piece of a value's text, from where the last one ended. */
export function rest(value, from) {
  if (typeof value === "string") {
    const text = head(value.slice(from, from + NEXT + 1), Math.min(NEXT, value.length - from));
    return { text, more: from + text.length < value.length };
  }
  const { text, whole } = print(value, from + NEXT);
  return { text: text.slice(from), more: !whole };
}
