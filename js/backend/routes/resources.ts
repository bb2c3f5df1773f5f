/** Resources of one stack: how many, all, and one by its URN. */
import { ok } from "../http/answer.js";
import { parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";
import { versionOf } from "./version.js";

export const resources: WorldRoute[] = [
  route("GET", `${STACK}/resources/count`, (world, _, p) => ok(world.stacks.resourceCount(stackOf(p)))),
  route("GET", `${STACK}/resources/latest`, (world, _, p) => ok(world.stacks.resources(stackOf(p)))),
  route("GET", `${STACK}/resources/{version}`, (world, _, p) => ok(world.stacks.resources(stackOf(p), versionOf(p)))),
  route("GET", `${STACK}/resources/latest/{urn}`, (world, _, p) => ok(world.stacks.resource(stackOf(p), parameter(p, "urn")))),
  route("GET", `${STACK}/resources/{version}/{urn}`, (world, _, p) => ok(world.stacks.resource(stackOf(p), parameter(p, "urn"), versionOf(p)))),
];
