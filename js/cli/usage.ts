/** `stackscope usage` */
import { Option, type Command } from "commander";
import type { ResourceCountSummary } from "../node.js";
import { addCall, type Call, type Done } from "./call.js";
import { atLeast } from "./connection.js";
import { limitOptions, list, type ListFlags } from "./listing.js";
import { past } from "./moment.js";
import type { Column } from "./table.js";

interface Flags extends ListFlags {
  granularity: string;
  days: number;
  since?: number;
}

export function usageCommand(program: Command, done: Done): void {
  const options = [
    new Option("--granularity <SPAN>", "what a row spans").choices(["hourly", "daily", "weekly", "monthly", "yearly"]).default("daily"),
    new Option("--days <N>", "how many days to look back; hourly 2 at most").argParser(atLeast(1)).default(30).conflicts("since"),
    new Option("--since <WHEN>", "where to begin: a date, or a span such as 12w").argParser(past),
    ...limitOptions(),
  ];
  addCall(program, done, { spec: "usage <ORGANIZATION>", summary: "count the resources that an organization had over time", options, help: HELP }, async ({ cloud, flags }: Call<Flags>, organization: string) => {
    const { granularity, since, days } = flags;
    const span = since === undefined ? { granularity, lookbackDays: granularity === "hourly" ? Math.min(days, 2) : days } : { granularity, lookbackStart: since };
    await list((await cloud.usage.resourceSummary(organization, span)).summary, PERIODS, flags);
  });
}

const HELP = `
Examples:
  $ stackscope usage acme --days 7
  $ stackscope usage acme --granularity monthly --since 2026-01-01 --format markdown`;

const PERIODS: Column<ResourceCountSummary>[] = [
  { title: "period", value: period },
  { title: "resources", value: ({ resources }) => resources },
  { title: "resource hours", value: ({ resourceHours }) => resourceHours },
];

function period({ year, month, day, weekNumber, hour }: ResourceCountSummary): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  if (month === undefined || month === 0) return weekNumber ? `${year} week ${two(weekNumber)}` : String(year);
  const date = day ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
  return hour === undefined || !day ? date : `${date} ${two(hour)}:00`;
}
