/**
 * Tables for people and for pull requests.
 *
 * In: rows and columns. Out: text with aligned columns, cut to a width if there is one, or a Markdown table. Foreign text comes out visible.
 */
import { count } from "./cells.js";
import { visible } from "./visible.js";

export type Tone = "good" | "bad" | "busy" | "faint";
export type Cell = string | number | boolean | undefined | { text: string; tone: Tone };

export interface Column<T> {
  title: string;
  value(row: T): Cell;
}

/** One thing, told field by field; a list takes a line for each of its elements. */
export type Field = [label: string, value: Cell | Cell[]];

export interface TextStyle {
  color: boolean;
  /** Columns of the terminal; cells are cut so that lines fit. */
  width?: number | undefined;
}

const GAP = "  ";
const NARROWEST = 8;
const CODES: Record<Tone | "title", string> = { good: "32", bad: "31", busy: "33", faint: "2", title: "1" };

export function textTable<T>(columns: readonly Column<T>[], rows: readonly T[], style: TextStyle): string {
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const texts = [columns.map(({ title }) => title.toUpperCase()), ...cells.map((row) => row.map(textOf))];
  const right = columns.map((_, index) => cells.some((row) => typeof row[index] === "number"));
  const widths = fit(columns.map((_, index) => widest(texts, index)), style.width);
  return texts
    .map((row, line) =>
      row
        .map((text, index) => {
          const shown = cut(text, widths[index] ?? 0);
          const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(shown)));
          const painted = paint(shown, line === 0 ? "title" : toneOf(cells[line - 1]?.[index]), style.color);
          if (right[index]) return padding + painted;
          return index === row.length - 1 ? painted : painted + padding;
        })
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}

export function markdownTable<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const rule = columns.map((_, index) => (cells.some((row) => typeof row[index] === "number") ? "---:" : "---"));
  return [columns.map(({ title }) => markdown(title)), rule, ...cells.map((row) => row.map((cell) => markdown(textOf(cell))))].map(markdownRow).join("\n");
}

export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Fields without a value are left out. */
export function textFields(fields: readonly Field[], style: TextStyle): string {
  const lines = linesOf(fields);
  const labels = Math.max(0, ...lines.map(([label]) => label.length));
  return lines
    .map(([label, cell]) => {
      const text = textOf(cell);
      const shown = style.width === undefined ? text : cut(text, Math.max(NARROWEST, style.width - labels - GAP.length));
      return `${paint(label.padEnd(labels), "title", style.color)}${GAP}${paint(shown, toneOf(cell), style.color)}`.trimEnd();
    })
    .join("\n");
}

export function markdownFields(fields: readonly Field[]): string {
  return markdownTable<[string, Cell]>(
    [
      { title: "", value: ([label]) => label },
      { title: "", value: ([, cell]) => textOf(cell) },
    ],
    linesOf(fields),
  );
}

function linesOf(fields: readonly Field[]): [string, Cell][] {
  return fields.flatMap(([label, value]) =>
    [value]
      .flat()
      .filter((cell) => cell !== undefined && cell !== "")
      .map((cell, index): [string, Cell] => [index === 0 ? label : "", cell]),
  );
}

/** Text that Markdown shows as it is. */
export function markdown(text: string): string {
  return visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/[\\`*_[\]|~]/g, "\\$&");
}

export function paint(text: string, tone: Tone | "title" | undefined, color: boolean): string {
  return color && tone !== undefined && text !== "" ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text;
}

function textOf(cell: Cell): string {
  switch (typeof cell) {
    case "undefined":
      return "";
    case "number":
      return count(cell);
    case "boolean":
      return cell ? "yes" : "no";
    case "string":
      return visible(cell);
    default:
      return visible(cell.text);
  }
}

function toneOf(cell: Cell): Tone | undefined {
  return typeof cell === "object" ? cell.tone : undefined;
}

function widest(texts: readonly string[][], index: number): number {
  let most = 0;
  for (const row of texts) most = Math.max(most, widthOf(row[index] ?? ""));
  return most;
}

/** Takes from the widest columns until the line fits, or until none is wide. */
function fit(wanted: number[], available: number | undefined): number[] {
  const widths = [...wanted];
  if (available === undefined) return widths;
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1) - available;
  while (excess > 0) {
    const most = Math.max(...widths);
    if (most <= NARROWEST) break;
    widths[widths.indexOf(most)] = most - 1;
    excess -= 1;
  }
  return widths;
}

/** A block of code; its fence is longer than any run of backticks in it. */
export function markdownCode(text: string, language = ""): string {
  let fence = "```";
  for (const [run] of text.matchAll(/`+/g)) if (run.length >= fence.length) fence = `${run}\``;
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    taken += character;
  }
  return `${taken}…`;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Columns that a terminal takes for it, as well as can be known. */
function widthOf(text: string): number {
  if (/^[ -~\u00a0-\u02ff\u2026\u202f]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/[\p{M}\u200b-\u200d]/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
