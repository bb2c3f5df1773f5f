/** Updates and previews as the API tells of them. */
import type { Core } from "./core.js";
import { PACKS } from "./guardrails.js";
import type { UpdateRecord } from "./history.js";
import { Random } from "./random.js";
import { conflict, notFound } from "./refusal.js";
import { seal } from "./cipher.js";
import type { Stack } from "./stack.js";
import { repositoryOf } from "./tags.js";
import type { Shape, StackName, UpdateInfo, Updates, UpdateStatus } from "./types.js";

export function updatesGroup(core: Core): Updates {
  const at = (name: StackName, version: number): [Stack, UpdateRecord] => {
    const stack = core.stack(name);
    const record = stack.history.records[version - 1];
    if (!record) throw notFound(`Update version ${version}`);
    return [stack, record];
  };
  const byId = (name: StackName, updateID: string): [Stack, UpdateRecord] => {
    const stack = core.stack(name);
    const record = stack.history.find(updateID);
    if (!record) throw notFound(`Update '${updateID}'`);
    return [stack, record];
  };
  const newest = (stack: Stack): UpdateRecord => {
    const { last } = stack.history;
    if (!last) throw notFound(`Updates of stack '${stack.project}/${stack.stack}'`);
    return last;
  };
  const summary = (stack: Stack, record: UpdateRecord): Shape => {
    const { info } = updateInfo(core, stack, record);
    return { result: info.result, startTime: info.startTime, endTime: info.endTime, resourceCount: info.resourceCount ?? 0 };
  };
  const preview = (name: StackName, updateID: string): [Stack, UpdateRecord] => {
    const [stack, record] = byId(name, updateID);
    if (!record.preview) throw notFound(`Preview '${updateID}'`);
    return [stack, record];
  };

  return {
    list(name) {
      const stack = core.stack(name);
      return stack.history.records.map((record) => updateInfo(core, stack, record)).reverse();
    },
    status(name, updateID) {
      return { status: statusOf(...byId(name, updateID)), events: [] };
    },
    events(name, updateID) {
      const [stack, record] = byId(name, updateID);
      return { events: stack.history.events(record, preludeConfig(stack)), running: stack.history.isRunning(record) };
    },
    cancel(name, updateID) {
      const [stack, record] = byId(name, updateID);
      if (!record.live || !stack.history.isRunning(record)) throw conflict("The update is not in progress.");
      record.live.cancelled = core.now();
      core.audit(
        stack.organization,
        "Stack Update Cancelled",
        `Cancelled update "${updateID}" for stack "${stack.project}/${stack.stack}"`,
        "stack",
      );
    },
    previews(name, version) {
      const stack = core.stack(name);
      if (version !== undefined && !stack.history.records[version - 1]) throw notFound(`Update version ${version}`);
      return stack.history.previews(version ?? stack.history.last?.version ?? 0).map((entry) => updateInfo(core, stack, entry));
    },
    latest(name) {
      const stack = core.stack(name);
      return updateInfo(core, stack, newest(stack));
    },
    get: (name, version) => updateInfo(core, ...at(name, version)),
    summary: (name, version) => summary(...at(name, version)),
    timeline(name, version) {
      const stack = core.stack(name);
      const record = version === undefined ? newest(stack) : at(name, version)[1];
      const commit = commitOf(stack, record);
      const same = stack.history.records.filter((one) => one !== record && commitOf(stack, one) === commit);
      const number = pullRequestOf(stack, record);
      return {
        update: updateInfo(core, stack, record),
        collatedUpdateEvents: same.map((one) => updateInfo(core, stack, one)),
        ...(number === undefined
          ? {}
          : {
              collatedPullRequest: {
                title: record.message,
                number,
                repoSlug: `${stack.plan.organization}/${repositoryOf(stack.plan.project)}`,
                createdAt: Math.floor(record.started / 1000) - 9_000,
                closedAt: Math.floor(record.started / 1000) - 60,
                wasMerged: true,
                sourceRef: `refs/heads/${record.author}/change-${number}`,
                targetRef: "refs/heads/main",
                mergeCommitSHA: commit,
              },
            }),
        previews: stack.history.previews(record.version - 1).map((entry) => updateInfo(core, stack, entry)),
      };
    },
    preview: (name, updateID) => updateInfo(core, ...preview(name, updateID)),
    previewSummary: (name, updateID) => summary(...preview(name, updateID)),
  };
}

export function statusOf(stack: Stack, record: UpdateRecord): UpdateStatus {
  if (record.live?.cancelled !== undefined) return "cancelled";
  if (stack.history.isRunning(record)) return "running";
  return stack.history.failed(record) ? "failed" : "succeeded";
}

