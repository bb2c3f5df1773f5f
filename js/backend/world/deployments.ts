/** Deployments of a stack: those that its history implies, and those asked for here; their settings; the stack's activity. */
import type { Core } from "./core.js";
import { objectOf, optionalText } from "./fields.js";
import type { UpdateRecord } from "./history.js";
import { Random } from "./random.js";
import { badField, badRequest, conflict, notFound } from "./refusal.js";
import type { Stack } from "./stack.js";
import { repositoryOf } from "./tags.js";
import type { Deployments, Shape, StackName } from "./types.js";
import { updateInfo } from "./updates.js";

export interface Deployment {
  id: string;
  version: number;
  created: number;
  modified: number;
  status: string;
  operation: string;
  requestedBy: string;
  initiator: string;
  drift?: boolean;
  /** Versions of the updates it made. */
  updates: number[];
  jobs: {
    status: string;
    started: number;
    lastUpdated: number;
    steps: { name: string; status: string; started: number; lastUpdated: number }[];
  }[];
}
const OPERATIONS = ["update", "preview", "destroy", "refresh", "detect-drift", "remediate-drift"];
export const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

/** What the history implies: a deployment for each update that the pipeline made, and nightly looks for drift. */
export function deploymentsOf(core: Core, stack: Stack): Deployment[] {
  if (stack.deployments) return stack.deployments;
  const made: Omit<Deployment, "version">[] = [];
  const random = new Random(core.seed, "deployments", stack.programID);
  const job = (started: number, lasts: number, status: string, operation: string) => {
    const names = ["get-source", "install-dependencies", "pulumi-login", `pulumi-${operation}`];
    const share = lasts / names.length;
    return [
      {
        status,
        started,
        lastUpdated: started + lasts,
        steps: names.map((name, i) => ({
          name,
          status: i === names.length - 1 ? status : "succeeded",
          started: Math.floor(started + i * share),
          lastUpdated: Math.floor(started + (i + 1) * share),
        })),
      },
    ];
  };
  for (const record of stack.plan.versions > 0 && stack.plan.program !== "bulk" ? stack.history.records : []) {
    if (record.author !== "acme-deploy" || record.live || record.rows || record.renamed) continue;
    const started = Math.floor(record.started / 1000) - 45;
    const status = record.breaks ? "failed" : "succeeded";
    made.push({
      id: random.uuid(),
      created: started,
      modified: started + 300,
      status,
      operation: operationOf(record),
      requestedBy: "acme-deploy",
      initiator: "git_commit",
      updates: [record.version],
      jobs: job(started, 300, status, operationOf(record)),
    });
  }
  if (stack.plan.stack === "prod" && stack.plan.organization === "acme") {
    for (let night = 12; night >= 1; night -= 1) {
      const started = core.epoch - night * 86_400 + 7_200;
      made.push({
        id: random.uuid(),
        created: started,
        modified: started + 95,
        status: night === 8 ? "failed" : "succeeded",
        operation: "detect-drift",
        requestedBy: "ada",
        initiator: "schedule",
        drift: (night === 1 && stack.plan.project !== "docs-site") || night === 5,
        updates: [],
        jobs: job(started, 95, night === 8 ? "failed" : "succeeded", "refresh"),
      });
    }
  }
  made.sort((a, b) => a.created - b.created);
  return (stack.deployments = made.map((one, i) => ({ ...one, version: i + 1 })));
}

function operationOf(record: UpdateRecord): string {
  return record.kind === "refresh" || record.kind === "destroy" ? record.kind : "update";
}

function deploymentShape(core: Core, stack: Stack, one: Deployment): Shape {
  return {
    id: one.id,
    created: iso(one.created),
    modified: iso(one.modified),
    status: one.status,
    version: one.version,
    requestedBy: core.brief(one.requestedBy),
    initiator: one.initiator,
    pulumiOperation: one.operation,
    jobs: one.jobs.map((job) => ({
      ...job,
      started: iso(job.started),
      lastUpdated: iso(job.lastUpdated),
      steps: job.steps.map((step) => ({ ...step, started: iso(step.started), lastUpdated: iso(step.lastUpdated) })),
    })),
    latestVersion: deploymentsOf(core, stack).length,
  };
}

