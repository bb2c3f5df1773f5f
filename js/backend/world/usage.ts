/** Resources under management over the last two years, in hours, days, weeks, months and years. */
import type { Core } from "./core.js";
import { Random } from "./random.js";
import { badRequest } from "./refusal.js";
import type { Shape, Usage } from "./types.js";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const GRANULARITIES = ["hourly", "daily", "weekly", "monthly", "yearly"];

/** How many resources the organisation had in an hour: it grows, more by day than by night, with a step now and then. */
function resourcesAt(core: Core, hour: number): number {
  const age = (hour * HOUR - (core.epoch - 730 * DAY)) / DAY;
  const growth = 900 + Math.max(0, age) * 5.4;
  const weekday = new Date(hour * HOUR * 1000).getUTCDay();
  const daily = 40 * Math.sin(((hour % 24) / 24) * 2 * Math.PI) - (weekday === 0 || weekday === 6 ? 60 : 0);
  return Math.round(growth + daily + new Random(core.seed, "usage", Math.floor(hour / 6)).int(0, 45));
}

export function usageGroup(core: Core): Usage {
  return {
    resourceSummary(organization, { granularity, lookbackDays, lookbackStart }) {
      const home = core.organization(organization);
      if (granularity === undefined || !GRANULARITIES.includes(granularity))
        throw badRequest(`granularity must be one of ${GRANULARITIES.join(", ")}`);
      if ((lookbackDays === undefined) === (lookbackStart === undefined))
        throw badRequest("exactly one of lookbackDays and lookbackStart must be given");
      if (lookbackDays !== undefined && (!Number.isInteger(lookbackDays) || lookbackDays <= 0))
        throw badRequest("lookbackDays must be a positive number");
      if (granularity === "hourly" && lookbackDays !== undefined && lookbackDays > 2)
        throw badRequest("lookbackDays must be 2 or less for hourly");
      if (lookbackStart !== undefined && (lookbackStart >= core.seconds || lookbackStart < core.seconds - 366 * DAY))
        throw badRequest("lookbackStart must lie in the past, a year back at most");
      const end = core.epoch;
      const start = Math.max(lookbackStart ?? end - (lookbackDays ?? 0) * DAY, end - 730 * DAY);
      const scale = home.name === "acme" ? 1 : 0.01;
      const rows = new Map<string, { row: Shape; hours: number; sum: number }>();
      for (let hour = Math.ceil(start / HOUR); hour < end / HOUR; hour += 1) {
        const row = bucket(granularity, new Date(hour * HOUR * 1000));
        const key = JSON.stringify(row);
        let entry = rows.get(key);
        if (!entry) rows.set(key, (entry = { row, hours: 0, sum: 0 }));
        entry.hours += 1;
        entry.sum += Math.round(resourcesAt(core, hour) * scale);
      }
      return {
        summary: [...rows.values()].map(({ row, hours, sum }) => ({ ...row, resources: Math.round(sum / hours), resourceHours: sum })),
      };
    },
  };
}

function bucket(granularity: string, at: Date): Shape {
  const [year, month, day, hour] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours()];
  switch (granularity) {
    case "hourly":
      return { year, month, day, hour };
    case "daily":
      return { year, month, day };
    case "weekly": {
      // Weeks start on Sunday; the days before a year's first Sunday are its week 0.
      const dayOfYear = Math.floor((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / (DAY * 1000));
      return { year, weekNumber: Math.floor((dayOfYear + 7 - at.getUTCDay()) / 7) };
    }
    case "monthly":
      return { year, month };
    default:
      return { year };
  }
}