export function updateInfo(core: Core, stack: Stack, record: UpdateRecord): UpdateInfo {
  const { history } = stack;
  const status = statusOf(stack, record);
  const end = history.endOf(record);
  const run = status === "running" ? undefined : history.runOf(record);
  const commit = commitOf(stack, record);
  const slug = `${stack.plan.organization}/${repositoryOf(stack.plan.project)}`;
  const author = core.brief(record.author);
  return {
    info: {
      kind: `${record.preview ? "P" : ""}${record.kind}`,
      startTime: Math.floor(record.started / 1000),
      message: record.message,
      environment: environmentOf(core, stack, record),
      config: configOf(stack, record),
      result: status === "running" ? "in-progress" : status === "succeeded" ? "succeeded" : "failed",
      endTime: end === undefined ? 0 : Math.ceil(end / 1000),
      version: record.version,
      ...(status === "running" ? {} : { resourceChanges: run?.changes ?? {} }),
      ...(record.preview ? {} : { resourceCount: history.countAt(record.version) }),
    },
    updateID: record.updateID,
    ...(fromCommit(record)
      ? { githubCommitInfo: { slug, sha: commit, url: `https://github.com/${slug}/commit/${commit}`, message: record.message, author } }
      : {}),
    version: record.version,
    latestVersion: history.last?.version ?? 0,
    requestedBy: author,
    ...(stack.plan.policies && run
      ? {
          policyPacks: PACKS.map(({ name, displayName, version, versionTag, config }) => ({
            name,
            displayName,
            version,
            versionTag,
            config,
          })),
        }
      : {}),
    ...(record.author === "acme-deploy" ? { requestedByToken: "deploy-pipeline" } : {}),
  };
}

function fromCommit(record: UpdateRecord): boolean {
  return record.kind !== "import" && record.kind !== "rename" && record.revision > 0;
}

function commitOf(stack: Stack, record: UpdateRecord): string {
  return new Random(stack.plan.project, "commit", record.revision).hex(40);
}

function pullRequestOf(stack: Stack, record: UpdateRecord): number | undefined {
  const random = new Random(stack.plan.project, "pull", record.revision);
  return fromCommit(record) && random.chance(0.6) ? random.int(100, 999) : undefined;
}

function environmentOf(core: Core, stack: Stack, record: UpdateRecord): { [key: string]: string } {
  if (!fromCommit(record)) return { "exec.kind": "cli" };
  const author = core.user(record.author);
  const inCi = record.author === "acme-deploy";
  const number = pullRequestOf(stack, record);
  const build = new Random(stack.programID, "build", record.updateID).digits(9);
  const repository = `${stack.plan.organization}/${repositoryOf(stack.plan.project)}`;
  return {
    ...(inCi
      ? { "ci.build.id": build, "ci.build.url": `https://github.com/${repository}/actions/runs/${build}`, "ci.system": "GitHub Actions" }
      : {}),
    "exec.kind": inCi ? "auto.local" : "cli",
    "git.author": author.name,
    "git.author.email": author.email ?? "",
    "git.committer": "GitHub",
    "git.committer.email": "noreply@github.com",
    "git.dirty": inCi || record.version % 3 > 0 ? "false" : "true",
    "git.head": commitOf(stack, record),
    "git.headName": record.preview ? `refs/heads/${record.author}/change` : "refs/heads/main",
    ...(number === undefined ? {} : { "github.pr.number": String(number) }),
    "pulumi.version": "v3.259.0",
    ...(stack.plan.policies ? { "stack.environments": JSON.stringify([{ id: `${stack.plan.project}/${stack.plan.stack}` }]) } : {}),
    "vcs.kind": "github.com",
    "vcs.owner": stack.plan.organization,
    "vcs.repo": repositoryOf(stack.plan.project),
    "vcs.root": stack.plan.project,
  };
}

function configOf(stack: Stack, record: UpdateRecord): { [key: string]: { string: string; secret: boolean; object: boolean } } {
  const { project, stack: called } = stack.plan;
  const token = new TextEncoder().encode(JSON.stringify("not-a-real-token"));
  return {
    "aws:region": { string: "eu-central-1", secret: false, object: false },
    [`${project}:alerts`]: {
      string: JSON.stringify({ email: `${project}@acme.example`, after: 5 + (record.revision % 3) }),
      secret: false,
      object: true,
    },
    [`${project}:domain`]: { string: called === "prod" ? "acme.example" : `${called}.acme.example`, secret: false, object: false },
    [`${project}:token`]: { string: seal(stack.key, "config token", token), secret: true, object: false },
  };
}

/** The configuration as an update's first event repeats it. */
function preludeConfig(stack: Stack): { [key: string]: string } {
  const { project, stack: called } = stack.plan;
  return {
    "aws:region": "eu-central-1",
    [`${project}:alerts`]: JSON.stringify({ email: `${project}@acme.example`, after: 5 }),
    [`${project}:domain`]: called === "prod" ? "acme.example" : `${called}.acme.example`,
    [`${project}:token`]: "[secret]",
  };
}
