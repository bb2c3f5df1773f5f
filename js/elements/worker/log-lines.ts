/**
 * Two texts compared line by line, as far as that is little work: the core compares states so, but not what an event log says.
 *
 * In: both texts. Out: the lines that changed, with two unchanged ones around them; undefined for texts of one line, or with too many lines to compare.
 */
import type { TextLine } from "../../browser.js";

const AROUND = 2;
/** Cells of the table of common lines. */
const MOST_CELLS = 1_000_000;
const MOST_LINES = 20_000;

export function linesBetween(before: unknown, after: unknown): TextLine[] | undefined {
  if (typeof before !== "string" || typeof after !== "string" || before === after) return undefined;
  const old = before.split("\n");
  const young = after.split("\n");
  if (Math.max(old.length, young.length) < 2 || old.length + young.length > MOST_LINES) return undefined;
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < young.length - head && old[old.length - 1 - tail] === young[young.length - 1 - tail]) tail += 1;
  const middle = changed(old.slice(head, old.length - tail), young.slice(head, young.length - tail));
  if (middle === undefined) return undefined;
  const same = (text: string): TextLine => ({ kind: "same", text });
  return folded([...old.slice(0, head).map(same), ...middle, ...old.slice(old.length - tail).map(same)]);
}

/** By the longest common subsequence. */
function changed(old: readonly string[], young: readonly string[]): TextLine[] | undefined {
  const width = young.length + 1;
  if ((old.length + 1) * width > MOST_CELLS) return undefined;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] as number;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = young.length - 1; column >= 0; column--) {
      common[row * width + column] = old[row] === young[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: TextLine[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < young.length) {
    if (row < old.length && column < young.length && old[row] === young[column]) {
      lines.push({ kind: "same", text: old[row] as string });
      row += 1;
      column += 1;
    } else if (column === young.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) lines.push({ kind: "delete", text: old[row++] as string });
    else lines.push({ kind: "add", text: young[column++] as string });
  }
  return lines;
}

/** Leaves out unchanged lines that are far from any change. */
function folded(lines: readonly TextLine[]): TextLine[] {
  const near = new Uint8Array(lines.length);
  lines.forEach(({ kind }, at) => kind !== "same" && near.fill(1, Math.max(0, at - AROUND), at + AROUND + 1));
  const shown: TextLine[] = [];
  let skipped = 0;
  lines.forEach((line, at) => {
    if (near[at] !== 1) return void (skipped += 1);
    if (skipped > 0) shown.push({ kind: "skip", text: String(skipped) });
    skipped = 0;
    shown.push(line);
  });
  if (skipped > 0) shown.push({ kind: "skip", text: String(skipped) });
  return shown;
}
