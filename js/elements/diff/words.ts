/**
 * What differs between two short texts, word by word.
 *
 * In: two texts. Out: their pieces, each told to be changed or not; undefined where they have too little in common for marks to help.
 */

export interface Piece {
  text: string;
  changed: boolean;
}

const TOKENS = /[\p{L}\p{N}]+|\s+|./gsu;
const LONGEST = 4000;
const MOST_WORK = 60_000;
const WORTH_MARKING = 0.3;

export function wordMarks(before: string, after: string): [Piece[], Piece[]] | undefined {
  if (before === "" || after === "" || before.length > LONGEST || after.length > LONGEST) return undefined;
  const a = before.match(TOKENS) ?? [];
  const b = after.match(TOKENS) ?? [];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const keptA = new Array<boolean>(a.length).fill(true);
  const keptB = new Array<boolean>(b.length).fill(true);
  align(a, b, head, a.length - tail, b.length - tail, keptA, keptB);
  const same = a.reduce((sum, token, at) => sum + (keptA[at] && token.trim() ? token.length : 0), 0);
  if (same < WORTH_MARKING * Math.max(before.trim().length, after.trim().length)) return undefined;
  return [pieces(a, keptA), pieces(b, keptB)];
}

/** Clears what is not part of the longest common subsequence between `head` and the ends. */
function align(a: readonly string[], b: readonly string[], head: number, endA: number, endB: number, keptA: boolean[], keptB: boolean[]): void {
  const rows = endA - head;
  const columns = endB - head;
  keptA.fill(false, head, endA);
  keptB.fill(false, head, endB);
  if (rows * columns === 0 || rows * columns > MOST_WORK) return;
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j;
      best[at] = a[head + i] === b[head + j] ? (best[at + width + 1] ?? 0) + 1 : Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const at = i * width + j;
    if (a[head + i] === b[head + j]) {
      keptA[head + i++] = true;
      keptB[head + j++] = true;
    } else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

function pieces(tokens: readonly string[], kept: readonly boolean[]): Piece[] {
  const list: Piece[] = [];
  tokens.forEach((text, at) => {
    // A blank between two changed words is read as part of the change.
    const changed = !kept[at] || (text.trim() === "" && kept[at - 1] === false && kept[at + 1] === false);
    const last = list.at(-1);
    if (last?.changed === changed) last.text += text;
    else list.push({ text, changed });
  });
  return list;
}
