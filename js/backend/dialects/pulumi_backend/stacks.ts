/** pulumi-backend's stacks: no ids, tags that may be null, tokens that are the last stack's name. */
import { emptyOk, failed, noContent, ok, plain } from "../../http/answer.js";
import { isObject, jsonOf } from "../../http/call.js";
import { Failure } from "../../http/failure.js";
import { flag, integer, text } from "../../http/query.js";
import { given, organizationOf, parameter, route, STACK, stackOf, type WorldRoute } from "../../routes/route.js";
import { versionOf } from "../../routes/version.js";
import type { Shape } from "../../world/index.js";

const PAGE_SIZE = 100;

const nameOf = ({ orgName, projectName, stackName }: Shape): string => `${orgName}/${projectName}/${stackName}`;

const withoutId = ({ id: _, links: __, ...row }: Shape): Shape => row;

function startOf(token: string | undefined, rows: readonly Shape[]): number {
  if (!token) return 0;
  const at = rows.findIndex((row) => nameOf(row) === token);
  if (at < 0) throw Failure.of(400, "invalid continuation token");
  return at + 1;
}

export const stacks: WorldRoute[] = [
  route("GET", "/api/user/stacks", (world, call) => {
    const rows = world.stacks.list(given({ organization: text(call, "organization"), project: text(call, "project"), tagName: text(call, "tagName"), tagValue: text(call, "tagValue") }));
    const size = integer(call, "maxResults", { min: 1 }) ?? call.pageSize ?? PAGE_SIZE;
    const start = startOf(text(call, "continuationToken"), rows);
    const page = rows.slice(start, start + size);
    const last = page.at(-1);
    return ok({ stacks: page.map(withoutId), ...(last && start + size < rows.length ? { continuationToken: nameOf(last) } : {}) });
  }),
  route("GET", "/api/stacks/{organization}", (world, _, p) => ok({ stacks: world.stacks.list({ organization: organizationOf(p) }).map(withoutId) })),
  route("HEAD", "/api/stacks/{organization}/{project}", (world, _, p) => (world.stacks.projectExists(organizationOf(p), parameter(p, "project")) ? emptyOk() : plain(404, ""))),
  route("POST", "/api/stacks/{organization}/{project}", async (world, call, p) => {
    const body = await jsonOf(call);
    if (isObject(body) && (body["teams"] !== undefined || body["config"] !== undefined)) return failed(400, "teams and config are not supported");
    world.stacks.create(organizationOf(p), parameter(p, "project"), body);
    return ok({});
  }),
  route("GET", STACK, (world, _, p) => {
    const { activeUpdate, tags, ...stack } = withoutId(world.stacks.get(stackOf(p)));
    const busy = stack["currentOperation"] !== undefined;
    return ok({ ...stack, tags: isObject(tags) && Object.keys(tags).length > 0 ? tags : null, ...(busy ? { activeUpdate } : {}) });
  }),
  route("DELETE", STACK, (world, call, p) => {
    world.stacks.delete(stackOf(p), flag(call, "force") ?? false);
    return noContent();
  }),
  route("PATCH", `${STACK}/tags`, async (world, call, p) => {
    world.tags.replace(stackOf(p), await jsonOf(call));
    return noContent();
  }),
  route("POST", `${STACK}/rename`, async (world, call, p) => {
    world.stacks.rename(stackOf(p), await jsonOf(call));
    return noContent();
  }),
  route("GET", `${STACK}/export`, (world, _, p) => ok(world.stacks.exportState(stackOf(p)))),
  route("GET", `${STACK}/export/{version}`, (world, _, p) => ok(world.stacks.exportState(stackOf(p), versionOf(p)))),
  route("POST", `${STACK}/import`, async (world, call, p) => ok(world.stacks.importState(stackOf(p), await jsonOf(call))), { large: true }),
];
