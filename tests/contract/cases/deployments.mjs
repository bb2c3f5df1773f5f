// Deployments, schedules and drift.

import { O, S, STACK } from "../world.mjs";

const ALL = `${S}/deployments`;
const SETTINGS = `${ALL}/settings`;
const SCHEDULES = `${ALL}/schedules`;
/** A stack of the sample with deployments and drift runs behind it. */
const RUN = "/api/stacks/acme/network/prod";
const RUN_STACK = "acme/network/prod";

const settings = { operationContext: {}, sourceContext: { git: { repoUrl: "https://example.com/web.git", branch: "main" } } };
const configured = (world) => world.put(SETTINGS, settings);
const operation = { operation: "preview", inheritSettings: true };
const started = async (world) => {
  await configured(world);
  return world.post(ALL, { operation: "update", inheritSettings: true });
};
const old = async (world) => (await world.get(`${RUN}/deployments`)).deployments.at(-1);
const driftRun = async (world) => (await world.get(`${RUN}/drift/runs`)).driftRuns[0];

const KINDS = {
  create: { word: "", update: "update", body: { scheduleCron: "0 6 * * *", request: { operation: "refresh" } } },
  createDrift: { word: "/drift", update: "updateDrift", body: { scheduleCron: "0 6 * * 1" } },
  createTtl: { word: "/ttl", update: "updateTtl", body: { timestamp: "2090-01-01T00:00:00Z" } },
};

const scheduleOf = ({ word, body }) => async (world) => {
  await configured(world);
  return world.post(`${ALL}${word}/schedules`, body);
};
const schedule = scheduleOf(KINDS.create);

const scheduled = Object.entries(KINDS).flatMap(([create, kind]) => [
  {
    function: `schedules.${create}`,
    before: configured,
    args: () => [STACK, kind.body],
    sends: () => ({ method: "POST", path: `${ALL}${kind.word}/schedules`, body: kind.body }),
  },
  {
    function: `schedules.${kind.update}`,
    before: scheduleOf(kind),
    args: ({ id }) => [STACK, id, kind.body],
    sends: ({ id }) => ({ method: "POST", path: `${ALL}${kind.word}/schedules/${id}`, body: kind.body }),
  },
]);

const onSchedule = (name, method, rest, gives) => ({
  function: `schedules.${name}`,
  before: schedule,
  args: ({ id }) => [STACK, id],
  sends: ({ id }) => ({ method, path: `${SCHEDULES}/${id}${rest}` }),
  ...(gives ? { gives } : {}),
});

const onDeployment = (name, rest, more = {}) => ({
  function: `deployments.${name}`,
  before: old,
  args: ({ id }) => [RUN_STACK, id],
  sends: ({ id }) => ({ method: "GET", path: `${RUN}/deployments/${id}${rest}` }),
  ...more,
});

const PAGED = [["page", 1], ["pageSize", 50]];

export const deployments = [
  {
    function: "deployments.list",
    args: () => [RUN_STACK, { sort: "version", asc: true }],
    sends: () => ({ method: "GET", path: `${RUN}/deployments`, query: [["sort", "version"], ["asc", true], ...PAGED] }),
    list: "deployments",
  },
  {
    function: "deployments.listForOrganization",
    args: () => ["acme", { pageSize: 20 }],
    sends: () => ({ method: "GET", path: `${O}/deployments`, query: [["page", 1], ["pageSize", 20]] }),
    then: () => [{ method: "GET", path: `${O}/deployments`, query: [["page", 2], ["pageSize", 20]] }],
    list: "deployments",
  },
  {
    function: "deployments.create",
    before: configured,
    args: () => [STACK, operation],
    sends: () => ({ method: "POST", path: ALL, body: operation }),
  },
  onDeployment("get", ""),
  {
    function: "deployments.get",
    but: "by an awkward id",
    args: () => [RUN_STACK, "a/b c"],
    sends: () => ({ method: "GET", path: `${RUN}/deployments/a%2Fb%20c` }),
    fails: "not_found",
  },
  onDeployment("logs", "/logs", { list: "lines" }),
  onDeployment("stepLogs", "/logs", {
    args: ({ id }) => [RUN_STACK, id, { job: 0, step: 1, offset: 2, count: 3 }],
    sends: ({ id }) => ({ method: "GET", path: `${RUN}/deployments/${id}/logs`, query: [["job", 0], ["step", 1], ["offset", 2], ["count", 3]] }),
  }),
  onDeployment("updates", "/updates"),
  {
    function: "deployments.cancel",
    before: started,
    args: ({ id }) => [STACK, id],
    sends: ({ id }) => ({ method: "POST", path: `${ALL}/${id}/cancel` }),
    gives: "nothing",
  },
  { function: "deployments.settings", before: configured, args: () => [STACK], sends: () => ({ method: "GET", path: SETTINGS }) },
  {
    function: "deployments.updateSettings",
    before: configured,
    args: () => [STACK, { tag: "v1", sourceContext: null }],
    sends: () => ({ method: "POST", path: SETTINGS, body: { tag: "v1", sourceContext: null } }),
  },
  {
    function: "deployments.replaceSettings",
    args: () => [STACK, settings],
    sends: () => ({ method: "PUT", path: SETTINGS, body: settings }),
  },
  {
    function: "deployments.deleteSettings",
    before: configured,
    args: () => [STACK],
    sends: () => ({ method: "DELETE", path: SETTINGS }),
    gives: "nothing",
  },

  ...scheduled,
  { function: "schedules.list", before: schedule, args: () => [STACK], sends: () => ({ method: "GET", path: SCHEDULES }) },
  onSchedule("get", "GET", ""),
  onSchedule("delete", "DELETE", "", "nothing"),
  onSchedule("pause", "POST", "/pause", "nothing"),
  onSchedule("resume", "POST", "/resume", "nothing"),
  onSchedule("history", "GET", "/history"),

  { function: "drift.status", args: () => [RUN_STACK], sends: () => ({ method: "GET", path: `${RUN}/drift/status` }) },
  {
    function: "drift.runs",
    args: () => [RUN_STACK],
    sends: () => ({ method: "GET", path: `${RUN}/drift/runs`, query: PAGED }),
    list: "driftRuns",
  },
  {
    function: "drift.run",
    before: driftRun,
    args: ({ id }) => [RUN_STACK, id],
    sends: ({ id }) => ({ method: "GET", path: `${RUN}/drift/runs/${id}` }),
  },
];
