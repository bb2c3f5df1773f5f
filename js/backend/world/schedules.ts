/** Schedules of a stack: deployments, looks for drift, and an end. Nothing ever comes of them. */
import type { Core } from "./core.js";
import { iso } from "./deployments.js";
import { objectOf, optionalText } from "./fields.js";
import { Random } from "./random.js";
import { badField, notFound } from "./refusal.js";
import type { Stack } from "./stack.js";
import type { Schedules, Shape, StackName } from "./types.js";

export interface Schedule {
  id: string;
  kind: "deployment";
  what: "deployment" | "drift" | "ttl";
  scheduleCron?: string;
  scheduleOnce?: string;
  paused: boolean;
  definition: Shape;
  created: number;
  modified: number;
  history: Shape[];
}

export function schedulesGroup(core: Core): Schedules {
  const schedulesOf = (name: StackName): Schedule[] => {
    const stack = core.stack(name);
    return (stack.schedules ??= firstSchedules(core, stack));
  };
  const one = (name: StackName, id: string): Schedule => {
    const found = schedulesOf(name).find((schedule) => schedule.id === id);
    if (!found) throw notFound(`Schedule '${id}'`);
    return found;
  };
  const shape = (schedule: Schedule): Shape => {
    const { what: _, history, created, modified, ...rest } = schedule;
    return {
      ...rest,
      orgID: new Random(core.seed, "organization", "acme").uuid(),
      nextExecution: schedule.scheduleOnce ?? iso(Math.ceil(core.seconds / 86_400) * 86_400 + 7_200),
      created: iso(created),
      modified: iso(modified),
      lastExecuted: String(history[0]?.["executed"] ?? ""),
    };
  };
  const create = (name: StackName, what: Schedule["what"], body: unknown): Shape => {
    const schedules = schedulesOf(name);
    const schedule: Schedule = {
      id: core.fresh("schedule").uuid(),
      kind: "deployment",
      what,
      paused: false,
      ...timed(core, what, objectOf(body)),
      created: core.seconds,
      modified: core.seconds,
      history: [],
    };
    schedules.push(schedule);
    core.audit(name.organization, "Schedule Created", `Created a schedule of stack "${name.project}/${name.stack}"`, "stack");
    return shape(schedule);
  };
  const update = (name: StackName, id: string, what: Schedule["what"], body: unknown): Shape => {
    const schedule = one(name, id);
    if (schedule.what !== what) throw notFound(`Schedule '${id}' of that kind`);
    const next = timed(core, what, objectOf(body));
    delete schedule.scheduleCron;
    delete schedule.scheduleOnce;
    Object.assign(schedule, next, { modified: core.seconds });
    return shape(schedule);
  };
  return {
    list: (name) => ({ schedules: schedulesOf(name).map(shape) }),
    create: (name, body) => create(name, "deployment", body),
    createDrift: (name, body) => create(name, "drift", body),
    createTtl: (name, body) => create(name, "ttl", body),
    get: (name, id) => shape(one(name, id)),
    delete(name, id) {
      const schedule = one(name, id);
      const schedules = schedulesOf(name);
      schedules.splice(schedules.indexOf(schedule), 1);
    },
    pause(name, id) {
      one(name, id).paused = true;
    },
    resume(name, id) {
      one(name, id).paused = false;
    },
    history: (name, id) => ({ scheduleHistoryEvents: one(name, id).history }),
    update: (name, id, body) => update(name, id, "deployment", body),
    updateDrift: (name, id, body) => update(name, id, "drift", body),
    updateTtl: (name, id, body) => update(name, id, "ttl", body),
  };
}

function timed(core: Core, what: Schedule["what"], fields: Shape): Pick<Schedule, "scheduleCron" | "scheduleOnce" | "definition"> {
  const cron = optionalText("ScheduledAction", fields, "scheduleCron");
  const once = optionalText("ScheduledAction", fields, what === "ttl" ? "timestamp" : "scheduleOnce");
  if (cron !== undefined && !/^(\S+\s+){4}\S+$/.test(cron.trim()))
    throw badField("ScheduledAction", "scheduleCron", "invalid", "scheduleCron must have five fields");
  if (once !== undefined && !(Date.parse(once) > core.now()))
    throw badField("ScheduledAction", what === "ttl" ? "timestamp" : "scheduleOnce", "invalid", "the time must be an ISO time to come");
  if (what === "ttl" ? once === undefined : what === "drift" ? cron === undefined : (cron === undefined) === (once === undefined)) {
    throw badField(
      "ScheduledAction",
      what === "ttl" ? "timestamp" : "scheduleCron",
      "required",
      "a schedule needs a cron expression or a time",
    );
  }
  const operation =
    what === "ttl" ? "destroy" : what === "drift" ? (fields["autoRemediate"] === true ? "remediate-drift" : "detect-drift") : undefined;
  const request =
    what === "deployment"
      ? (fields["request"] ?? { operation: "update", inheritSettings: true })
      : {
          inheritSettings: true,
          operation,
          operationContext: {
            options:
              what === "ttl"
                ? { deleteAfterDestroy: fields["deleteAfterDestroy"] === true }
                : { remediateIfDriftDetected: fields["autoRemediate"] === true },
          },
        };
  return {
    ...(cron === undefined ? {} : { scheduleCron: cron }),
    ...(once === undefined ? {} : { scheduleOnce: once }),
    definition: { programID: "", request },
  };
}

function firstSchedules(core: Core, stack: Stack): Schedule[] {
  if (stack.plan.organization !== "acme" || stack.plan.program === "bulk" || stack.plan.program === "tenant" || stack.plan.versions === 0)
    return [];
  const random = new Random(core.seed, "schedules", stack.programID);
  const schedule = (what: Schedule["what"], cron: string, operation: string, ran: number): Schedule => {
    const id = random.uuid();
    const created = core.epoch - 100 * 86_400;
    return {
      id,
      kind: "deployment",
      what,
      scheduleCron: cron,
      paused: false,
      created,
      modified: created,
      definition: { programID: stack.programID, request: { inheritSettings: true, operation } },
      history: Array.from({ length: ran }, (_, i) => ({
        id: random.uuid(),
        scheduledActionID: id,
        executed: iso(core.epoch - (i + 1) * 86_400 + 7_200),
        version: ran - i,
        result: i === 7 ? "failed" : "succeeded",
      })),
    };
  };
  if (stack.plan.stack === "prod") return [schedule("drift", "0 2 * * *", "detect-drift", 12)];
  return stack.plan.stack === "dev"
    ? [schedule("deployment", "0 19 * * 1-5", "refresh", 4), { ...schedule("deployment", "0 6 * * 1", "update", 2), paused: true }]
    : [];
}
