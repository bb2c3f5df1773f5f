/** Prints a value as JSON for reading: stops at a budget of characters and doesn't recurse, so that depth is no danger. */

const DEEPEST_INDENT = 40;
// Objects that stand for something else carry this key; see "Property value encoding" of Pulumi's deployment format.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SIGNED: Readonly<Record<string, string>> = {
  c44067f5952c0a294b673a41bacd8c17: "asset",
  "0def7320c3a5731c473e5ecbe6d01bc7": "archive",
  "5cf8f73096256a8f31e491e813e4eb8e": "resource",
};
const RAW = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

interface Frame {
  value: object;
  keys: string[] | undefined;
  length: number;
  at: number;
}

/** The digits of a number that JavaScript can't hold, as the package passes it, or undefined. */
export function rawNumber(value: unknown): string | undefined {
  const digits = (value as { raw?: unknown } | null | undefined)?.raw;
  return typeof digits === "string" && RAW.test(digits) && Object.keys(value as object).length === 1 ? digits : undefined;
}

function scalar(value: unknown, room: number): string | undefined {
  if (typeof value === "string") return JSON.stringify(value.length > room ? value.slice(0, room) : value);
  if (typeof value === "object" && value !== null) return rawNumber(value);
  return String(value);
}

/** At most `budget` characters of a value; `inline` puts all on one line, `whole` tells that nothing was left out. */
export function print(value: unknown, budget: number, { inline = false } = {}): { text: string; whole: boolean } {
  const parts: string[] = [];
  const open: Frame[] = [];
  let room = budget;
  let whole = true;

  const put = (text: string): void => {
    whole &&= text.length <= room;
    parts.push(whole ? text : text.slice(0, room));
    room -= Math.min(room, text.length);
  };
  const line = (gap: string): string => (inline ? gap : `\n${"  ".repeat(Math.min(open.length, DEEPEST_INDENT))}`);
  const enter = (entered: unknown): void => {
    const plain = scalar(entered, room + 1);
    if (plain !== undefined) return put(plain);
    const item = entered as Record<string, unknown>;
    const signed = SIGNED[String(item[SIGNATURE])];
    const keys = Array.isArray(item) ? undefined : Object.keys(item).filter((key) => !signed || key !== SIGNATURE);
    if (signed) put(`(${signed}) `);
    const length = keys ? keys.length : (item as unknown as unknown[]).length;
    if (length === 0) return put(keys ? "{}" : "[]");
    put(keys ? "{" : "[");
    open.push({ value: item, keys, length, at: 0 });
  };

  enter(value);
  for (let frame = open.at(-1); frame !== undefined && whole; frame = open.at(-1)) {
    if (frame.at === frame.length) {
      open.pop();
      put(line(frame.keys ? " " : "") + (frame.keys ? "}" : "]"));
      continue;
    }
    const key = frame.keys?.[frame.at];
    put((frame.at > 0 ? "," : "") + line(frame.at > 0 || frame.keys ? " " : ""));
    if (key !== undefined) put(`${scalar(key, room + 1)}: `);
    frame.at += 1;
    enter(key === undefined ? (frame.value as unknown[])[frame.at - 1] : (frame.value as Record<string, unknown>)[key]);
  }
  return { text: parts.join(""), whole };
}
