/** `stackscope updates …` */
import { Option, type Command } from "commander";
import type { PulumiCloud, UpdateInfo, UpdateStatusResponse } from "../node.js";
import { StackscopeError } from "../error.js";
import { stackOf, updateOf } from "./address.js";
import { addCall, addGroup, given, type Call, type Done } from "./call.js";
import { changes, duration, time } from "./cells.js";
import { list, listOptions, resumed, type ListFlags } from "./listing.js";
import { note } from "./output.js";
import { showOne } from "./results.js";
import type { Cell, Column, Field } from "./table.js";

export interface KindFlags {
  kind?: string;
}

export function kindOption(): Option {
  return new Option("--kind <KIND>", "what the update is, if UPDATE is an id and the server wants to know").choices(["update", "preview", "refresh", "destroy"]);
}

export function updatesCommands(program: Command, done: Done): void {
  const group = addGroup(program, "updates", "list the updates of a stack, look at one, cancel one", EXAMPLES);
  addCall(group, done, { spec: "list <STACK>", summary: "list updates, newest first", options: listOptions() }, ({ cloud, flags }: Call<ListFlags>, stack: string) =>
    list(cloud.updates.list(stackOf(stack), resumed(flags)), [...UPDATES, MESSAGE], flags),
  );
  addCall(group, done, { spec: "previews <STACK>", summary: "list the previews since the last update", options: listOptions() }, ({ cloud, flags }: Call<ListFlags>, stack: string) =>
    list(cloud.updates.previews(stackOf(stack), resumed(flags)), [...UPDATES, ID, MESSAGE], flags),
  );
  addCall(group, done, { spec: "latest <STACK>", summary: "show the last update" }, async ({ cloud, flags }: Call, stack: string) => showOne(await named(cloud, stackOf(stack), "latest"), fields, flags));
  addCall(group, done, { spec: "get <STACK@VERSION>", summary: "show an update" }, async ({ cloud, flags }: Call, text: string) => {
    const { stack, update } = updateOf(text);
    await showOne(await named(cloud, stack, update), fields, flags);
  });
  addCall(group, done, { spec: "status <STACK@UPDATE>", summary: "tell whether an update runs, and how it ended", description: UPDATE, options: [kindOption()] }, async ({ cloud, flags }: Call<KindFlags>, text: string) => {
    const { stack, update } = updateOf(text);
    const { id, kind } = await findUpdate(cloud, stack, update, flags.kind);
    await showOne(await cloud.updates.status(stack, id, given({ kind })), statusFields, flags);
  });
  addCall(group, done, { spec: "cancel <STACK@UPDATE>", summary: "cancel an update that runs; its stack may be left half done", description: UPDATE, options: [kindOption()], takesAway: true }, async ({ cloud, flags }: Call<KindFlags>, text: string) => {
    const { stack, update } = updateOf(text);
    const { id, kind } = await findUpdate(cloud, stack, update, flags.kind);
    await cloud.updates.cancel(stack, id, given({ kind }));
    note(`cancelled ${stack}@${id}`);
  });
}

const EXAMPLES = `
stackscope updates list acme/web/prod --limit 10
stackscope updates get acme/web/prod@41
stackscope updates status acme/web/prod@latest`;

export const UPDATE = "UPDATE is an update's id, the version it made, or `latest`.";

/** The id of an update that may be named by its version. Without a kind the client takes `update`. */
export async function findUpdate(cloud: PulumiCloud, stack: string, update: string, kind: string | undefined): Promise<{ id: string; kind: string | undefined }> {
  if (update !== "latest" && !/^\d+$/.test(update)) return { id: update, kind };
  const { updateID, info } = await named(cloud, stack, update);
  if (!updateID) throw new StackscopeError(`the server doesn't say which update made ${stack}@${update}`, { code: "decode", hint: "name the update by its id" });
  return { id: updateID, kind: kind ?? pathKind(info.kind) };
}

/** An update by its version, or the last one. Where a server has no address for it, the list tells, which begins with the newest. */
async function named(cloud: PulumiCloud, stack: string, update: string): Promise<UpdateInfo> {
  try {
    return await (update === "latest" ? cloud.updates.latest(stack) : cloud.updates.get(stack, update));
  } catch (error) {
    if (!(error instanceof StackscopeError) || error.code !== "unsupported") throw error;
  }
  for await (const row of cloud.updates.list(stack)) {
    const version = row.version ?? row.info.version;
    const isIt = update === "latest" ? pathKind(row.info.kind) !== "preview" : String(version) === update;
    if (isIt) return row;
  }
  throw new StackscopeError(update === "latest" ? `${stack} has no updates` : `${stack} has no update ${update}`, { code: "not_found" });
}

/** Kinds as histories have them, to kinds as addresses have them. */
function pathKind(kind: string): string {
  if (/^P[a-z]/.test(kind)) return "preview";
  return kind === "refresh" || kind === "destroy" || kind === "preview" ? kind : "update";
}

export function outcome(result: string | undefined): Cell {
  if (result === undefined) return undefined;
  if (result === "succeeded") return { text: result, tone: "good" };
  return { text: result, tone: result === "failed" || result === "cancelled" ? "bad" : "busy" };
}

const UPDATES: Column<UpdateInfo>[] = [
  { title: "version", value: ({ version, info }) => version ?? info.version },
  { title: "kind", value: ({ info }) => info.kind },
  { title: "result", value: ({ info }) => outcome(info.result) },
  { title: "started", value: ({ info }) => time(info.startTime) },
  { title: "took", value: (update) => took(update) },
  { title: "changes", value: ({ info }) => changes(info.resourceChanges as Record<string, number> | undefined) },
  { title: "by", value: ({ requestedBy }) => requestedBy?.githubLogin },
];
const ID: Column<UpdateInfo> = { title: "update", value: ({ updateID }) => updateID };
const MESSAGE: Column<UpdateInfo> = { title: "message", value: ({ info }) => info.message };

function took({ info: { startTime, endTime } }: UpdateInfo): string {
  return startTime && endTime ? duration(endTime - startTime) : "";
}

function fields(update: UpdateInfo): Field[] {
  const { info, updateID, version = info.version, requestedBy, githubCommitInfo: commit } = update;
  return [
    ["version", version === undefined ? undefined : String(version)],
    ["update", updateID],
    ["kind", info.kind],
    ["result", outcome(info.result)],
    ["message", info.message],
    ["started", time(info.startTime)],
    ["took", took(update)],
    ["changes", changes(info.resourceChanges as Record<string, number> | undefined)],
    ["resources", info.resourceCount],
    ["by", requestedBy && [requestedBy.githubLogin, requestedBy.name].filter(Boolean).join(", ")],
    ["commit", commit?.url ?? commit?.sha ?? info.environment?.["git.head"]],
  ];
}

function statusFields({ status, events }: UpdateStatusResponse): Field[] {
  return [
    ["status", outcome(status)],
    ["output", events.map(({ fields }) => (typeof fields?.["text"] === "string" ? fields["text"] : undefined))],
  ];
}
