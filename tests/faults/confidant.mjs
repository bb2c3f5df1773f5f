// Finds a token in whatever a client has said: thrown values, what hooks were told, what was logged.

import { inspect } from "node:util";

/** Hooks that remember all they are told. */
export function listening() {
  const told = [];
  const hear = (said) => void told.push(said);
  return { told, hooks: { debug: hear, onRequest: hear, onResponse: hear, onRetry: hear, onWarning: hear } };
}

/** Where the token, or enough of it to be of use, stands in a value; undefined where it does not. */
export function leak(token, ...values) {
  const text = values.map((value) => everything(value)).join("\n");
  const forms = [token.slice(0, 14), Buffer.from(token).toString("base64").slice(0, 16), Buffer.from(token).toString("hex")];
  for (const form of forms) {
    const at = text.toLowerCase().indexOf(form.toLowerCase());
    if (at >= 0) return text.slice(Math.max(0, at - 60), at + 60);
  }
  return undefined;
}

/** All that a program could print of a value, hidden properties and causes included. */
function everything(value, seen = new Set()) {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return String(value);
  if (seen.has(value)) return "";
  seen.add(value);
  const printed = [inspect(value, { depth: 10, showHidden: true, getters: true, maxStringLength: Infinity }), json(value)];
  if (value instanceof Error) printed.push(String(value), value.stack, value.message);
  for (const key of Reflect.ownKeys(value)) printed.push(String(key), everything(value[key], seen));
  return printed.join("\n");
}

function json(value) {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
