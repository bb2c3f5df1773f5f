/** Errors as plain objects that may be posted to the page. */
import { cut } from "./bounded.js";
import type { PlainError } from "./messages.js";

const TEXTS = ["code", "requestId", "path", "hint"] as const;
const NUMBERS = ["status", "retryAfterMs", "offset"] as const;
const LONGEST = 2000;

export function plainError(error: unknown): PlainError {
  const given = (typeof error === "object" && error !== null ? error : { message: String(error) }) as Record<string, unknown>;
  const plain: Record<string, unknown> = { name: String(given["name"] ?? "Error"), message: cut(String(given["message"] ?? "something failed"), LONGEST) };
  for (const field of TEXTS) if (typeof given[field] === "string") plain[field] = cut(given[field], LONGEST);
  for (const field of NUMBERS) if (typeof given[field] === "number") plain[field] = given[field];
  return plain as unknown as PlainError;
}
