/** Webhooks of an organization and of a stack: the same routes below two paths. Lists are bare arrays. */
import { created, noContent, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { ORGANIZATION, parameter, route, STACK, targetOf, type WorldRoute } from "./route.js";

const HOOK = "{webhookName}";

export const webhooks: WorldRoute[] = [`${ORGANIZATION}/hooks`, `${STACK}/hooks`].flatMap((hooks) => [
  route("GET", hooks, (world, _, p) => ok(world.webhooks.list(targetOf(p)))),
  route("POST", hooks, async (world, call, p) => created(world.webhooks.create(targetOf(p), await jsonOf(call)))),
  route("GET", `${hooks}/${HOOK}`, (world, _, p) => ok(world.webhooks.get(targetOf(p), parameter(p, "webhookName")))),
  route("PATCH", `${hooks}/${HOOK}`, async (world, call, p) => ok(world.webhooks.update(targetOf(p), parameter(p, "webhookName"), await jsonOf(call)))),
  route("DELETE", `${hooks}/${HOOK}`, (world, _, p) => {
    world.webhooks.delete(targetOf(p), parameter(p, "webhookName"));
    return noContent();
  }),
  route("POST", `${hooks}/${HOOK}/ping`, (world, _, p) => ok(world.webhooks.ping(targetOf(p), parameter(p, "webhookName")))),
  route("GET", `${hooks}/${HOOK}/deliveries`, (world, _, p) => ok(world.webhooks.deliveries(targetOf(p), parameter(p, "webhookName")))),
  route("POST", `${hooks}/${HOOK}/deliveries/{event}/redeliver`, (world, _, p) => ok(world.webhooks.redeliver(targetOf(p), parameter(p, "webhookName"), parameter(p, "event")))),
]);
