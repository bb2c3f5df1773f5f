/**
 * Finds an update of a stack by its version or id, and says about it what a person wants to know: who, why, when, from which commit.
 *
 * In: a client, and the update's name. Out: the id by which events are read, and the facts, as far as the server tells. Fails with `not_found` where
 * there is no such update, and with `decode` where the server doesn't say its id.
 */
import { StackscopeError, type PulumiCloud, type UpdateInfo } from "../../browser.js";
import { cut } from "./bounded.js";
import { shown, type Shown } from "./shown.js";

export interface UpdateName {
  stack: string;
  /** Version, or id. */
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
  running: boolean;
  /** How it ended, as the server has it. */
  result?: string;
  version?: number;
  latestVersion?: number;
  message?: string;
  startTime?: number;
  author?: { name: string; login: string };
  commit?: { sha: string; url?: string };
  branch?: string;
  pullRequest?: { number: string; url?: string };
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
  facts: UpdateFacts;
}

const MOST_LISTED = 200;
const MOST_CONFIG = 300;
const RUNNING = ["not-started", "in-progress", "requested", "running", "not started"];

export async function findUpdate(cloud: PulumiCloud, name: UpdateName, signal: AbortSignal): Promise<FoundUpdate> {
  const info = await infoOf(cloud, name, signal);
  const id = info?.updateID ?? (isVersion(name.update) ? undefined : String(name.update));
  if (!id) {
    throw new StackscopeError(`the server doesn't say which update made ${name.stack}@${name.update}`, { code: "decode", hint: "name the update by its id" });
  }
  const word = info?.info.kind ?? (name.preview ? "preview" : "update");
  const isPreview = name.preview === true || /^P[a-z]/.test(word) || word === "preview";
  const facts = factsOf(name, id, isPreview, word, info);
  if (facts.running && facts.resourceCount === undefined) Object.assign(facts, await countBefore(cloud, name.stack, facts.version, signal));
  return { id, kind: isPreview ? "preview" : word === "refresh" || word === "destroy" ? word : "update", facts };
}

async function infoOf(cloud: PulumiCloud, { stack, update, preview }: UpdateName, signal: AbortSignal): Promise<UpdateInfo | undefined> {
  if (preview) return unlessUnknown(cloud.updates.preview(stack, String(update), { signal }));
  if (isVersion(update)) {
    const found = await unlessUnknown(cloud.updates.get(stack, update, { signal }), ["unsupported"]);
    if (found) return found;
  }
  const version = isVersion(update) ? Number(update) : undefined;
  let seen = 0;
  for await (const row of cloud.updates.list(stack, { signal })) {
    if (version === undefined ? row.updateID === update : (row.version ?? row.info.version) === version) return row;
    if (++seen >= MOST_LISTED && version === undefined) break;
  }
  if (version !== undefined) throw new StackscopeError(`${stack} has no update ${version}`, { code: "not_found" });
  return undefined;
}

/** Not every server has an address for a single update. */
async function unlessUnknown(asked: Promise<UpdateInfo>, codes = ["unsupported", "not_found"]): Promise<UpdateInfo | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StackscopeError && codes.includes(error.code)) return undefined;
    throw error;
  }
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

function factsOf({ stack }: UpdateName, id: string, isPreview: boolean, word: string, found: UpdateInfo | undefined): UpdateFacts {
  const { info, version = info?.version, latestVersion, requestedBy, githubCommitInfo: commit, policyPacks = [] } = found ?? {};
  const { environment: env = {}, config = {}, message, startTime, resourceCount, result } = info ?? {};
  const sha = commit?.sha ?? env["git.head"];
  const url = webAddress(commit?.url);
  const pr = env["github.pr.number"] ?? env["vcs.pr.number"];
  const repo = env["vcs.owner"] && env["vcs.repo"] && /^github\.com$/.test(env["vcs.kind"] ?? "") ? `https://github.com/${env["vcs.owner"]}/${env["vcs.repo"]}` : undefined;
  const prUrl = repo && pr && /^\d+$/.test(pr) ? webAddress(`${repo}/pull/${pr}`) : undefined;
  const branch = env["git.headName"]?.replace(/^refs\/heads\//, "");
  return {
    stack,
    id,
    kind: word.replace(/^P(?=[a-z])/, ""),
    isPreview,
    running: result === undefined || RUNNING.includes(result),
    ...(result && { result: cut(result, 60) }),
    ...(version !== undefined && !isPreview && { version }),
    ...(latestVersion !== undefined && { latestVersion }),
    ...(message && { message: cut(message) }),
    ...(startTime && { startTime }),
    ...(requestedBy && { author: { name: cut(requestedBy.name ?? requestedBy.githubLogin, 200), login: cut(requestedBy.githubLogin, 200) } }),
    ...(sha && { commit: { sha: cut(sha, 64), ...(url && { url }) } }),
    ...(branch && { branch: cut(branch, 200) }),
    ...(pr && { pullRequest: { number: cut(pr, 20), ...(prUrl && { url: prUrl }) } }),
    ...(env["pulumi.version"] && { pulumi: cut(env["pulumi.version"], 60) }),
    ...(resourceCount && { resourceCount }),
    policyPacks: policyPacks.slice(0, 50).map(({ name, versionTag, version: number }) => cut([name, versionTag ?? number].filter(Boolean).join(" "), 200)),
    config: Object.entries(config)
      .slice(0, MOST_CONFIG)
      .map(([key, { string = "", secret }]) => ({ key: cut(key, 300), value: secret ? shown("[secret]") : shown(cut(string, 1400)) })),
  };
}

function isVersion(update: number | string): boolean {
  return typeof update === "number" || /^\d+$/.test(update);
}

function webAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}
