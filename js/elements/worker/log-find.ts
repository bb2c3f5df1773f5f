/**
 * Finds an update of a stack by its version or id, or the newest one, and says about it what a person wants to know: who, why, when, from which commit.
 *
 * In: a client, and the update's name. Out: the id by which events are read, and the facts, as far as the server tells. Fails with `not_found` where
 * there is no such update, and with `decode` where the server doesn't say its id.
 */
import { StackscopeError, type PulumiCloud, type UpdateInfo } from "../../browser.js";
import { cut } from "./bounded.js";
import { shown, type Shown } from "./shown.js";
import { isRunning, updateRow, type UpdateRow } from "./update-row.js";

export interface UpdateName {
  stack: string;
  /** Version, or id, or `latest`. */
  update: number | string;
  preview?: boolean;
}

/** What the server says about an update, besides its events. Times in unix seconds. */
export interface UpdateFacts {
  stack: string;
  id: string;
  /** `update`, `refresh`, `destroy`, `import`, …; of a preview what it is a preview of. */
  kind: string;
  isPreview: boolean;
  /** False also where the server says nothing of it. */
  running: boolean;
  /** How it ended, as the server has it. */
  result?: string;
  version?: number;
  latestVersion?: number;
  message?: string;
  startTime?: number;
  author?: UpdateRow["author"];
  commit?: UpdateRow["commit"];
  branch?: string;
  pull?: UpdateRow["pull"];
  /** Version of Pulumi's command line. */
  pulumi?: string;
  /** Resources in the stack: what a running update may come to. */
  resourceCount?: number;
  policyPacks: string[];
  config: { key: string; value: Shown }[];
}

export interface FoundUpdate {
  id: string;
  /** As the addresses of events have it: `update`, `preview`, `refresh` or `destroy`. */
  kind: string;
  /** It has yet to end, or nobody knows. */
  follow: boolean;
  facts: UpdateFacts;
}

const LATEST = "latest";
/** Rows of a history that are looked through: for an id, and for a version. */
const MOST_FOR_ID = 200;
const MOST_FOR_VERSION = 2_000;
const MOST_CONFIG = 300;

export async function findUpdate(cloud: PulumiCloud, name: UpdateName, signal: AbortSignal): Promise<FoundUpdate> {
  const info = await infoOf(cloud, name, signal);
  const isId = !isVersion(name.update) && name.update !== LATEST;
  const id = info?.updateID ?? (isId ? String(name.update) : undefined);
  if (!id) {
    throw new StackscopeError(`the server doesn't say which update made ${name.stack}@${name.update}`, { code: "decode", hint: "name the update by its id" });
  }
  const facts = factsOf(name, id, info);
  if (facts.running && facts.resourceCount === undefined) Object.assign(facts, await countBefore(cloud, name.stack, facts.version, signal));
  const { kind, isPreview, running } = facts;
  return { id, kind: isPreview ? "preview" : kind === "refresh" || kind === "destroy" ? kind : "update", follow: running || info === undefined, facts };
}

/** Undefined where a server doesn't tell anything of an update that is named by its id. */
async function infoOf(cloud: PulumiCloud, { stack, update, preview }: UpdateName, signal: AbortSignal): Promise<UpdateInfo | undefined> {
  if (preview) return unlessUnknown(cloud.updates.preview(stack, String(update), { signal }), ["unsupported", "not_found"]);
  if (update === LATEST) return (await unlessUnknown(cloud.updates.latest(stack, { signal }))) ?? newest(cloud, stack, signal);
  if (isVersion(update)) return (await unlessUnknown(cloud.updates.get(stack, Number(update), { signal }))) ?? ofVersion(cloud, stack, Number(update), signal);
  let seen = 0;
  for await (const row of cloud.updates.list(stack, { signal })) {
    if (row.updateID === update) return row;
    if (++seen >= MOST_FOR_ID) break;
  }
  return undefined;
}

/** Not every server has an address for a single update. */
async function unlessUnknown(asked: Promise<UpdateInfo>, codes = ["unsupported"]): Promise<UpdateInfo | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StackscopeError && codes.includes(error.code)) return undefined;
    throw error;
  }
}

async function newest(cloud: PulumiCloud, stack: string, signal: AbortSignal): Promise<UpdateInfo> {
  for await (const row of cloud.updates.list(stack, { signal })) if (!updateRow(row).preview) return row;
  throw new StackscopeError(`${stack} has no updates`, { code: "not_found" });
}

/** Histories begin with the newest update. */
async function ofVersion(cloud: PulumiCloud, stack: string, version: number, signal: AbortSignal): Promise<UpdateInfo> {
  let seen = 0;
  for await (const row of cloud.updates.list(stack, { signal })) {
    const made = row.version ?? row.info.version;
    if (made === version) return row;
    if ((made !== undefined && made < version) || ++seen >= MOST_FOR_VERSION) break;
  }
  throw new StackscopeError(`${stack} has no update ${version}`, { code: "not_found" });
}

async function countBefore(cloud: PulumiCloud, stack: string, version: number | undefined, signal: AbortSignal): Promise<{ resourceCount?: number }> {
  if (version === undefined || version < 2) return {};
  try {
    const { info } = await cloud.updates.get(stack, version - 1, { signal });
    return info.resourceCount === undefined ? {} : { resourceCount: info.resourceCount };
  } catch {
    signal.throwIfAborted();
    return {};
  }
}

function factsOf({ stack, preview = false }: UpdateName, id: string, found: UpdateInfo | undefined): UpdateFacts {
  if (found === undefined) return { stack, id, kind: preview ? "preview" : "update", isPreview: preview, running: false, policyPacks: [], config: [] };
  const { info, latestVersion, policyPacks = [] } = found;
  const { environment: env = {}, config = {}, message } = info;
  const { kind, preview: isPreview, result, version, started, author, commit, branch, pull, resources } = updateRow(found, { preview });
  return {
    stack,
    id,
    kind,
    isPreview,
    running: isRunning(result),
    ...(result && { result }),
    ...(version !== undefined && !isPreview && { version }),
    ...(latestVersion !== undefined && { latestVersion }),
    ...(message && { message: cut(message) }),
    ...(started !== undefined && { startTime: started }),
    ...(author && { author }),
    ...(commit && { commit }),
    ...(branch && { branch }),
    ...(pull && { pull }),
    ...(env["pulumi.version"] && { pulumi: cut(env["pulumi.version"], 60) }),
    ...(resources && { resourceCount: resources }),
    policyPacks: policyPacks.slice(0, 50).map(({ name, versionTag, version: number }) => cut([name, versionTag ?? number].filter(Boolean).join(" "), 200)),
    config: Object.entries(config)
      .slice(0, MOST_CONFIG)
      .map(([key, { string = "", secret }]) => ({ key: cut(key, 300), value: secret ? shown("[secret]") : shown(cut(string, 1400)) })),
  };
}

function isVersion(update: number | string): boolean {
  return typeof update === "number" || /^\d+$/.test(update);
}
