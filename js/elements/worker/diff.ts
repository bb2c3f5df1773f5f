/**
 * Compares two states, and answers about their difference: rows, one row in full, groups, what stands around the resources, values that were cut, exports.
 *
 * A rule that makes no sense fails with code `invalid_argument` or as the core says it; a patch that would hold a secret with `secret_in_patch`.
 */
import { Checkpoint, type ChangeFilter, type DiffOptions, type DiffOverview, type IgnoreRule, type PropertyChange, type StateDiff } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { compare, type Bookkeeping } from "./diff-bookkeeping.js";
import { groupList, type GroupList, type GroupsAsked } from "./diff-groups.js";
import { changeDetail, changeRow, linePage, propertyPage, SECTIONS, type ChangeAt, type ChangeDetail, type ChangeRow, type PropertyAt, type PropertyPage, type SectionName } from "./diff-shape.js";
import type { Context } from "./messages.js";
import { pause } from "./pause.js";
import { rest, shown, type Rest, type Shown } from "./shown.js";

const PROPERTIES_AT_ONCE = 40;
const VERSIONS_AT_ONCE = 50;
const FIND_AT_ONCE = 200;

/** `bookkeeping`: show changed providers and times. */
export type CompareOptions = Pick<DiffOptions, "ignore" | "compare" | "showInternal" | "unordered"> & { bookkeeping?: boolean };

export interface Comparison {
  id: number;
  overview: Omit<DiffOverview, "state">;
  bookkeeping: Bookkeeping;
  sections: Partial<Record<SectionName, PropertyPage>>;
  /** Resources at another place of the list. */
  reordered: number;
}

/** A whole record of one side. */
export interface RecordAt {
  state: number;
  urn: string;
  id?: string;
  pendingDelete?: boolean;
}

export type ValueAt = (PropertyAt & { side: "before" | "after" }) | ({ of: "record" } & RecordAt);

/** A version of a stack that can be compared. */
export interface VersionRow {
  version: number;
  kind: string;
  result: string;
  /** Unix seconds. */
  time?: number;
  message: string;
}

export type ExportFormat = "markdown" | "json" | "patch" | "text";

const EXPORTS: Readonly<Record<ExportFormat, { type: string; make: (diff: StateDiff) => string }>> = {
  markdown: { type: "text/markdown", make: (diff) => diff.toMarkdown() },
  json: { type: "application/json", make: (diff) => diff.toJson() },
  patch: { type: "application/json", make: (diff) => diff.toJsonPatch() },
  text: { type: "text/plain", make: (diff) => diff.toText() },
};

