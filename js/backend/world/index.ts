/** The sample organisation: made once, held in memory, read and written by the sample server. */
import { auditGroup } from "./audit.js";
import { Core } from "./core.js";
import { deploymentsGroup } from "./deployments.js";
import { driftGroup } from "./drift.js";
import { environmentsGroup } from "./environments.js";
import { policiesGroup } from "./governance.js";
import { membersGroup, teamsGroup } from "./members.js";
import { Random } from "./random.js";
import { conflict } from "./refusal.js";
import { schedulesGroup } from "./schedules.js";
import { searchGroup } from "./search.js";
import { stacksGroup } from "./stacks.js";
import { tagsGroup } from "./tags.js";
import { tokensGroup } from "./tokens.js";
import type { World, WorldOptions } from "./types.js";
import { updatesGroup } from "./updates.js";
import { usageGroup } from "./usage.js";
import { configGroup, secretsGroup } from "./vault.js";
import { webhooksGroup } from "./webhooks.js";

export * from "./types.js";
export { Refusal } from "./refusal.js";
export type { FieldError } from "./refusal.js";

/** The stack that is being updated while somebody watches. */
const WATCHED = { organization: "acme", project: "web", stack: "dev" };

/** The same options and the same clock give the same answers, byte by byte. An update of `acme/web/dev` starts at once. */
export function createWorld(options: WorldOptions = {}): World {
  const core = new Core(options);
  const { now, epoch, caller } = core;

  // Two stacks were deleted and can be restored.
  for (const name of ["experiments/vector-search", "sandbox/spike-queues"]) {
    const stack = core.stacks.get(`acme/${name}`) ?? core.stacks.get(`acme-labs/${name}`);
    if (!stack) continue;
    core.take(stack);
    core.deleted.push(Object.assign(stack, { deletedAt: epoch - 9 * 86_400 }));
  }

  const restartRunning = () => {
    const { history } = core.stack(WATCHED);
    if (history.running) throw conflict("Another update is currently in progress.");
    const last = history.last;
    const { updateID } = history.add({
      updateID: new Random(core.seed, "running", history.records.length).uuid(),
      kind: "update",
      preview: false,
      started: now(),
      revision: (last?.revision ?? 0) + 1,
      adopted: last?.adopted ?? 0,
      breaks: false,
      author: caller,
      message: "Roll out the new checkout",
      live: { lasts: core.runningMs },
    });
    return { updateID };
  };
  restartRunning();

  return {
    now,
    epoch,
    caller,
    restartRunning,
    stacks: stacksGroup(core),
    config: configGroup(core),
    secrets: secretsGroup(core),
    tags: tagsGroup(core),
    updates: updatesGroup(core),
    members: membersGroup(core),
    teams: teamsGroup(core),
    tokens: tokensGroup(core),
    webhooks: webhooksGroup(core),
    auditLogs: auditGroup(core),
    usage: usageGroup(core),
    search: searchGroup(core),
    deployments: deploymentsGroup(core),
    schedules: schedulesGroup(core),
    drift: driftGroup(core),
    policies: policiesGroup(core),
    environments: environmentsGroup(core),
    user: {
      get: () => ({
        id: new Random(core.seed, "user", caller).uuid(),
        ...core.user(caller),
        organizations: [...core.organizations.values()].map((one) => ({
          githubLogin: one.name,
          name: one.displayName,
          avatarUrl: core.user(caller).avatarUrl,
          role: one.members.get(caller)?.role ?? "none",
        })),
        identities: ["github.com"],
        siteAdmin: false,
        hasMFA: true,
        isOrgManaged: false,
        isManagedByMultiOrg: false,
      }),
      defaultOrganization: () => ({ GitHubLogin: "acme", Messages: [] }),
    },
    server: {
      capabilities: () => ({
        capabilities: [
          { capability: "delta-checkpoint-uploads-v2", version: 2, configuration: { checkpointCutoffSizeBytes: 1_048_576 } },
          { capability: "batch-encrypt" },
          { capability: "deployment-schema-version", version: 1, configuration: { version: 4 } },
          { capability: "stack-policy-packs" },
          { capability: "api-version", version: 1, configuration: { minVersion: 1, maxVersion: 9, defaultVersion: 8 } },
        ],
      }),
    },
  };
}
