/** What is known of a stack besides its history, part by part: each part is a call that can fail without the others. */
import type { ScheduledAction, StackReference } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { Kept } from "./kept.js";
import { masked } from "./encoded-secrets.js";
import type { Context } from "./messages.js";
import { rest, shown, type Rest, type Shown } from "./shown.js";
import { tagsOf, type Tag } from "./stack-list.js";
import type { HistoryOf } from "./stack-updates.js";
import { changesOf } from "./update-row.js";

const MOST_OUTPUTS = 200;
const MOST_BARS = 8;
const MOST_ROWS = 100;

export interface AboutStack {
  tags: Tag[];
  version: number;
  operation?: { kind: string; author?: string | undefined; started?: number | undefined } | undefined;
  /** Environment that its configuration comes from. */
  environment?: string | undefined;
}

/** The server's number and the stack, or the number of a state. */
type OutputsKey = readonly [server: number, stack: string] | readonly ["state", number];

export interface OutputRow {
  name: string;
  value: Shown;
}

export interface OutputsAnswer {
  rows: OutputRow[];
  total: number;
}

export interface DriftAnswer {
  detected: boolean;
  running: boolean;
  /** It was looked for at least once. */
  ran: boolean;
  /** When the last run began (ISO 8601), and what it found, by op. */
  when?: string | undefined;
  changes?: Record<string, number> | undefined;
}

export interface ScheduleRow {
  what: string;
  cron?: string | undefined;
  once?: string | undefined;
  next?: string | undefined;
  paused: boolean;
}

export interface ReferenceRow {
  stack: string;
  version?: number | undefined;
}

export interface StateContents {
  resources: number;
  /** Operations that were interrupted. */
  pending: number;
  types: { value: string; count: number }[];
  packages: { value: string; count: number }[];
  moreTypes: number;
  morePackages: number;
}

export function overviewCalls(desk: Desk) {
  /** Outputs that were shown last, for the rest of long values. */
  const outputs = new Kept<Record<string, unknown>>();
  desk.onForget(outputs.forgetServer);

  function answer(key: OutputsKey, all: Record<string, unknown>): OutputsAnswer {
    outputs.without(key);
    outputs.take(key, () => all);
    const entries = Object.entries(all);
    return { rows: entries.slice(0, MOST_OUTPUTS).map(([name, value], index) => ({ name: cut(name), value: shown(value, { key, index }) })), total: entries.length };
  }

  return {
    "stack.about": async ({ server, stack }: HistoryOf, { signal }: Context): Promise<AboutStack> => {
      const { tags = {}, version = 0, currentOperation: now, config } = await desk.server(server).stacks.get(stack, { signal });
      return {
        tags: tagsOf(tags),
        version,
        operation: now && bounded({ kind: now.kind, author: now.author, started: now.started }),
        environment: config?.environment && cut(config.environment),
      };
    },
    "stack.outputs": async ({ server, stack }: HistoryOf, { signal }: Context): Promise<OutputsAnswer> => {
      const { outputs: all = {} } = await desk.server(server).stacks.outputs(stack, { signal });
      return answer([server, stack], masked(all) as Record<string, unknown>);
    },
    /** The outputs that stand in a state that was opened. */
    "stack.stateOutputs": ({ state }: { state: number }): OutputsAnswer => answer(["state", state], desk.state(state).stackOutputs()),
    "stack.restOfOutput": ({ where, from }: { where: unknown; from: number }): Rest => {
      const { key, index } = where as { key: OutputsKey; index: number };
      return rest(Object.values(outputs.take(key, () => ({})))[index] ?? "", from);
    },
    "stack.drift": async ({ server, stack }: HistoryOf, { signal }: Context): Promise<DriftAnswer> => {
      const { drift } = desk.server(server);
      const { driftDetected = false, runInProgress = false, latestDriftRun } = await drift.status(stack, { signal });
      const about = { detected: driftDetected, running: runInProgress, ran: Boolean(latestDriftRun) };
      if (!latestDriftRun) return about;
      // What the run itself tells is welcome, not needed.
      const run = await drift.run(stack, latestDriftRun, { signal, retry: false }).catch(() => undefined);
      signal.throwIfAborted();
      const changes = run?.detectUpdate?.resourceChanges;
      return { ...about, when: run?.created && cut(run.created, 60), changes: changes && changesOf(changes) };
    },
    "stack.policies": async ({ server, stack }: HistoryOf, { signal }: Context) => {
      const { policyGroups } = await desk.server(server).policies.groups(stack, { signal });
      return policyGroups.slice(0, MOST_ROWS).map(({ name, mode, numEnabledPolicyPacks: packs }) => ({ name: cut(name), mode: mode && cut(mode), packs }));
    },
    "stack.schedules": async ({ server, stack }: HistoryOf, { signal }: Context): Promise<ScheduleRow[]> => {
      const { schedules } = await desk.server(server).schedules.list(stack, { signal });
      return schedules.slice(0, MOST_ROWS).map(scheduleRow);
    },
    "stack.references": async ({ server, stack, way }: HistoryOf & { way: "up" | "down" }, { signal }: Context): Promise<ReferenceRow[]> => {
      const { stacks } = desk.server(server);
      const { referencedStacks } = await (way === "up" ? stacks.upstreamReferences(stack, { signal }) : stacks.downstreamReferences(stack, { signal }));
      return referencedStacks.slice(0, MOST_ROWS).map(referenceRow);
    },
    "stack.contents": ({ state }: { state: number }): StateContents => {
      const { types, packages } = desk.state(state).facets();
      const first = (facets: { value: string; count: number }[]) => facets.slice(0, MOST_BARS).map(({ value, count }) => ({ value: cut(value), count }));
      const { resources, pendingOperations: pending } = desk.state(state).summary.counts;
      return {
        resources,
        pending,
        types: first(types),
        packages: first(packages),
        moreTypes: Math.max(0, types.length - MOST_BARS),
        morePackages: Math.max(0, packages.length - MOST_BARS),
      };
    },
  };
}

function scheduleRow({ kind, definition, scheduleCron, scheduleOnce, nextExecution, paused = false }: ScheduledAction): ScheduleRow {
  const request = definition?.request as Record<string, unknown> | undefined;
  const operation = request?.["operation"] ?? request?.["pulumiOperation"];
  const time = (value: string | undefined): string | undefined => value && cut(value, 60);
  return { what: cut(typeof operation === "string" ? operation : (kind ?? "schedule"), 80), cron: time(scheduleCron), once: time(scheduleOnce), next: time(nextExecution), paused };
}

function referenceRow({ organization, routingProject = "", name, version }: StackReference): ReferenceRow {
  return { stack: cut(`${organization}/${routingProject}/${name}`), version };
}
