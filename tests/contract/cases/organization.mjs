// What concerns an organisation as a whole: audit logs, usage, search, policies, environments; and the user and the server.

import { O, S, STACK } from "../world.mjs";

const LOGS = `${O}/auditlogs`;
const SEARCH = `${O}/search/resources`;
/** The service wants all of a grid's request; the client fills in what is left out. */
const GRID = { rowGroupCols: [], valueCols: [], groupKeys: [], sortModel: [] };
const ENVIRONMENTS = "/api/esc/environments/acme";
/** After all that has happened in the sample. */
const LATE = "2100-01-01T00:00:00Z";
const LATE_SECONDS = 4_102_444_800;

const environment = async (world) => (await world.get(ENVIRONMENTS)).environments[0];
const opened = async (world) => {
  const { project, name } = await environment(world);
  const { id } = await world.post(`${ENVIRONMENTS}/${project}/${name}/open?duration=1h`);
  return { project, name, id };
};
const isText = (value, { answer, ok, equal }) => {
  ok(typeof value === "string" && value.length > 0, "no text");
  equal(value, answer, "text");
};
/** The sample pages a search by links; the client follows them. */
const found = (value, { answers, ok, equal }) => {
  ok(value.length > 0, "nothing was found");
  equal(value.length, answers.flatMap((answer) => answer.resources).length, "how many were found");
  equal(value.map(({ urn }) => urn), answers.flatMap((answer) => answer.resources.map(({ urn }) => urn)), "URNs");
};

export const organization = [
  {
    function: "auditLogs.list",
    args: () => ["acme", { before: LATE, userFilter: "grace" }],
    sends: () => ({ method: "GET", path: LOGS, query: [["startTime", LATE_SECONDS], ["userFilter", "grace"]] }),
    list: "auditLogEvents",
  },
  {
    function: "auditLogs.export",
    args: () => ["acme", { before: new Date(LATE), format: "csv" }],
    sends: () => ({ method: "GET", path: `${LOGS}/export`, query: [["startTime", LATE_SECONDS], ["format", "csv"]] }),
    gives: isText,
  },
  {
    function: "auditLogs.listV2",
    args: () => ["acme", { startTime: 0, endTime: LATE_SECONDS }],
    sends: () => ({ method: "GET", path: `${LOGS}/v2`, query: [["startTime", 0], ["endTime", LATE_SECONDS]] }),
    list: "auditLogEvents",
  },
  {
    function: "auditLogs.exportV2",
    args: () => ["acme", { startTime: 0, format: "cef" }],
    sends: () => ({ method: "GET", path: `${LOGS}/v2/export`, query: [["startTime", 0], ["format", "cef"]] }),
    gives: isText,
  },
  { function: "auditLogs.eventTypes", args: () => ["acme"], sends: () => ({ method: "GET", path: `${LOGS}/event-types` }) },

  {
    function: "usage.resourceSummary",
    args: () => ["acme", { granularity: "daily", lookbackDays: 2 }],
    sends: () => ({ method: "GET", path: `${O}/resources/summary`, query: [["granularity", "daily"], ["lookbackDays", 2]] }),
  },

  {
    function: "search.resources",
    args: () => ["acme", { query: 'type:"aws:s3/bucket:Bucket" -name:x&y', sort: ["name", "type"], asc: true, size: 3, facet: ["type"] }],
    sends: () => ({
      method: "GET",
      path: SEARCH,
      query: [["query", 'type:"aws:s3/bucket:Bucket" -name:x&y'], ["sort", "name"], ["sort", "type"], ["asc", true], ["size", 3], ["facet", "type"]],
    }),
    list: "resources",
    gives: (value, { answer, equal }) => equal(value.length, answer.total, "how many were found"),
  },
  {
    function: "search.resourcesV2",
    args: () => ["acme", { query: "package:aws project:web", size: 50 }],
    sends: () => ({ method: "GET", path: `${O}/search/resourcesv2`, query: [["query", "package:aws project:web"], ["size", 50]] }),
    list: "resources",
    gives: found,
  },
  {
    function: "search.exportResources",
    args: () => ["acme", { query: "project:web", sort: ["name"], asc: true }],
    sends: () => ({ method: "GET", path: `${SEARCH}/export`, query: [["query", "project:web"], ["sort", "name"], ["asc", true]] }),
    gives: isText,
  },
  {
    function: "search.parse",
    args: () => ["acme", { query: "buckets of the web project" }],
    sends: () => ({ method: "GET", path: `${SEARCH}/parse`, query: [["query", "buckets of the web project"]] }),
  },

  {
    function: "policies.packs",
    args: () => [STACK, { mode: "preventative" }],
    sends: () => ({ method: "GET", path: `${S}/policypacks`, query: [["mode", "preventative"]] }),
  },
  { function: "policies.groups", args: () => [STACK], sends: () => ({ method: "GET", path: `${S}/policygroups` }) },
  {
    function: "policies.issues",
    args: () => ["acme", { startRow: 0, endRow: 10 }],
    sends: () => ({ method: "POST", path: `${O}/policyresults/issues`, body: { ...GRID, startRow: 0, endRow: 10 } }),
  },
  {
    function: "policies.compliance",
    args: () => ["acme", { entity: "stack", size: 5 }],
    sends: () => ({ method: "POST", path: `${O}/policyresults/compliance`, body: { entity: "stack", size: 5 } }),
  },
  { function: "policies.metadata", args: () => ["acme"], sends: () => ({ method: "GET", path: `${O}/policyresults/metadata` }) },

  { function: "environments.list", args: () => ["acme"], sends: () => ({ method: "GET", path: ENVIRONMENTS }), list: "environments" },
  {
    function: "environments.open",
    before: environment,
    args: ({ project, name }) => ["acme", project, name, { duration: "1h30m" }],
    sends: ({ project, name }) => ({ method: "POST", path: `${ENVIRONMENTS}/${project}/${name}/open`, query: [["duration", "1h30m"]] }),
  },
  {
    function: "environments.readOpen",
    before: opened,
    args: ({ project, name, id }) => ["acme", project, name, id],
    sends: ({ project, name, id }) => ({ method: "GET", path: `${ENVIRONMENTS}/${project}/${name}/open/${id}` }),
  },
  {
    function: "environments.readOpen",
    but: "one property that is not there",
    before: opened,
    args: ({ project, name, id }) => ["acme", project, name, id, { property: 'a.b["c d"]' }],
    sends: ({ project, name, id }) => ({ method: "GET", path: `${ENVIRONMENTS}/${project}/${name}/open/${id}`, query: [["property", 'a.b["c d"]']] }),
    fails: "not_found",
  },

  { function: "user.get", sends: () => ({ method: "GET", path: "/api/user" }) },
  {
    function: "user.defaultOrganization",
    sends: () => ({ method: "GET", path: "/api/user/organizations/default" }),
    gives: (value, { answer, equal }) => equal(value.githubLogin, answer.GitHubLogin, "organisation"),
  },
  { function: "server.capabilities", sends: () => ({ method: "GET", path: "/api/capabilities" }) },
  { function: "server.openapi", sends: () => ({ method: "GET", path: "/api/openapi/pulumi-spec.json" }) },
];
