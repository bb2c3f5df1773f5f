// Errors as plain objects that may be posted to the page.

import { cut } from "./bounded.js";

const FIELDS = ["code", "offset", "path", "hint"];
const LONGEST = 2000;

export function plainError(error) {
  const plain = { name: error?.name ?? "Error", message: cut(String(error?.message ?? error), LONGEST) };
  for (const field of FIELDS) {
    const value = error?.[field];
    if (value !== undefined) plain[field] = typeof value === "string" ? cut(value, LONGEST) : value;
  }
  return plain;
}
