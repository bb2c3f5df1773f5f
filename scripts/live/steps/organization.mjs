/** Steps on an organization: reads, and a team, webhooks and tokens of the suite's own. */
import { options } from "../run.mjs";

const DAY = 86_400;
const now = () => Math.floor(Date.now() / 1_000);

const ofOrganization = (call, more = {}) => ({ call, needs: ["organization"], args: ({ organization }) => [organization], ...more });
const recent = { startTime: now() - DAY, endTime: now() };

export const server = [
  { call: "server.capabilities" },
  { call: "server.openapi" },
  { call: "user.get", keep: ({ githubLogin, organizations }, facts) => Object.assign(facts, { login: githubLogin, organization: facts.organization ?? organizations?.[0]?.githubLogin }) },
  { call: "user.defaultOrganization" },
];

export const reads = [
  ofOrganization("members.list", { list: true }),
  { call: "members.teams", needs: ["organization", "login"], args: ({ organization, login }) => [organization, login] },
  ...["add", "update", "remove"].map((name) => ({ call: `members.${name}`, needs: ["nobody"], unless: { nobody: "would change who is in the organization" } })),

  // Only some plans have audit logs; their absence is said with 400.
  ofOrganization("auditLogs.list", { list: true, may: ["validation"] }),
  ofOrganization("auditLogs.export", { args: ({ organization }) => [organization, options({ before: now() })], may: ["validation"] }),
  ofOrganization("auditLogs.listV2", { list: true, args: ({ organization }) => [organization, options(recent)], may: ["validation"] }),
  ofOrganization("auditLogs.exportV2", { args: ({ organization }) => [organization, options(recent)], may: ["validation"] }),
  ofOrganization("auditLogs.eventTypes", { may: ["validation"] }),

  ofOrganization("usage.resourceSummary", { args: ({ organization }) => [organization, options({ granularity: "daily", lookbackDays: 2 })] }),
  ofOrganization("search.resources", { list: true, args: ({ organization }) => [organization, options({ size: 3 })] }),
  ofOrganization("search.resourcesV2", { list: true, args: ({ organization }) => [organization, options({ size: 3 })] }),
  ofOrganization("search.exportResources", { args: ({ organization, project }) => [organization, options({ query: `project:${project}` })] }),
  ofOrganization("search.parse", { args: ({ organization }) => [organization, options({ query: "buckets" })], may: ["validation"] }),

  ofOrganization("policies.issues", { args: ({ organization }) => [organization, { startRow: 0, endRow: 3 }] }),
  ofOrganization("policies.compliance", { args: ({ organization }) => [organization, { entity: "stack", size: 3 }] }),
  ofOrganization("policies.metadata"),

  ofOrganization("environments.list", { list: true }),
  {
    call: "environments.open",
    needs: ["organization", "environment"],
    unless: { environment: "would read secrets: name an environment with --environment" },
    args: ({ organization, environment }) => [organization, ...environment.split("/"), options({ duration: "10m" })],
    keep: ({ id }, facts) => (facts.session = id),
  },
  {
    call: "environments.readOpen",
    needs: ["environment", "session"],
    unless: { environment: "would read secrets: name an environment with --environment" },
    args: ({ organization, environment, session }) => [organization, ...environment.split("/"), session],
  },
];

