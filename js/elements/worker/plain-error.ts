/** Errors as plain objects that may be posted to the page. */
import { cut } from "./bounded.js";
import type { PlainError } from "./messages.js";

const FIELDS = ["code", "status", "requestId", "retryAfterMs", "offset", "path", "hint"] as const;
const LONGEST = 2000;

export function plainError(error: unknown): PlainError {
  const given = (typeof error === "object" && error !== null ? error : { message: String(error) }) as Record<string, unknown>;
  const plain: Record<string, unknown> = { name: String(given["name"] ?? "Error"), message: cut(String(given["message"] ?? "something failed"), LONGEST) };
  for (const field of FIELDS) {
    const value = given[field];
    if (typeof value === "string") plain[field] = cut(value, LONGEST);
    else if (typeof value === "number") plain[field] = value;
  }
  return plain as unknown as PlainError;
}
