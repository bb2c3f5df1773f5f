/**
 * A log as Pulumi's command line prints it, line by line, with the names of colours in place of Pulumi's tags.
 *
 * In: a log, and which text. Out: pages of lines, each a few coloured pieces. Fails with `validation` where the events were not kept.
 */
import type { EventLog, LogTextOptions } from "../../browser.js";
import { head } from "./bounded.js";

export type TextStyle = "summary" | "diff" | "progress";

export interface TextChoice {
  style: TextStyle;
  showSames: boolean;
}

/** A piece of a line. `tone` is a colour's name, or empty. */
export interface Piece {
  text: string;
  tone: string;
  strong: boolean;
}

const LONGEST_LINE = 4000;
const MOST_LINES = 500_000;
const TAG = /<\{%([a-z]+)(?: (\d+))?%\}>/g;
// The sixteen colours of a terminal, by what Pulumi means with them.
const TONES: Readonly<Record<string, string>> = {
  1: "delete", 2: "create", 3: "update", 4: "read", 5: "replace", 6: "move", 8: "muted",
  9: "delete", 10: "create", 11: "update", 12: "read", 13: "replace", 14: "move",
};

interface Printed {
  key: string;
  lines: Piece[][];
  cutOff: boolean;
}

const printed = new WeakMap<EventLog, Printed>();

/** Lines from `offset` on. */
export function linesOf(log: EventLog, choice: TextChoice, offset: number, limit: number): { rows: Piece[][]; total: number; cutOff: boolean } {
  const { lines, cutOff } = print(log, choice);
  return { rows: lines.slice(offset, offset + limit), total: lines.length, cutOff };
}

/** All of it without colours, to be copied or saved. */
export function plainOf(log: EventLog, choice: TextChoice): string {
  return log.toText({ ...optionsOf(choice), color: "never" });
}

function print(log: EventLog, choice: TextChoice): Printed {
  const key = JSON.stringify([choice, log.length, log.keepsEvents]);
  const last = printed.get(log);
  if (last?.key === key) return last;
  const text = log.toText({ ...optionsOf(choice), color: choice.style === "summary" ? "never" : "raw" });
  const made = { key, ...paint(text.trimEnd()) };
  printed.set(log, made);
  return made;
}

function optionsOf({ style, showSames }: TextChoice): LogTextOptions {
  return style === "summary" ? { style, all: true } : { style, showSames };
}

function paint(text: string): { lines: Piece[][]; cutOff: boolean } {
  const lines: Piece[][] = [];
  let tone = "";
  let strong = false;
  for (const line of text.split("\n")) {
    if (lines.length === MOST_LINES) return { lines, cutOff: true };
    const pieces: Piece[] = [];
    let room = LONGEST_LINE;
    let from = 0;
    const put = (to: number): void => {
      const piece = line.slice(from, to);
      if (piece === "" || room === 0) return;
      const part = piece.length > room ? `${head(piece, room)}…` : piece;
      room -= Math.min(room, piece.length);
      const last = pieces.at(-1);
      if (last && last.tone === tone && last.strong === strong) last.text += part;
      else pieces.push({ text: part, tone, strong });
    };
    for (const { 0: tag, 1: word, 2: number = "", index } of line.matchAll(TAG)) {
      put(index);
      from = index + tag.length;
      if (word === "reset") [tone, strong] = ["", false];
      else if (word === "bold") strong = true;
      else if (word === "fg") tone = TONES[number] ?? "";
    }
    put(line.length);
    lines.push(pieces);
  }
  return { lines, cutOff: false };
}
