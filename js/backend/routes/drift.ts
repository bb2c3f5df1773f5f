/** Drift of a stack: what it is now, and the runs that looked for it. */
import { ok } from "../http/answer.js";
import { byPage } from "../http/paging.js";
import { parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";

export const drift: WorldRoute[] = [
  route("GET", `${STACK}/drift/status`, (world, _, p) => ok(world.drift.status(stackOf(p)))),
  route("GET", `${STACK}/drift/runs`, (world, call, p) => {
    const { rows, itemsPerPage, total } = byPage(call, world.drift.runs(stackOf(p)));
    return ok({ driftRuns: rows, itemsPerPage, total });
  }),
  route("GET", `${STACK}/drift/runs/{driftRunId}`, (world, _, p) => ok(world.drift.run(stackOf(p), parameter(p, "driftRunId")))),
];
