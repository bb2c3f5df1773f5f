/** Updates of a stack: the history, one update by version or id, previews, and cancelling. Events are in `events.ts`. */
import { noContent, ok, type Answer } from "../http/answer.js";
import type { Call } from "../http/call.js";
import { byNumber, offsetOf, tokenOf, type NumberedPage } from "../http/paging.js";
import { flag, text } from "../http/query.js";
import type { UpdateInfo } from "../world/index.js";
import { OPERATIONS, parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";
import { versionOf } from "./version.js";

const page = ({ rows, itemsPerPage, total }: NumberedPage<UpdateInfo>): Answer => ok({ updates: rows, itemsPerPage, total });

/** Previews come newest first unless asked for in ascending order. */
function previews(call: Call, oldestFirst: readonly UpdateInfo[]): Answer {
  return page(byNumber(call, flag(call, "asc") ? oldestFirst : [...oldestFirst].reverse(), { strict: true }));
}

export const updates: WorldRoute[] = [
  route("GET", `${STACK}/updates`, (world, call, p) => {
    const shown = byNumber(call, world.updates.list(stackOf(p)));
    // The short shape is the older one; any other word than `cli` asks for the full rows.
    return (text(call, "output-type") ?? "cli") === "cli" ? ok({ updates: shown.rows.map(({ info }) => info) }) : page(shown);
  }),
  route("GET", `${STACK}/updates/latest`, (world, _, p) => ok(world.updates.latest(stackOf(p)))),
  route("GET", `${STACK}/updates/latest/previews`, (world, call, p) => previews(call, world.updates.previews(stackOf(p)))),
  route("GET", `${STACK}/updates/latest/timeline`, (world, _, p) => ok(world.updates.timeline(stackOf(p)))),
  route("GET", `${STACK}/updates/{version}`, (world, _, p) => ok(world.updates.get(stackOf(p), versionOf(p)))),
  route("GET", `${STACK}/updates/{version}/summary`, (world, _, p) => ok(world.updates.summary(stackOf(p), versionOf(p)))),
  route("GET", `${STACK}/updates/{version}/previews`, (world, call, p) => previews(call, world.updates.previews(stackOf(p), versionOf(p)))),
  route("GET", `${STACK}/updates/{version}/timeline`, (world, _, p) => ok(world.updates.timeline(stackOf(p), versionOf(p)))),
  route("GET", `${STACK}/previews/{updateID}`, (world, _, p) => ok(world.updates.preview(stackOf(p), parameter(p, "updateID")))),
  route("GET", `${STACK}/previews/{updateID}/summary`, (world, _, p) => ok(world.updates.previewSummary(stackOf(p), parameter(p, "updateID")))),
  ...OPERATIONS.flatMap((operation) => [
    route("GET", `${STACK}/${operation}/{updateID}`, (world, call, p) => {
      offsetOf(text(call, "continuationToken"), "status");
      const { status, events } = world.updates.status(stackOf(p), parameter(p, "updateID"));
      const over = status === "succeeded" || status === "failed" || status === "cancelled";
      return ok({ status, events, continuationToken: over ? null : tokenOf("status", events.length) });
    }),
    route("POST", `${STACK}/${operation}/{updateID}/cancel`, (world, _, p) => {
      world.updates.cancel(stackOf(p), parameter(p, "updateID"));
      return noContent();
    }),
  ]),
];
