/** Policy packs and groups of a stack, and an organization's policy findings. */
import { ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { choice, flag } from "../http/query.js";
import { given, ORGANIZATION, organizationOf, route, STACK, stackOf, type WorldRoute } from "./route.js";

const RESULTS = `${ORGANIZATION}/policyresults`;

export const policies: WorldRoute[] = [
  route("GET", `${STACK}/policypacks`, (world, call, p) => ok(world.policies.packs(stackOf(p), choice(call, "mode", ["audit", "preventative"])))),
  route("GET", `${STACK}/policygroups`, (world, _, p) => ok(world.policies.groups(stackOf(p)))),
  route("POST", `${RESULTS}/issues`, async (world, call, p) => ok(world.policies.issues(organizationOf(p), await jsonOf(call), given({ closed: flag(call, "closed") })))),
  route("POST", `${RESULTS}/compliance`, async (world, call, p) => ok(world.policies.compliance(organizationOf(p), await jsonOf(call)))),
  route("GET", `${RESULTS}/metadata`, (world, _, p) => ok(world.policies.metadata(organizationOf(p)))),
];
