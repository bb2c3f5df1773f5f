/**
 * Takes in files that were dropped, chosen or pasted: each is recognised by what is in it, and finds its place in the session.
 *
 * In: files, and the place they were put to, if any. Out: where to go, and what to say about it. What is neither a state nor a log is named and left
 * aside, and what was open stays. Fails never: a state that can't be read says so in its view.
 */
import { engine } from "../../js/elements/engine/engine.js";
import { counted } from "../../js/elements/ui/format.js";
import type { Route } from "../route.js";
import type { LogFile, Session, StateFile } from "../session.js";

export type Slot = "old" | "new";

export interface Taken {
  /** The view that shows what was taken in; none if there was nothing. */
  route?: Route;
  notice?: string;
  /** More states than two: someone has to choose. In order of time. */
  choose?: StateFile[];
}

/** More files at once are a mistake of the hand. */
const MOST_FILES = 40;

export async function takeIn(files: readonly File[], session: Session, slot?: Slot): Promise<Taken> {
  if (files.length === 0) return { notice: "There was no file in that." };
  const { states, logs, refused } = await recognised(files.slice(0, MOST_FILES));
  const aside = refusals(refused, session);
  if (states.length + logs.length === 0) return { notice: aside };
  if (logs[0]) session.set({ log: logs[0] });
  const dropped = logs.length > 1 ? `${counted(logs.length, "event log")} were given: the first one is shown.` : undefined;
  if (states.length > 2) {
    return { route: { view: "open", query: {} }, choose: byTime(states), notice: sentences(`${counted(states.length, "state")} were given: choose the two to compare.`, aside) };
  }
  placeStates(states, session, slot);
  const notice = sentences(dropped ?? swapped(states, session), aside);
  return { route: { view: "files", tab: tabOf(states.length, logs.length, session, slot), query: {} }, notice };
}

interface Found {
  states: StateFile[];
  logs: LogFile[];
  refused: { name: string; why: string }[];
}

/** One after another: to find out what a file is may take reading all of it. */
async function recognised(files: readonly File[]): Promise<Found> {
  const found: Found = { states: [], logs: [], refused: [] };
  for (const file of files) {
    const opened = { name: file.name, size: file.size, source: file };
    try {
      const told = await engine.call("source.recognise", { file });
      if (told.kind === "neither") found.refused.push({ name: file.name, why: file.size === 0 ? "it is empty" : (WHY[told.code] ?? OTHERWISE) });
      else if (told.kind === "log") found.logs.push(opened);
      else found.states.push({ ...opened, ...(told.saved !== undefined && { saved: told.saved }) });
    } catch {
      found.refused.push({ name: file.name, why: "the reader stopped over it" });
    }
  }
  return found;
}

const OTHERWISE = "it is neither a state nor an event log";
const WHY: Readonly<Record<string, string>> = {
  not_json: "it is not JSON",
  truncated: "it is cut off",
  invalid_utf8: "it is not UTF-8 text",
  too_deep: "it is nested too deeply",
  decompress: "it could not be decompressed, and may be cut off",
  unreadable: "it could not be read, or is a folder",
};

const MOST_NAMED = 3;

/** Words on the files that were not taken in; none if there are none. */
function refusals(refused: Found["refused"], session: Session): string {
  if (refused.length === 0) return "";
  const named = refused.slice(0, MOST_NAMED).map(({ name, why }) => `“${short(name)}” was not opened: ${why}.`);
  const more = refused.length > MOST_NAMED ? [`So it is with ${counted(refused.length - MOST_NAMED, "more file", "more files")}.`] : [];
  const held = session.old !== undefined || session.new !== undefined || session.log !== undefined;
  return [...named, ...more, ...(held ? ["What was open stays."] : [])].join(" ");
}

const LONGEST_NAME = 60;
const LONGEST_END = 12;

/** A backtick would make code of what follows. */
function short(name: string): string {
  const plain = name.replaceAll("`", "'");
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME - LONGEST_END)}…${plain.slice(-LONGEST_END)}` : plain;
}

const sentences = (...all: (string | undefined)[]): string => all.filter(Boolean).join(" ");

function placeStates(states: readonly StateFile[], session: Session, slot: Slot | undefined): void {
  const [first, second] = states;
  if (first === undefined) return;
  if (second !== undefined) return placePair([first, second], session);
  if (slot !== undefined) return session.set({ [slot]: first });
  const alone = session.old && session.new ? undefined : (session.old ?? session.new);
  if (alone) placePair([alone, first], session);
  else if (session.old === undefined) session.set({ old: first });
  else session.set({ new: first });
}

/** The older one to the left, where both tell when they were saved; else as they came. */
export function placePair(pair: readonly StateFile[], session: Session): void {
  const [older, newer] = byTime(pair);
  session.set({ old: older, new: newer });
}

/** Those that do not tell their time stay where they are only if nobody tells. */
export function byTime(states: readonly StateFile[]): StateFile[] {
  if (states.some(({ saved }) => saved === undefined)) return [...states];
  return [...states].sort((a, b) => Date.parse(a.saved ?? "") - Date.parse(b.saved ?? ""));
}

function swapped(states: readonly StateFile[], session: Session): string | undefined {
  return states.length === 2 && session.old === states[1] ? "The state that was saved earlier is taken as the old one." : undefined;
}

function tabOf(states: number, logs: number, session: Session, slot: Slot | undefined): "diff" | "old" | "new" | "update" {
  if (states === 0) return "update";
  if (session.old && session.new) return "diff";
  if (logs > 0) return "update";
  return slot ?? (session.old ? "old" : "new");
}
