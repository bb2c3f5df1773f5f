// Prints a value as JSON for reading: stops at a budget of characters, and doesn't recurse, so depth is no danger.

const DEEPEST_INDENT = 40;
// Objects that stand for something else carry this key; see "Property value encoding" of Pulumi's deployment format.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SIGNED = {
  c44067f5952c0a294b673a41bacd8c17: "asset",
  "0def7320c3a5731c473e5ecbe6d01bc7": "archive",
  "5cf8f73096256a8f31e491e813e4eb8e": "resource",
};
const RAW = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

/** The digits of a number that JavaScript can't hold, as the package passes it, or undefined. */
export function rawNumber(value) {
  const digits = value?.raw;
  return typeof digits === "string" && RAW.test(digits) && Object.keys(value).length === 1 ? digits : undefined;
}

function scalar(value, room) {
  if (typeof value === "string") return JSON.stringify(value.length > room ? value.slice(0, room) : value);
  if (typeof value === "object" && value !== null) return rawNumber(value);
  return String(value);
}

/**
 * @param {unknown} value
 * @param {number} budget most characters to print
 * @param {{inline?: boolean}} [options] inline: all on one line
 * @returns {{text: string, whole: boolean}} whole: nothing was left out
 */
export function print(value, budget, { inline = false } = {}) {
  const parts = [];
  const open = [];
  let room = budget;
  let whole = true;

  const put = (text) => {
    whole &&= text.length <= room;
    parts.push(whole ? text : text.slice(0, room));
    room -= Math.min(room, text.length);
  };
  const line = (gap) => (inline ? gap : `\n${"  ".repeat(Math.min(open.length, DEEPEST_INDENT))}`);
  const enter = (value) => {
    const plain = scalar(value, room + 1);
    if (plain !== undefined) return put(plain);
    const signed = SIGNED[value[SIGNATURE]];
    const keys = Array.isArray(value) ? undefined : Object.keys(value).filter((key) => !signed || key !== SIGNATURE);
    if (signed) put(`(${signed}) `);
    const length = keys ? keys.length : value.length;
    if (length === 0) return put(keys ? "{}" : "[]");
    put(keys ? "{" : "[");
    open.push({ value, keys, length, at: 0 });
  };

  enter(value);
  while (open.length > 0 && whole) {
    const frame = open.at(-1);
    if (frame.at === frame.length) {
      open.pop();
      put(line(frame.keys ? " " : "") + (frame.keys ? "}" : "]"));
      continue;
    }
    const key = frame.keys?.[frame.at];
    put((frame.at > 0 ? "," : "") + line(frame.at > 0 || frame.keys ? " " : ""));
    if (key !== undefined) put(`${scalar(key, room + 1)}: `);
    frame.at += 1;
    enter(key === undefined ? frame.value[frame.at - 1] : frame.value[key]);
  }
  return { text: parts.join(""), whole };
}
