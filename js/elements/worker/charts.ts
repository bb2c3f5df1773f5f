/** Numbers over time: how many resources a stack had after each update, and how many an organisation had. */
import type { UpdateInfo } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import type { Context } from "./messages.js";

const UPDATES_OF_A_PAGE = 100;
const MOST_SPANS = 1000;
const DAY_MS = 86_400_000;
// What was there before an update and is there after it, or came with it.
const LEFT_BEHIND = ["same", "create", "update", "replace", "read", "refresh", "import"] as const;

/** What an update left. */
export interface CountPoint {
  version?: number;
  id?: string;
  kind: string;
  result: string;
  /** When it ended, or began where it has not ended; unix seconds. */
  time: number;
  /** Absent where the server tells neither the count nor the changes. */
  resources?: number;
}

/** A span of time and the resources in it. */
export interface UsageSpan {
  /** Unix milliseconds; spans are those of UTC. */
  from: number;
  to: number;
  resources: number;
  hours?: number;
}

export interface UsageAnswer {
  spans: UsageSpan[];
  /** There were more spans than are shown. */
  cut: boolean;
}

export function chartCalls(desk: Desk) {
  return {
    /** One page of a stack's history, oldest first. Pages count from 1, the newest. */
    "chart.counts": async ({ server, stack, page }: { server: number; stack: string; page: number }, { signal }: Context): Promise<{ points: CountPoint[]; more: boolean }> => {
      const list = desk.server(server).updates.list(stack, { page, pageSize: UPDATES_OF_A_PAGE, signal });
      const updates = await list.toArray({ limit: UPDATES_OF_A_PAGE });
      const more = list.total === undefined ? updates.length === UPDATES_OF_A_PAGE : list.total > page * UPDATES_OF_A_PAGE;
      return { points: updates.flatMap(point).reverse(), more };
    },

    "chart.usage": async ({ server, organization, granularity, days }: { server: number; organization: string; granularity: string; days: number }, { signal }: Context): Promise<UsageAnswer> => {
      const { summary } = await desk.server(server).usage.resourceSummary(organization, { granularity, lookbackDays: days, signal });
      const spans = new Map<number, UsageSpan>();
      for (const { resources, resourceHours, ...when } of summary) {
        const [from, to] = span(when);
        const known = spans.get(from);
        // Where rows are told apart by tags, a span has several.
        const hours = known?.hours === undefined ? resourceHours : known.hours + (resourceHours ?? 0);
        spans.set(from, { from, to, resources: resources + (known?.resources ?? 0), ...(hours !== undefined && { hours }) });
      }
      const sorted = [...spans.values()].sort((a, b) => a.from - b.from);
      return { spans: sorted.slice(-MOST_SPANS), cut: sorted.length > MOST_SPANS };
    },
  };
}

function point({ version, updateID, info }: UpdateInfo): CountPoint[] {
  const time = info.endTime || info.startTime;
  if (!time) return [];
  const resources = info.resourceCount ?? (info.result === "succeeded" ? left(info.resourceChanges) : undefined);
  const made = version ?? info.version;
  return [
    {
      ...(made !== undefined && { version: made }),
      ...(updateID !== undefined && { id: cut(updateID) }),
      kind: cut(info.kind),
      result: cut(info.result ?? "unknown"),
      time,
      ...(resources !== undefined && { resources }),
    },
  ];
}

function left(changes: UpdateInfo["info"]["resourceChanges"]): number | undefined {
  if (changes === undefined || Object.keys(changes).length === 0) return undefined;
  return LEFT_BEHIND.reduce((sum, op) => sum + (changes[op] ?? 0), 0);
}

interface When {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  weekNumber?: number;
}

function span({ year, month, day, hour, weekNumber }: When): [from: number, to: number] {
  if (weekNumber !== undefined) {
    // Weeks begin on Sunday; the days before a year's first Sunday are its week 0.
    const newYear = Date.UTC(year, 0, 1);
    const firstSunday = newYear + ((7 - new Date(newYear).getUTCDay()) % 7) * DAY_MS;
    const from = firstSunday + (weekNumber - 1) * 7 * DAY_MS;
    return [Math.max(newYear, from), Math.min(Date.UTC(year + 1, 0, 1), from + 7 * DAY_MS)];
  }
  if (month === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  if (day === undefined) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
  const from = Date.UTC(year, month - 1, day, hour ?? 0);
  return [from, from + (hour === undefined ? DAY_MS : DAY_MS / 24)];
}
