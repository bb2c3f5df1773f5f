/** Schedules of a stack's deployments: plain ones, of drift detection, and of the end of its life. */
import { emptyOk, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";

const DEPLOYMENTS = `${STACK}/deployments`;
const ALL = `${DEPLOYMENTS}/schedules`;
const ONE = `${ALL}/{scheduleID}`;

export const schedules: WorldRoute[] = [
  route("GET", ALL, (world, _, p) => ok(world.schedules.list(stackOf(p)))),
  route("POST", ALL, async (world, call, p) => ok(world.schedules.create(stackOf(p), await jsonOf(call)))),
  route("POST", `${DEPLOYMENTS}/drift/schedules`, async (world, call, p) => ok(world.schedules.createDrift(stackOf(p), await jsonOf(call)))),
  route("POST", `${DEPLOYMENTS}/ttl/schedules`, async (world, call, p) => ok(world.schedules.createTtl(stackOf(p), await jsonOf(call)))),
  route("GET", ONE, (world, _, p) => ok(world.schedules.get(stackOf(p), parameter(p, "scheduleID")))),
  route("POST", ONE, async (world, call, p) => ok(world.schedules.update(stackOf(p), parameter(p, "scheduleID"), await jsonOf(call)))),
  route("POST", `${DEPLOYMENTS}/drift/schedules/{scheduleID}`, async (world, call, p) => ok(world.schedules.updateDrift(stackOf(p), parameter(p, "scheduleID"), await jsonOf(call)))),
  route("POST", `${DEPLOYMENTS}/ttl/schedules/{scheduleID}`, async (world, call, p) => ok(world.schedules.updateTtl(stackOf(p), parameter(p, "scheduleID"), await jsonOf(call)))),
  route("DELETE", ONE, (world, _, p) => {
    world.schedules.delete(stackOf(p), parameter(p, "scheduleID"));
    return emptyOk();
  }),
  route("POST", `${ONE}/pause`, (world, _, p) => {
    world.schedules.pause(stackOf(p), parameter(p, "scheduleID"));
    return emptyOk();
  }),
  route("POST", `${ONE}/resume`, (world, _, p) => {
    world.schedules.resume(stackOf(p), parameter(p, "scheduleID"));
    return emptyOk();
  }),
  route("GET", `${ONE}/history`, (world, _, p) => ok(world.schedules.history(stackOf(p), parameter(p, "scheduleID")))),
];