function snapshot(core: Core, stack: Stack, one: Deployment): Shape {
  const { latestVersion: _, ...rest } = deploymentShape(core, stack, one);
  return {
    ...rest,
    projectName: stack.project,
    stackName: stack.stack,
    paused: false,
    updates: one.updates.flatMap((version) => {
      const record = stack.history.records[version - 1];
      if (!record) return [];
      const { info, updateID } = updateInfo(core, stack, record);
      return [
        {
          id: updateID,
          updateID,
          version,
          startTime: info.startTime,
          endTime: info.endTime,
          result: info.result,
          kind: info.kind,
          message: info.message,
          environment: info.environment,
        },
      ];
    }),
  };
}

/** Updates and deployments, newest first. */
export function activityOf(core: Core, stack: Stack): Shape[] {
  const all = [
    ...stack.history.records.map((record) => ({
      at: record.started / 1000,
      make: (): Shape => ({ update: updateInfo(core, stack, record) }),
    })),
    ...deploymentsOf(core, stack).map((one) => ({
      at: one.created,
      make: (): Shape => ({
        deployment: {
          ...deploymentShape(core, stack, one),
          updates: one.updates
            .flatMap((version) => stack.history.records[version - 1] ?? [])
            .map((record) => updateInfo(core, stack, record)),
        },
      }),
    })),
  ];
  return all
    .map((item, i) => ({ ...item, i }))
    .sort((a, b) => b.at - a.at || b.i - a.i)
    .map(({ make }) => make());
}

