/** Steps on deployments, schedules, drift and policies of the suite's own stack, and reads of what ran elsewhere. */
import { options } from "../run.mjs";

const own = (call, more = {}) => ({ call, needs: ["stack"], args: ({ stack }) => [stack], ...more });
const settings = { operationContext: {}, sourceContext: { git: { repoUrl: "https://example.com/nothing.git", branch: "main" } } };
const nameOf = (organization, { projectName, stackName }) => `${organization}/${projectName}/${stackName}`;

/** A deployment somewhere in the organization, to read. */
const found = (call, more = {}) => ({ call, needs: ["deployment"], args: ({ deployment }) => [deployment.stack, deployment.id], ...more });

/** The first day that no schedule of the suite lives to see. */
const FAR = "2090-01-01T00:00:00Z";
const KINDS = [
  ["create", "update", { scheduleOnce: FAR, request: { operation: "preview" } }],
  ["createDrift", "updateDrift", { scheduleCron: "0 6 1 1 *" }],
  ["createTtl", "updateTtl", { timestamp: FAR }],
];
const onSchedule = (name, more = {}) => ({ call: `schedules.${name}`, needs: ["stack", "schedule"], args: ({ stack, schedule }) => [stack, schedule], ...more });
const START = { deployments: "would start a deployment: allow it with --deployments" };

export const deployments = [
  own("deployments.replaceSettings", { args: ({ stack }) => [stack, settings] }),
  own("deployments.updateSettings", { args: ({ stack }) => [stack, { operationContext: {} }] }),
  own("deployments.settings"),
  own("deployments.list", { list: true }),
  {
    call: "deployments.listForOrganization",
    needs: ["organization"],
    args: ({ organization }) => [organization],
    list: true,
    keep: ([newest], facts) => {
      if (newest) facts.deployment = { id: newest.id, stack: nameOf(facts.organization, newest) };
    },
  },
  found("deployments.get"),
  found("deployments.updates"),
  found("deployments.logs", { list: true }),
  found("deployments.stepLogs", { args: ({ deployment }) => [deployment.stack, deployment.id, options({ job: 0, step: 0, count: 3 })], may: ["not_found", "validation"] }),
  own("deployments.create", {
    needs: ["stack", "deployments"],
    unless: START,
    args: ({ stack }) => [stack, { operation: "preview", inheritSettings: true }],
    keep: ({ id }, facts) => (facts.started = id),
  }),
  { call: "deployments.cancel", needs: ["stack", "started"], unless: { started: START.deployments }, args: ({ stack, started }) => [stack, started], may: ["conflict"] },

  ...KINDS.flatMap(([create, update, body]) => [
    own(`schedules.${create}`, { args: ({ stack }) => [stack, body], keep: ({ id }, facts) => (facts.schedule = id) }),
    onSchedule(update, { args: ({ stack, schedule }) => [stack, schedule, body] }),
  ]),
  own("schedules.list"),
  onSchedule("get"),
  onSchedule("pause"),
  onSchedule("resume"),
  onSchedule("history"),
  onSchedule("delete"),
  own("deployments.deleteSettings"),

  own("drift.status", { may: ["not_found"] }),
  own("drift.runs", { list: true }),
  own("drift.run", { args: ({ stack }) => [stack, "00000000-0000-4000-8000-000000000000"], may: ["not_found", "validation"] }),
  own("policies.packs"),
  own("policies.groups"),
];
