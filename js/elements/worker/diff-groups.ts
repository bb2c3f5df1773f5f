/**
 * Changes of the same shape that pass a filter, each with its first resources; the largest first. A group passes if one of its resources does.
 */
import type { ChangeFilter, Group, StateDiff } from "../../browser.js";
import { groupView, type GroupView } from "./diff-shape.js";
import type { LongUrns } from "./long-urns.js";
import { pause } from "./pause.js";

const GROUPS_AT_ONCE = 1000;
const CHECKED_AT_ONCE = 200;
const NAMED = 3;

export interface GroupsAsked {
  diff: number;
  filter: ChangeFilter;
  offset: number;
  limit: number;
}

export interface GroupList {
  rows: GroupView[];
  total: number;
  /** How many there are without the filter. */
  all: number;
}

interface Found {
  group: Group;
  count: number;
}

/** The groups that passed the last filter of a difference. */
const last = new WeakMap<StateDiff, { filter: string; found: readonly Found[] }>();

export async function groupList(diff: StateDiff, { diff: id, filter, offset, limit }: GroupsAsked, urns: LongUrns, signal: AbortSignal): Promise<GroupList> {
  const view = ({ group, count }: Found): GroupView[] => {
    const own = { ...filter, group: group.group };
    const [first, ...others] = diff.changes({ filter: own, limit: NAMED }).rows;
    return first ? [groupView(group, { fitting: [first, ...others], count, at: { diff: id, filter: own, offset: 0 }, urns })] : [];
  };
  if (Object.keys(filter).length === 0) {
    const { rows, total } = diff.groups({ offset, limit });
    return { rows: rows.flatMap((group) => view({ group, count: group.count })), total, all: total };
  }
  const key = JSON.stringify(filter);
  const known = last.get(diff);
  const found = known?.filter === key ? known.found : await passing(diff, filter, signal);
  last.set(diff, { filter: key, found });
  return { rows: found.slice(offset, offset + limit).flatMap(view), total: found.length, all: diff.groups({ limit: 0 }).total };
}

async function passing(diff: StateDiff, filter: ChangeFilter, signal: AbortSignal): Promise<Found[]> {
  const kinds = filter.kind === undefined ? undefined : [filter.kind].flat();
  const found: Found[] = [];
  let checked = 0;
  for (const group of everyGroup(diff)) {
    if (kinds !== undefined && !kinds.includes(group.kind)) continue;
    const { total: count } = diff.changes({ filter: { ...filter, group: group.group }, limit: 0 });
    if (count > 0) found.push({ group, count });
    if (++checked % CHECKED_AT_ONCE === 0) await pause(signal);
  }
  return found.sort((a, b) => b.count - a.count);
}

/** All groups of a difference. */
export function* everyGroup(diff: StateDiff): Generator<Group> {
  for (let offset = 0, total = 1; offset < total; offset += GROUPS_AT_ONCE) {
    const page = diff.groups({ offset, limit: GROUPS_AT_ONCE });
    yield* page.rows;
    total = page.total;
  }
}
