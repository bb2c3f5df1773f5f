/**
 * procella's webhooks: of its organization only, wrapped lists, times, and event names that are stored as they come. A
 * webhook's secret is told once, when it is made; a ping counts as answered even when nobody took it.
 */
import { created, noContent, ok, type Answer } from "../../http/answer.js";
import { isObject, jsonOf, type Call } from "../../http/call.js";
import { Failure } from "../../http/failure.js";
import type { Parameters } from "../../http/router.js";
import { ORGANIZATION, organizationOf, parameter, route, type WorldRoute } from "../../routes/route.js";
import { Refusal, type Shape, type World } from "../../world/index.js";
import { internal, otherwise, ownOrganization } from "./own.js";

const HOOKS = `${ORGANIZATION}/hooks`;
const HOOK = `${HOOKS}/{id}`;
const MOST_DELIVERIES = 200;

/** What the world has no place for. */
interface Kept {
  events: unknown[];
  createdAt: string;
  updatedAt: string;
}

const kept = new WeakMap<World, Map<string, Kept>>();

function keptOf(world: World, id: string): Kept {
  const time = new Date(world.now()).toISOString();
  return kept.get(world)?.get(id) ?? { events: [], createdAt: time, updatedAt: time };
}

function keep(world: World, id: string, events: unknown): void {
  const hooks = kept.get(world) ?? new Map<string, Kept>();
  kept.set(world, hooks);
  const before = keptOf(world, id);
  hooks.set(id, { ...before, updatedAt: new Date(world.now()).toISOString(), ...(Array.isArray(events) ? { events } : {}) });
}

/** The owner that the world knows; other organizations are refused. */
function owner(world: World, p: Parameters): { organization: string } {
  if (organizationOf(p) !== ownOrganization(world)) throw Failure.of(400, "Organization does not match caller organization");
  return { organization: organizationOf(p) };
}

function shapeOf(world: World, { name, displayName, payloadUrl }: Shape): Shape {
  const { events, createdAt, updatedAt } = keptOf(world, String(name));
  return { id: name, name: displayName, url: payloadUrl, events, active: true, createdBy: world.caller, createdAt, updatedAt };
}

function hookOf(world: World, p: Parameters): Shape {
  const id = parameter(p, "id");
  return otherwise([404], 404, `Webhook not found: ${id}`, () => world.webhooks.get(owner(world, p), id));
}

function deliveryOf({ id, kind, responseCode, duration, timestamp }: Shape): Shape {
  return { id, event: `webhook.${kind}`, responseStatus: responseCode, success: true, attempt: 1, duration, createdAt: new Date(Number(timestamp) * 1000).toISOString() };
}

/** Its own fields; anything else is an internal error there. */
async function bodyOf(call: Call, required: readonly string[]): Promise<Shape> {
  const body = await jsonOf(call).catch(() => undefined);
  if (!isObject(body) || required.some((name) => typeof body[name] !== "string")) throw internal();
  return body;
}

async function create(world: World, call: Call, p: Parameters): Promise<Answer> {
  const target = owner(world, p);
  const { name, url, events, secret } = await bodyOf(call, ["name", "url"]);
  const hook = world.webhooks.create(target, { organizationName: target.organization, displayName: name, payloadUrl: url, active: true, ...(typeof secret === "string" ? { secret } : {}) });
  keep(world, String(hook["name"]), events);
  return created({ ...shapeOf(world, hook), secret: typeof secret === "string" ? secret : `sample-secret-of-${hook["name"]}` });
}

async function update(world: World, call: Call, p: Parameters): Promise<Answer> {
  const hook = hookOf(world, p);
  const { name = hook["displayName"], url = hook["payloadUrl"], events } = await bodyOf(call, []);
  const changed = world.webhooks.update(owner(world, p), parameter(p, "id"), { organizationName: hook["organizationName"], displayName: name, payloadUrl: url, active: true });
  keep(world, parameter(p, "id"), events);
  return ok(shapeOf(world, changed));
}

function remove(world: World, p: Parameters): Answer {
  try {
    world.webhooks.delete(owner(world, p), parameter(p, "id"));
  } catch (error) {
    // One that is gone already counts as deleted.
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
  }
  return noContent();
}

function deliveries(world: World, call: Call, p: Parameters): Answer {
  hookOf(world, p);
  const asked = Number(call.query.get("limit") ?? 50) || 1;
  const rows = world.webhooks.deliveries(owner(world, p), parameter(p, "id")).map(deliveryOf);
  return ok({ deliveries: rows.slice(0, Math.min(Math.max(asked, 1), MOST_DELIVERIES)) });
}

export const webhooks: WorldRoute[] = [
  route("GET", HOOKS, (world, _, p) => ok({ webhooks: world.webhooks.list(owner(world, p)).map((hook) => shapeOf(world, hook)) })),
  route("POST", HOOKS, create),
  route("GET", HOOK, (world, _, p) => ok(shapeOf(world, hookOf(world, p)))),
  route("PUT", HOOK, update),
  route("DELETE", HOOK, (world, _, p) => remove(world, p)),
  route("GET", `${HOOK}/deliveries`, deliveries),
  route("POST", `${HOOK}/ping`, (world, _, p) => {
    hookOf(world, p);
    return ok(deliveryOf(world.webhooks.ping(owner(world, p), parameter(p, "id"))));
  }),
];