/** Steps on a webhook of an organization or a stack; never active, and to an address that nobody has. */
function webhooksOf(target, fact) {
  const at = (facts) => facts[target];
  const hook = ({ project }) => ({ displayName: `${project}-${target}`, payloadUrl: "https://stackscope.invalid/hook", active: false });
  const one = (call, more = {}) => ({ call: `webhooks.${call}`, needs: [target, fact], args: (facts) => [at(facts), facts[fact]], ...more });
  return [
    {
      call: "webhooks.create",
      needs: [target],
      args: (facts) => [at(facts), hook(facts)],
      makes: (facts, cloud) => [`the webhook of the ${target}`, () => removeHooks(cloud, at(facts), hook(facts).displayName)],
      keep: ({ name, id }, facts) => (facts[fact] = name ?? id),
    },
    { call: "webhooks.list", needs: [target], args: (facts) => [at(facts)] },
    one("get"),
    one("update", { args: (facts) => [at(facts), facts[fact], hook(facts)] }),
    one("ping"),
    one("deliveries", { keep: ([newest], facts) => (facts[`${fact}Delivery`] = newest?.id) }),
    { call: "webhooks.redeliver", needs: [fact, `${fact}Delivery`], args: (facts) => [at(facts), facts[fact], facts[`${fact}Delivery`]], may: ["not_found"] },
    one("delete"),
  ];
}

async function removeHooks(cloud, target, displayName) {
  for (const hook of await cloud.webhooks.list(target)) if (hook.displayName === displayName) await cloud.webhooks.delete(target, hook.name ?? hook.id);
}

export const webhooks = [...webhooksOf("organization", "hook"), ...webhooksOf("stack", "stackHook")];

const ofTeam = (call, more = {}) => ({ call: `teams.${call}`, needs: ["team"], args: ({ organization, team }) => [organization, team], ...more });
const access = ({ project, stackName }) => ({ projectName: project, stackName });

/** Steps on a token that expires within a day. What is handed out once is kept nowhere. */
function tokensOf({ list, create, remove, names, needs = [], fields = {} }) {
  const fact = `${list}Token`;
  const label = ({ project }) => `${project} ${list}`;
  const all = (cloud, facts) => cloud.tokens[list](...names(facts));
  return [
    {
      call: `tokens.${create}`,
      needs,
      args: (facts) => [...names(facts), { description: label(facts), expires: now() + DAY, ...(list === "list" ? {} : { name: facts.project.slice(0, 40) }), ...fields }],
      makes: (facts, cloud) => [
        `a token, ${label(facts)}`,
        async () => {
          for await (const { id, description } of all(cloud, facts)) if (description === label(facts)) await cloud.tokens[remove](...names(facts), id);
        },
      ],
      keep: ({ id }, facts) => (facts[fact] = id),
    },
    { call: `tokens.${list}`, needs, args: names, list: true },
    { call: `tokens.${remove}`, needs: [...needs, fact], args: (facts) => [...names(facts), facts[fact]] },
  ];
}

export const teams = [
  ofOrganization("teams.list", { list: true }),
  ofOrganization("teams.create", {
    args: ({ organization, project }) => [organization, "pulumi", { name: project, displayName: project, description: "made by a test" }],
    makes: ({ organization, project }, cloud) => [`the team ${project}`, () => cloud.teams.delete(organization, project)],
    keep: (_, facts) => (facts.team = facts.project),
  }),
  ofTeam("get"),
  ofTeam("update", { args: ({ organization, team }) => [organization, team, { newDisplayName: `${team} renamed` }] }),
  // The creator may be a member from the start.
  ofTeam("updateMembership", { needs: ["team", "login"], args: ({ organization, team, login }) => [organization, team, { memberAction: "add", member: login }], may: ["conflict", "validation"] }),
  ofTeam("grantStackAccess", { needs: ["team", "stack"], args: (facts) => [facts.organization, facts.team, { ...access(facts), permission: 101 }] }),
  ofTeam("removeStackAccess", { needs: ["team", "stack"], args: (facts) => [facts.organization, facts.team, access(facts)] }),
  ...tokensOf({ list: "listForTeam", create: "createForTeam", remove: "deleteForTeam", names: ({ organization, team }) => [organization, team], needs: ["team"] }),
  ofTeam("delete"),
];

export const tokens = [
  ...tokensOf({ list: "list", create: "create", remove: "delete", names: () => [] }),
  ...tokensOf({ list: "listForOrganization", create: "createForOrganization", remove: "deleteForOrganization", names: ({ organization }) => [organization], needs: ["organization"], fields: { admin: false } }),
];
