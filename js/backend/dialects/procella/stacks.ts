/** procella's stacks: whole lists without filters, tags that merge, a version that is always 0. */
import { createHash } from "node:crypto";
import { failed, noContent, ok, type Answer } from "../../http/answer.js";
import { isObject, jsonOf, type Call } from "../../http/call.js";
import { Failure } from "../../http/failure.js";
import { text } from "../../http/query.js";
import { parameter, route, STACK, type WorldRoute } from "../../routes/route.js";
import type { Shape, StackName, World } from "../../world/index.js";
import { internal, otherwise, ownName, ownOrganization, ownStack } from "./own.js";

const NAME = /^[a-zA-Z0-9._-]{1,64}$/;

/** One stack as every answer about it has it. */
function shapeOf(world: World, name: StackName): Shape {
  const { id, tags = {}, activeUpdate, currentOperation } = world.stacks.get(name);
  const active = currentOperation === undefined ? "" : activeUpdate;
  return { id, orgName: name.organization, projectName: name.project, stackName: name.stack, tags, activeUpdate: active, version: 0 };
}

function rowOf(world: World, { orgName, projectName, stackName, lastUpdate = world.epoch }: Shape): Shape {
  const { id, tags, activeUpdate } = shapeOf(world, { organization: String(orgName), project: String(projectName), stack: String(stackName) });
  const changed = new Date(Number(lastUpdate) * 1000).toISOString();
  const ids = { id, projectId: projectId(String(projectName)), tenantId: orgName };
  return { ...ids, orgName, projectName, stackName, tags, activeUpdateId: activeUpdate || null, lastUpdate, resourceCount: null, createdAt: changed, updatedAt: changed };
}

/** A UUID that follows from the name. */
function projectId(name: string): string {
  const digits = createHash("sha256").update(name).digest("hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

const ownStacks = (world: World): Shape[] => world.stacks.list({ organization: ownOrganization(world) });

/** The search: the only list here that is handed out in parts. */
function searched(world: World, call: Call): Answer {
  const rows = ownStacks(world).map(({ id, orgName, projectName, stackName, lastUpdate = world.epoch }) => ({ id, orgName, projectName, stackName, lastUpdate }));
  const asked = ["query", "pageSize", "sortBy", "sortOrder", "continuationToken"].some((name) => call.query.has(name));
  if (!asked) return ok({ stacks: rows });
  const words = (text(call, "query") ?? "").toLowerCase();
  const found = rows.filter(({ projectName, stackName }) => `${projectName}/${stackName}`.toLowerCase().includes(words));
  if (text(call, "sortOrder") === "desc") found.reverse();
  const size = Math.max(1, Number.parseInt(text(call, "pageSize") ?? "", 10) || (text(call, "pageSize") === "0" ? 1 : 50));
  const start = startOf(text(call, "continuationToken"), found);
  const page = found.slice(start, start + size);
  const last = page.at(-1);
  const more = last && start + size < found.length;
  return ok({ stacks: page, ...(more ? { continuationToken: Buffer.from(JSON.stringify({ id: last.id, sortValue: last.stackName })).toString("base64") } : {}) });
}

function startOf(token: string | undefined, rows: readonly Shape[]): number {
  if (token === undefined) return 0;
  try {
    const { id } = JSON.parse(Buffer.from(token, "base64").toString()) as { id?: unknown };
    const at = rows.findIndex((row) => row["id"] === id);
    if (id !== undefined && at >= 0) return at + 1;
  } catch {
    // Told below.
  }
  throw Failure.of(400, "Invalid continuation token");
}

/** Malformed JSON counts as an empty object here. */
async function looseBody(call: Call): Promise<Shape> {
  const body = await jsonOf(call).catch(() => ({}));
  return isObject(body) ? body : {};
}

async function create(world: World, call: Call, organization: string, project: string, inPath: string | undefined): Promise<Answer> {
  const body = await looseBody(call);
  const stack = inPath ?? body["stackName"];
  if (typeof stack !== "string" || stack === "") return failed(400, "Missing stack name in URL or body");
  if (!NAME.test(stack) || !NAME.test(project)) return failed(400, "Names are 1 to 64 letters, digits, dots, dashes and underscores");
  const name = { organization: ownOrganization(world), project, stack };
  const tags = isObject(body["tags"]) ? { tags: body["tags"] } : {};
  otherwise([409], 409, `Stack already exists: ${organization}/${project}/${stack}`, () => world.stacks.create(name.organization, project, { stackName: stack, ...tags }));
  return ok(shapeOf(world, name));
}

export const stacks: WorldRoute[] = [
  route("GET", "/api/user/stacks", (world) => ok({ stacks: ownStacks(world).map((row) => rowOf(world, row)) })),
  route("GET", "/api/stacks", searched),
  route("POST", "/api/stacks/{organization}/{project}", (world, call, p) => create(world, call, parameter(p, "organization"), parameter(p, "project"), undefined)),
  route("POST", STACK, (world, call, p) => create(world, call, parameter(p, "organization"), parameter(p, "project"), parameter(p, "stack"))),
  route("GET", STACK, (world, _, p) => {
    ownStack(world, p);
    return ok(shapeOf(world, ownName(world, p)));
  }),
  route("DELETE", STACK, (world, _, p) => {
    world.stacks.delete(ownStack(world, p).name, true);
    return noContent();
  }),
  route("POST", `${STACK}/rename`, async (world, call, p) => {
    const { name } = ownStack(world, p);
    const body = await jsonOf(call).catch(() => {
      throw internal();
    });
    const newName = isObject(body) ? body["newName"] : undefined;
    if (typeof newName !== "string" || !NAME.test(newName)) return failed(400, "Invalid stack name");
    if (newName === name.stack) return failed(409, `Cannot rename stack to the same name: ${newName}`);
    world.stacks.rename(name, { newName, newProject: "" });
    return noContent();
  }),
  route("PATCH", `${STACK}/tags`, async (world, call, p) => {
    const { name, stack } = ownStack(world, p);
    const body = await jsonOf(call).catch(() => {
      throw internal();
    });
    world.tags.replace(name, { ...(stack["tags"] as Shape | undefined), ...(isObject(body) ? body : {}) });
    return noContent();
  }),
];
