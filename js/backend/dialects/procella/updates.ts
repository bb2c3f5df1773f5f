/**
 * procella's updates: flat rows without pages, events as they were posted, states by the number of a checkpoint. An empty
 * page of events has no token even while the update runs, and the first event of all is left out unless asked for with -1.
 */
import { failed, noContent, ok, type Answer } from "../../http/answer.js";
import { jsonOf } from "../../http/call.js";
import { Failure } from "../../http/failure.js";
import { text } from "../../http/query.js";
import type { Parameters } from "../../http/router.js";
import { parameter, route, STACK, type WorldRoute } from "../../routes/route.js";
import { Refusal, type Shape, type StackName, type UpdateInfo, type World } from "../../world/index.js";
import { isRunning, rawEvent, statusWord } from "../words.js";
import { internal, otherwise, ownStack } from "./own.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KINDS = ["update", "preview", "refresh", "destroy"];

function rowOf(update: UpdateInfo): Shape {
  const { kind, startTime, endTime, version, result, config } = update.info;
  const running = isRunning(update);
  const plainKind = kind.startsWith("P") ? "preview" : kind.replace("resource-", "");
  return { updateID: update.updateID, kind: plainKind, startTime, endTime: running ? 0 : endTime, version, message: "", result: running ? "" : result, environment: {}, config, resourceChanges: {} };
}

function rowsOf(world: World, name: StackName): Shape[] {
  const previews = [...world.updates.previews(name)].reverse();
  return [...previews, ...world.updates.list(name)].sort((a, b) => b.info.startTime - a.info.startTime).map(rowOf);
}

/** The stack and the update of a path. An id that is no UUID is an internal error there. */
function updateOf(world: World, p: Parameters): { name: StackName; id: string } {
  const { name } = ownStack(world, p);
  const id = parameter(p, "updateID");
  if (!UUID.test(id)) throw internal();
  otherwise([404], 404, `Update not found: ${id}`, () => world.updates.status(name, id));
  return { name, id };
}

function exported(world: World, p: Parameters): Answer {
  const { name } = ownStack(world, p);
  const asked = p["version"];
  if (asked === undefined) return ok({ version: 3, deployment: world.stacks.exportState(name)["deployment"] });
  const number = Number.parseInt(asked, 10);
  const missing = `Checkpoint not found: //version ${number}`;
  if (Number.isNaN(number)) throw Failure.of(404, missing);
  return ok({ version: 3, deployment: otherwise([400, 404], 404, missing, () => world.stacks.exportState(name, number))["deployment"] });
}

export const updates: WorldRoute[] = [
  route("GET", `${STACK}/updates`, (world, _, p) => ok({ updates: rowsOf(world, ownStack(world, p).name) })),
  route("GET", `${STACK}/update/{updateID}`, (world, _, p) => {
    const { name, id } = updateOf(world, p);
    return ok({ status: statusWord(world.updates.status(name, id).status), events: [] });
  }),
  route("GET", `${STACK}/update/{updateID}/events`, (world, call, p) => {
    const { name, id } = updateOf(world, p);
    const { events, running } = world.updates.events(name, id);
    const asked = Number.parseInt(text(call, "continuationToken") || "0", 10);
    const page = events.map(rawEvent).filter(({ sequence }) => (sequence as number) > asked);
    const last = page.at(-1);
    return ok({ events: page, ...(running && last ? { continuationToken: String(last["sequence"]) } : {}) });
  }),
  route("POST", `${STACK}/update/{updateID}/cancel`, (world, _, p) => {
    const { name, id } = updateOf(world, p);
    try {
      world.updates.cancel(name, id);
    } catch (error) {
      // An update that is over counts as cancelled here.
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
    }
    return noContent();
  }),
  route("GET", `${STACK}/export`, (world, _, p) => exported(world, p)),
  route("GET", `${STACK}/export/{version}`, (world, _, p) => exported(world, p)),
  route(
    "POST",
    `${STACK}/import`,
    async (world, call, p) => {
      const { name } = ownStack(world, p);
      const body = await jsonOf(call).catch((error: unknown) => {
        if (error instanceof Failure && error.answer.status === 413) throw error;
        throw new Failure({ status: 400, body: { kind: "json", value: { code: "invalid_request", message: "Body is not valid JSON" } } });
      });
      return ok(otherwise([409], 409, "Cannot import while stack has active update", () => world.stacks.importState(name, body)));
    },
    { large: true },
  ),
  // Whatever word is posted to counts as the kind of an update to begin.
  route("POST", `${STACK}/{kind}`, (_, __, p) => {
    const kind = parameter(p, "kind");
    if (!KINDS.includes(kind)) return { status: 400, body: { kind: "json", value: { code: "invalid_kind", message: `Invalid update kind: ${kind}` } } };
    return failed(400, "The sample begins no updates");
  }),
];
