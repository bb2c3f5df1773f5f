/**
 * pulumi-backend's updates: pages that count from 0 and are there even when not asked for, rows without ids, and events a
 * hundred at a time, with a token only while the update runs. Tokens of events are plain offsets.
 */
import { noContent, ok } from "../../http/answer.js";
import { integer, text } from "../../http/query.js";
import { parameter, route, STACK, stackOf, type WorldRoute } from "../../routes/route.js";
import { versionOf } from "../../routes/version.js";
import type { Shape, UpdateInfo } from "../../world/index.js";
import { isOver, isRunning, rawEvent, statusWord } from "../words.js";

const ROWS = 10;
const EVENTS = 100;

/** The word in a path may be any; the id alone tells which update is meant. */
const UPDATE = `${STACK}/{operation}/{updateID}`;

function rowOf(update: UpdateInfo): Shape {
  const { endTime, ...info } = update.info;
  return isRunning(update) ? info : { ...info, endTime };
}

export const updates: WorldRoute[] = [
  route("GET", `${STACK}/updates`, (world, call, p) => {
    const page = integer(call, "page", { min: 0 }) ?? 0;
    const size = integer(call, "pageSize", { min: 1 }) ?? call.pageSize ?? ROWS;
    return ok({ updates: world.updates.list(stackOf(p)).slice(page * size, (page + 1) * size).map(rowOf) });
  }),
  route("GET", `${STACK}/updates/latest`, (world, _, p) => ok(world.updates.latest(stackOf(p)))),
  route("GET", `${STACK}/updates/{version}`, (world, _, p) => ok(world.updates.get(stackOf(p), versionOf(p)))),
  route("GET", UPDATE, (world, _, p) => {
    const { status } = world.updates.status(stackOf(p), parameter(p, "updateID"));
    return ok({ status: statusWord(status), events: [], ...(isOver(status) ? {} : { continuationToken: "" }) });
  }),
  route("GET", `${UPDATE}/events`, (world, call, p) => {
    const { events, running } = world.updates.events(stackOf(p), parameter(p, "updateID"));
    const asked = text(call, "continuationToken") ?? "";
    const start = /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
    const page = events.map(rawEvent).slice(start, start + (call.pageSize ?? EVENTS));
    return ok({ status: running ? "in-progress" : "succeeded", events: page, ...(running ? { continuationToken: String(start + page.length) } : {}) });
  }),
  route("POST", `${UPDATE}/cancel`, (world, _, p) => {
    world.updates.cancel(stackOf(p), parameter(p, "updateID"));
    return noContent();
  }),
];
