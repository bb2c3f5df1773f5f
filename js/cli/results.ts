/** Results of the API's commands: as JSON, as text for people, as Markdown. */
import { masked } from "./secrets.js";
import { note, print, useColor, type ColorChoice } from "./output.js";
import { markdownCode, markdownFields, markdownTable, textFields, textTable, type Column, type Field, type TextStyle } from "./table.js";
import { visibleJson, visibleLines } from "./visible.js";

export type Format = "text" | "json" | "markdown";

export interface FormatFlags {
  format: Format;
  color: ColorChoice;
}

/** The terminal's width where stdout is one: what is piped is never cut. */
export function styleOf({ color }: FormatFlags): TextStyle {
  return { color: useColor(color), width: process.stdout.isTTY ? process.stdout.columns : undefined };
}

export async function showRows<T>(rows: readonly T[], columns: readonly Column<T>[], flags: FormatFlags): Promise<void> {
  if (flags.format === "json") return print(visibleJson(masked(rows)));
  if (flags.format === "markdown") return print(markdownTable(columns, masked(rows)));
  if (rows.length === 0) return note("nothing to list");
  await print(textTable(columns, masked(rows), styleOf(flags)));
}

/** One thing; `value` is what JSON prints. */
export async function showOne<T>(value: T, fields: (value: T) => Field[], flags: FormatFlags): Promise<void> {
  const safe = masked(value);
  if (flags.format === "json") return print(visibleJson(safe));
  if (flags.format === "markdown") return print(markdownFields(fields(safe)));
  await print(textFields(fields(safe), styleOf(flags)));
}

/** A text of the server's own making, such as CSV: byte for byte into a file or pipe, visible on a terminal. In JSON it is one string. */
export async function showText(text: string, { format }: Pick<FormatFlags, "format">): Promise<void> {
  if (format === "json") return print(visibleJson(text));
  if (format === "markdown") return print(markdownCode(visibleLines(text)));
  await print(process.stdout.isTTY ? visibleLines(text) : text);
}

/** A value of any shape, as it is. */
export async function showValue(value: unknown, { format }: Pick<FormatFlags, "format">): Promise<void> {
  const json = visibleJson(value);
  await print(format === "markdown" ? markdownCode(json, "json") : json);
}
