/**
 * Takes in files that were dropped, chosen or pasted: each is recognised by what is in it, and finds its place in the session.
 *
 * In: files, and the place they were put to, if any. Out: where to go, and what to say about it. Fails never: a file that can't be read says so in its view.
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
  const { states, logs } = await recognised(files.slice(0, MOST_FILES));
  if (logs[0]) session.set({ log: logs[0] });
  const dropped = logs.length > 1 ? `${counted(logs.length, "event log")} were given: the first one is shown.` : undefined;
  if (states.length > 2) {
    return { route: { view: "open", query: {} }, choose: byTime(states), notice: `${counted(states.length, "state")} were given: choose the two to compare.` };
  }
  placeStates(states, session, slot);
  const notice = dropped ?? swapped(states, session);
  return { route: { view: "files", tab: tabOf(states.length, logs.length, session, slot), query: {} }, ...(notice && { notice }) };
}

async function recognised(files: readonly File[]): Promise<{ states: StateFile[]; logs: LogFile[] }> {
  const found = await Promise.all(files.map((file) => engine.call("source.recognise", { file })));
  const states: StateFile[] = [];
  const logs: LogFile[] = [];
  found.forEach(({ kind, saved }, at) => {
    const file = files[at] as File;
    const opened = { name: file.name, size: file.size, source: file };
    if (kind === "log") logs.push(opened);
    else states.push({ ...opened, ...(saved !== undefined && { saved }) });
  });
  return { states, logs };
}

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
