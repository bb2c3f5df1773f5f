/** The updates of a stack. Histories that were looked at last are kept. */
import type { ConfigValue } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";
import { History } from "./stack-history.js";
import { masked } from "./encoded-secrets.js";
import { shown, type Shown } from "./shown.js";
import { isRunning, updateRow, type UpdateRow } from "./update-row.js";

export interface HistoryOf {
  server: number;
  /** `organization/project/stack` */
  stack: string;
}

export interface HistoryFilter {
  /** Words of message, author, commit, branch or version. */
  text?: string;
  kind?: string;
  result?: string;
}

export interface HistoryPage {
  rows: UpdateRow[];
  total: number;
  /** How many updates were read, of how many there are, and whether that is all. */
  read: number;
  updates: number;
  complete: boolean;
  kinds: { value: string; count: number }[];
  results: { value: string; count: number }[];
}

export interface ConfigRow {
  key: string;
  value: Shown;
}

const MOST_KEYS = 300;
const LONGEST_OBJECT = 100_000;

export function updatesCalls(desk: Desk) {
  const histories = new Kept<History>((history) => history.end());
  desk.onForget(histories.forgetServer);
  const historyOf = ({ server, stack }: HistoryOf): History => histories.take([server, stack], () => new History(desk.server(server), stack));

  return {
    /** Rows of the history, newest first. With a filter: of what was read so far. */
    "updates.rows": async ({ offset, limit, filter = {}, previews = false, ...of }: HistoryOf & { offset: number; limit: number; filter?: HistoryFilter; previews?: boolean }, { signal }: Context): Promise<HistoryPage> => {
      const history = historyOf(of);
      await history.want(offset, limit, signal);
      if (previews && !history.previews) await history.readPreviews(signal);
      const about = { read: history.read, updates: history.total, complete: history.complete, ...facetsOf(history, previews) };
      const matches = matcher(filter);
      if (matches) {
        const found = arranged(history, previews).filter(matches);
        return { rows: found.slice(offset, offset + limit), total: found.length, ...about };
      }
      const before = previews ? (history.previews?.length ?? 0) : 0;
      if (before > 0) await history.want(Math.max(0, offset - before), limit, signal);
      const rows = arranged(history, previews).slice(offset, offset + limit);
      return { rows: rows.slice(0, firstHole(rows)), total: history.total + before, ...about };
    },
    /** Reads what is missing of the history, and tells how far that has come. */
    "updates.readAll": (of: HistoryOf, { signal, report }: Context<{ read: number; total: number }>): Promise<void> => historyOf(of).readAll(signal, report),
    /** Asks what is new; gives the newest update. */
    "updates.refresh": async (of: HistoryOf, { signal }: Context): Promise<UpdateRow | undefined> => {
      const history = historyOf(of);
      await history.refresh(signal);
      return history.rows[0];
    },
    /** The update that made a version. */
    "updates.one": async ({ server, stack, version }: HistoryOf & { version: number }, { signal }: Context): Promise<UpdateRow> => {
      const known = historyOf({ server, stack }).rows.find((row) => row?.version === version && !row.preview);
      return known ?? updateRow(await desk.server(server).updates.get(stack, version, { signal }));
    },
    /** The configuration that the newest update ran with; secrets masked. */
    "updates.config": async (of: HistoryOf, { signal }: Context): Promise<ConfigRow[]> => {
      const history = historyOf(of);
      await history.want(0, 1, signal);
      const config = Object.entries(history.newest?.info.config ?? {});
      return config.slice(0, MOST_KEYS).map(([key, value]) => ({ key: cut(key), value: configValue(value) }));
    },
  };
}

function configValue({ string = "", secret, object }: ConfigValue): Shown {
  if (secret) return shown("[secret]");
  if (!object || string.length > LONGEST_OBJECT) return shown(cut(string));
  try {
    return bounded(shown(masked(JSON.parse(string))));
  } catch {
    return shown(cut(string));
  }
}

/** Previews stand where they belong: after an update that runs, before those that have ended. */
function arranged(history: History, previews: boolean): UpdateRow[] {
  if (!previews || !history.previews?.length) return history.rows;
  const running = isRunning(history.rows[0]?.result) ? 1 : 0;
  return [...history.rows.slice(0, running), ...history.previews, ...Array.from(history.rows.slice(running))];
}

function firstHole(rows: readonly (UpdateRow | undefined)[]): number {
  const hole = rows.findIndex((row) => row === undefined);
  return hole < 0 ? rows.length : hole;
}

function facetsOf(history: History, previews: boolean): Pick<HistoryPage, "kinds" | "results"> {
  const kinds = new Map<string, number>();
  const results = new Map<string, number>();
  arranged(history, previews).forEach((row: UpdateRow | undefined) => {
    if (!row) return;
    const kind = kindOf(row);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    results.set(row.result, (results.get(row.result) ?? 0) + 1);
  });
  const facets = (counts: Map<string, number>) => [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  return { kinds: facets(kinds), results: facets(results) };
}

function matcher({ text = "", kind, result }: HistoryFilter): ((row: UpdateRow | undefined) => boolean) | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !kind && !result) return undefined;
  return (row) => {
    if (!row || (kind && kindOf(row) !== kind) || (result && row.result !== result)) return false;
    if (words.length === 0) return true;
    const { message, author, commit, branch, version, pull } = row;
    const all = [message, author?.name, author?.login, commit?.sha, branch, version, pull && `#${pull.number}`].join(" ").toLowerCase();
    return words.every((word) => all.includes(word));
  };
}

/** What the filter of kinds speaks of: all previews are one kind. */
function kindOf({ kind, preview }: UpdateRow): string {
  return preview ? "preview" : kind;
}