export function diffCalls(desk: Desk) {
  let nothing: Checkpoint | undefined;
  const rowAt = ({ diff, filter, offset }: ChangeAt) => {
    const [row] = desk.diff(diff).changes({ filter, offset, limit: 1 }).rows;
    if (!row) throw Object.assign(new Error("there is no such change any more"), { code: "gone" });
    return row;
  };
  const propertyAt = (at: PropertyAt): PropertyChange => {
    const list = at.of === "change" ? rowAt(at).properties : desk.diff(at.diff).overview().state[at.name];
    const found = list[at.property];
    if (!found) throw Object.assign(new Error("there is no such change any more"), { code: "gone" });
    return found;
  };
  const recordAt = ({ state, urn, id, pendingDelete = false }: RecordAt): unknown => {
    const from = desk.state(state);
    const full = desk.urns.full(urn);
    const named = id === undefined ? {} : { id };
    return from.resource(full, { delete: pendingDelete, ...named }) ?? from.resource(full, { delete: !pendingDelete, ...named }) ?? from.resource(full);
  };

  return {
    "diff.compare": ({ old, new: young, options }: { old: number; new: number; options: CompareOptions }): Comparison => {
      const { bookkeeping: wanted = false, ...given } = options;
      const { diff, overview: whole, bookkeeping } = compare(desk.state(old), desk.state(young), given, wanted);
      const id = desk.keep("diff", diff);
      const { state, ...overview } = whole;
      const sections: Comparison["sections"] = {};
      for (const name of SECTIONS) if (state[name].length > 0) sections[name] = sectionOf(id, name, state[name], 0);
      return { id, overview: bounded(overview), bookkeeping, sections, reordered: state.reordered };
    },
    /** Throws what is wrong with a rule. */
    "diff.checkRule": async ({ rule }: { rule: IgnoreRule }): Promise<void> => {
      nothing ??= await Checkpoint.load(new TextEncoder().encode('{"version":3,"deployment":{"resources":[]}}'));
      nothing.diff(nothing, { ignore: [rule] }).free();
    },
    "diff.changes": ({ diff, filter, offset, limit }: ChangeAt & { limit: number }) => {
      const { rows, total } = desk.diff(diff).changes({ filter, offset, limit });
      return { rows: rows.map((row, index) => changeRow(row, { diff, filter, offset: offset + index }, desk.urns)), total };
    },
    /** The row of a resource, and where it stands among those that pass a filter; undefined if it doesn't. */
    "diff.find": async ({ diff, filter, urn }: { diff: number; filter: ChangeFilter; urn: string }, { signal }: Context): Promise<{ row: ChangeRow; index: number } | undefined> => {
      const full = desk.urns.full(urn);
      const look = async (within: ChangeFilter): Promise<{ row: ChangeRow; index: number } | undefined> => {
        for (let offset = 0, total = 1; offset < total; offset += FIND_AT_ONCE) {
          if (offset > 0) await pause(signal);
          const page = desk.diff(diff).changes({ filter: within, offset, limit: FIND_AT_ONCE });
          const at = page.rows.findIndex((row) => row.urn === full);
          const row = page.rows[at];
          if (row) return { row: changeRow(row, { diff, filter, offset: offset + at }, desk.urns), index: offset + at };
          total = page.total;
        }
        return undefined;
      };
      // One that isn't there at all need not be looked for row by row.
      return (await look({ ...filter, text: full })) && look(filter);
    },
    "diff.change": ({ from = 0, ...at }: ChangeAt & { from?: number }): ChangeDetail => changeDetail(rowAt(at), at, from, PROPERTIES_AT_ONCE, desk.urns),
    "diff.section": ({ diff, name, from }: { diff: number; name: SectionName; from: number }): PropertyPage => sectionOf(diff, name, desk.diff(diff).overview().state[name], from),
    "diff.groups": (asked: GroupsAsked, { signal }: Context): Promise<GroupList> => groupList(desk.diff(asked.diff), asked, desk.urns, signal),
    /** The next lines of a text. */
    "diff.lines": ({ at, from }: { at: PropertyAt; from: number }) => linePage(propertyAt(at).lines ?? [], from),
    "diff.record": (at: RecordAt): Shown => shown(recordAt(at), { of: "record", ...at } satisfies ValueAt),
    /** The next piece of a value. */
    "diff.more": ({ where, from }: { where: ValueAt; from: number }): Rest => rest(where.of === "record" ? recordAt(where) : propertyAt(where)[where.side], from),
    /** The whole difference as a text; it can be as long as the states. */
    "diff.export": ({ diff, format }: { diff: number; format: ExportFormat }): Blob => {
      const { type, make } = EXPORTS[format];
      return new Blob([make(desk.diff(diff))], { type });
    },
    /** Versions of a stack, newest first. */
    "diff.versions": async ({ server, stack }: { server: number; stack: string }, { signal }: Context): Promise<VersionRow[]> => {
      const updates = await desk.server(server).updates.list(stack, { pageSize: VERSIONS_AT_ONCE, signal }).toArray({ limit: VERSIONS_AT_ONCE });
      return updates.flatMap(({ version, info }) => {
        const made = version ?? info.version;
        if (made === undefined) return [];
        return [{ version: made, kind: cut(info.kind, 40), result: cut(info.result ?? "", 40), ...(info.startTime !== undefined && { time: info.startTime }), message: cut(info.message ?? "", 120) }];
      });
    },
  };
}

function sectionOf(diff: number, name: SectionName, changes: readonly PropertyChange[], from: number): PropertyPage {
  return propertyPage(changes, (property) => ({ of: "section", diff, name, property }), from, PROPERTIES_AT_ONCE);
}
