/** Values as servers send them, secrets as encoded objects: masked as the core masks those of states. */

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const DEEPEST = 200;

/** A copy in which each secret is `[secret]`, whatever it holds. */
export function masked(value: unknown, depth = DEEPEST): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((item) => masked(item, depth - 1));
  if ((value as Record<string, unknown>)[SIGNATURE] === SECRET) return "[secret]";
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, depth - 1)]));
}
