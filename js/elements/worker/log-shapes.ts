/** Messages, property changes and names of resources as the page shows them: bounded pieces of what an event log says. */
import type { DiagnosticRow, ResourcePropertyChange } from "../../browser.js";
import { cut, head } from "./bounded.js";
import { linePage, type LinePage } from "./diff-shape.js";
import { linesBetween } from "./log-lines.js";
import type { LongUrns } from "./long-urns.js";
import { shown, type Shown } from "./shown.js";

const LONGEST_MESSAGE = 4000;

/** Which resource something is about. */
export interface About {
  urn: string;
  name: string;
  type: string;
}

export interface LogMessage {
  severity: string;
  text: string;
  prefix: string;
  time?: number;
  /** Of a message that is cut: how long it is, in UTF-16 units, and its place among all messages, where that is known. */
  length?: number;
  at?: number;
}

export interface LogChange {
  path: string;
  kind: "add" | "delete" | "update";
  replace: boolean;
  hidden: boolean;
  truncated: boolean;
  secret: boolean;
  /** Of texts of several lines the lines that changed, in place of the sides. */
  lines?: LinePage;
  before?: Shown;
  after?: Shown;
}

/** `where` is how the rest of long values is asked for. */
export function changeOf(change: ResourcePropertyChange, where?: { urn: string; at: number }): LogChange {
  const { path, kind, replace, before, after, hidden, truncated, secret } = change;
  const lines = linesBetween(before, after);
  const side = (value: unknown, name: "before" | "after"): Partial<LogChange> =>
    value === undefined ? {} : { [name]: shown(value, where && { ...where, side: name }) };
  return {
    path: cut(path),
    kind,
    replace: replace === true,
    hidden: hidden === true,
    truncated: truncated === true,
    secret: secret === true,
    ...(lines ? { lines: linePage(lines, 0) } : { ...side(before, "before"), ...side(after, "after") }),
  };
}

/** `all`: where the message stands among. */
export function messageOf(row: DiagnosticRow, all?: readonly DiagnosticRow[]): LogMessage {
  const { severity, message, prefix = "", time } = row;
  const text = message.trimEnd();
  const isCut = text.length > LONGEST_MESSAGE;
  return {
    severity: cut(severity, 60),
    text: isCut ? head(text, LONGEST_MESSAGE) : text,
    prefix: cut(prefix.trim(), 120),
    ...(time !== undefined && { time }),
    ...(isCut && { length: text.length, ...(all && { at: all.indexOf(row) }) }),
  };
}

export function aboutOf(urn: string, urns: LongUrns): About {
  const type = urn.split("::", 3)[2] ?? "";
  return { urn: urns.short(urn), name: cut(nameOf(urn), 300), type: cut(type.slice(type.lastIndexOf("$") + 1), 300) };
}

/** The name in a URN: what stands behind its last `::`. */
export function nameOf(urn: string): string {
  return urn.slice(urn.split("::", 3).join("::").length + 2) || urn;
}