export function deploymentsGroup(core: Core): Deployments {
  const one = (name: StackName, id: string): [Stack, Deployment] => {
    const stack = core.stack(name);
    const found = deploymentsOf(core, stack).find((deployment) => deployment.id === id);
    if (!found) throw notFound(`Deployment '${id}'`);
    return [stack, found];
  };
  const sorted = (list: [Stack, Deployment][], { sort = "created", asc = false }: { sort?: string; asc?: boolean } = {}): Shape[] => {
    if (!["created", "modified", "version", "status"].includes(sort)) throw badRequest(`deployments cannot be sorted by ${sort}`);
    const key = sort as "created" | "modified" | "version" | "status";
    const sign = asc ? 1 : -1;
    return list
      .sort(([, a], [, b]) => sign * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.version - b.version))
      .map(([stack, deployment]) => snapshot(core, stack, deployment));
  };
  const settingsOf = (stack: Stack): Shape => {
    if (stack.settings === undefined) {
      stack.settings =
        stack.plan.versions === 0 || stack.plan.program === "bulk"
          ? null
          : {
              version: 1,
              sourceContext: {
                git: {
                  repoUrl: `https://github.com/${stack.plan.organization}/${repositoryOf(stack.plan.project)}.git`,
                  branch: "refs/heads/main",
                  repoDir: stack.plan.project,
                },
              },
              gitHub: {
                repository: `${stack.plan.organization}/${repositoryOf(stack.plan.project)}`,
                deployCommits: true,
                previewPullRequests: true,
                pullRequestTemplate: false,
                paths: [`${stack.plan.project}/**`],
              },
              operationContext: {
                preRunCommands: ["npm ci"],
                options: { skipInstallDependencies: false },
                environmentVariables: { AWS_REGION: "eu-central-1", DEPLOY_TOKEN: { secret: "[secret]" } },
              },
              cacheOptions: { enable: true },
            };
    }
    if (stack.settings === null) throw notFound("Deployment settings");
    return stack.settings;
  };
  const existing = (stack: Stack): Shape => {
    try {
      return settingsOf(stack);
    } catch {
      return { version: 0 };
    }
  };
  return {
    list: (name, query) => {
      const stack = core.stack(name);
      return sorted(
        deploymentsOf(core, stack).map((deployment) => [stack, deployment]),
        query,
      );
    },
    listForOrganization(organization, query) {
      core.organization(organization);
      return sorted(
        [...core.stacks.values()]
          .filter((stack) => stack.organization === organization)
          .flatMap((stack) => deploymentsOf(core, stack).map((deployment): [Stack, Deployment] => [stack, deployment])),
        query,
      );
    },
    create(name, body) {
      const stack = core.stack(name);
      const fields = objectOf(body);
      const operation = optionalText("Deployment", fields, "operation") ?? "update";
      if (!OPERATIONS.includes(operation))
        throw badField("Deployment", "operation", "invalid", `operation must be one of ${OPERATIONS.join(", ")}`);
      if (fields["inheritSettings"] === false && fields["sourceContext"] === undefined)
        throw badField("Deployment", "sourceContext", "required", "sourceContext is required where settings are not inherited");
      const list = deploymentsOf(core, stack);
      const id = core.fresh("deployment").uuid();
      list.push({
        id,
        version: list.length + 1,
        created: core.seconds,
        modified: core.seconds,
        status: "accepted",
        operation,
        requestedBy: core.caller,
        initiator: "api",
        updates: [],
        jobs: [],
      });
      core.audit(stack.organization, "Deployment Created", `Created deployment of stack "${stack.project}/${stack.stack}"`);
      return {
        id,
        consoleUrl: `https://app.pulumi.com/${stack.organization}/${stack.project}/${stack.stack}/deployments/${list.length}`,
        version: list.length,
      };
    },
    get: (name, id) => deploymentShape(core, ...one(name, id)),
    logs(name, id, { job = 0, step } = {}) {
      const [stack, deployment] = one(name, id);
      const steps = deployment.jobs[job]?.steps ?? [];
      if (step !== undefined && !steps[step]) throw notFound(`Step ${step} of job ${job}`);
      const chosen = step === undefined ? steps : steps.slice(step, step + 1);
      const lines = chosen.flatMap((each) => [
        ...(step === undefined ? [{ header: each.name, timestamp: iso(each.started) }] : []),
        ...Array.from({ length: 6 }, (_, i) => ({
          timestamp: iso(each.started + i),
          line: `${each.name}: ${["starting", `working on ${stack.plan.project}/${stack.plan.stack}`, "resolving", "42 packages in 3s", "still working", each.status][i]}\n`,
        })),
      ]);
      return { ...(step === undefined ? {} : { name: chosen[0]?.name ?? "" }), lines };
    },
    updates(name, id) {
      const [stack, deployment] = one(name, id);
      return deployment.updates
        .flatMap((version) => stack.history.records[version - 1] ?? [])
        .map((record) => updateInfo(core, stack, record));
    },
    cancel(name, id) {
      const [, deployment] = one(name, id);
      if (deployment.status === "succeeded" || deployment.status === "failed" || deployment.status === "skipped")
        throw conflict("the deployment is over");
      deployment.status = "failed";
      deployment.modified = core.seconds;
    },
    settings: (name) => settingsOf(core.stack(name)),
    updateSettings(name, body) {
      const stack = core.stack(name);
      const old = existing(stack);
      return (stack.settings = merged(old, { ...objectOf(body), version: Number(old["version"] ?? 0) + 1 }));
    },
    replaceSettings(name, body) {
      const stack = core.stack(name);
      return (stack.settings = { ...objectOf(body), version: Number(existing(stack)["version"] ?? 0) + 1 });
    },
    deleteSettings(name) {
      const stack = core.stack(name);
      settingsOf(stack);
      stack.settings = null;
    },
  };
}

/** Maps are merged, `null` takes a key away, all else replaces. */
function merged(old: Shape, next: Shape): Shape {
  const result: Shape = { ...old };
  for (const [key, value] of Object.entries(next)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (isMap(before) && isMap(value)) result[key] = merged(before, value);
    else result[key] = value;
  }
  return result;
}

function isMap(value: unknown): value is Shape {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
