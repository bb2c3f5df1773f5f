/**
 * Spans of time that the audit log is read for. A choice is a word, such as `7d`, or `custom` with two moments.
 *
 * In: the query of the element. Out: moments in ISO 8601 for the server, and texts for fields of local time.
 */
import type { Query } from "../public.js";

export const RANGES = [
  ["", "Any time"],
  ["24h", "Last 24 hours"],
  ["7d", "Last 7 days"],
  ["30d", "Last 30 days"],
  ["90d", "Last 90 days"],
  ["custom", "From … to …"],
] as const;

export interface Span {
  from?: string;
  to?: string;
}

const HOURS: Readonly<Record<string, number>> = { "24h": 24, "7d": 7 * 24, "30d": 30 * 24, "90d": 90 * 24 };
const MINUTE_MS = 60_000;

/** `now` in milliseconds: the moment that "last" counts from. */
export function spanOf(query: Query, now: number): Span {
  const hours = HOURS[query["range"] ?? ""];
  if (hours !== undefined) return { from: new Date(now - hours * 60 * MINUTE_MS).toISOString() };
  if (query["range"] !== "custom") return {};
  const { from, to } = { from: isoOf(query["from"]), to: isoOf(query["to"]) };
  return { ...(from && { from }), ...(to && { to }) };
}

/** A moment of an address as a field of local time shows it. */
export function localOf(text: string | undefined): string {
  const date = new Date(text ?? "");
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** What was typed into a field of local time, as a moment of an address. */
export function isoOf(text: string | undefined): string {
  const date = new Date(text ?? "");
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(":00.000Z", "Z");
}
