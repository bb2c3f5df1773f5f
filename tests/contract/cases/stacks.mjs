// Stacks, their configuration and the values that their keys encrypt.

import { O, S, segment, STACK } from "../world.mjs";

const lastResource = async (world) => (await world.get(`${S}/resources/latest`)).resources.at(-1).resource;
const brief = (world) => world.post("/api/stacks/acme/web", { stackName: "brief" });
const BRIEF = "/api/stacks/acme/web/brief";
const HUSH = "aHVzaA==";
const hush = (world) => world.post(`${S}/encrypt`, { plaintext: HUSH });
const NOTE = { text: "looks good", by: ["ada"], "x:y": { deep: null } };

/** A plain read of one stack: function, rest of the path. */
const read = (name, rest) => ({ function: name, args: () => [STACK], sends: () => ({ method: "GET", path: `${S}${rest}` }) });

const isState = (state, { answer, ok, equal }) => {
  const resources = answer.deployment.resources ?? [];
  equal(state.summary.counts.resources, resources.length, "resources of the state");
  ok(resources.length > 0, "the state is empty");
  equal(JSON.parse(new TextDecoder().decode(state.toBytes())), answer, "bytes of the state");
};

export const stacks = [
  { function: "stacks.list", sends: () => ({ method: "GET", path: "/api/user/stacks" }), list: "stacks" },
  {
    function: "stacks.list",
    but: "filtered by names and a tag",
    args: () => [{ organization: "acme", project: "web", tagName: "vcs:owner", tagValue: "acme", maxResults: 2 }],
    sends: () => ({
      method: "GET",
      path: "/api/user/stacks",
      query: [["organization", "acme"], ["project", "web"], ["tagName", "vcs:owner"], ["tagValue", "acme"], ["maxResults", 2]],
    }),
    list: "stacks",
  },
  {
    function: "stacks.create",
    args: () => ["acme", "web", { stackName: "brief", tags: { "team:owner": "a/b" } }],
    sends: () => ({ method: "POST", path: "/api/stacks/acme/web", body: { stackName: "brief", tags: { "team:owner": "a/b" } } }),
  },
  {
    function: "stacks.create",
    but: "one that exists",
    args: () => ["acme", "web", { stackName: "prod" }],
    sends: () => ({ method: "POST", path: "/api/stacks/acme/web", body: { stackName: "prod" } }),
    fails: "conflict",
  },
  {
    function: "stacks.projectExists",
    args: () => ["acme", "web"],
    sends: () => ({ method: "HEAD", path: "/api/stacks/acme/web" }),
    gives: (exists, { equal }) => equal(exists, true, "exists"),
  },
  read("stacks.get", ""),
  {
    function: "stacks.get",
    but: "named by an object with awkward names",
    args: () => [{ organization: "a b", project: "p/q", stack: "s?#%é" }],
    sends: () => ({ method: "GET", path: "/api/stacks/a%20b/p%2Fq/s%3F%23%25%C3%A9" }),
    fails: "not_found",
  },
  {
    function: "stacks.delete",
    before: brief,
    args: () => ["acme/web/brief"],
    sends: () => ({ method: "DELETE", path: BRIEF }),
    gives: "nothing",
  },
  {
    function: "stacks.delete",
    but: "one that has resources",
    args: () => [STACK],
    sends: () => ({ method: "DELETE", path: S }),
    fails: "validation",
  },
  {
    function: "stacks.delete",
    but: "by force",
    args: () => [STACK, { force: true }],
    sends: () => ({ method: "DELETE", path: S, query: [["force", true]] }),
    gives: "nothing",
  },
  {
    function: "stacks.delete",
    but: "while it is being updated",
    args: () => ["acme/web/dev", { force: true }],
    sends: () => ({ method: "DELETE", path: "/api/stacks/acme/web/dev", query: [["force", true]] }),
    fails: "update_in_progress",
  },
  { ...read("stacks.exportState", "/export"), gives: isState },
  {
    function: "stacks.exportState",
    but: "at a version",
    args: () => [STACK, { version: 2 }],
    sends: () => ({ method: "GET", path: `${S}/export/2` }),
    gives: isState,
  },
  {
    function: "stacks.importState",
    before: async (world) => {
      await brief(world);
      return world.get(`${S}/export`);
    },
    args: (state) => ["acme/web/brief", new TextEncoder().encode(JSON.stringify(state))],
    sends: (state) => ({ method: "POST", path: `${BRIEF}/import`, body: state, gzip: true }),
  },
  {
    function: "stacks.transfer",
    before: brief,
    args: () => ["acme/web/brief", { toOrg: "acme-labs" }],
    sends: () => ({ method: "POST", path: `${BRIEF}/transfer`, body: { toOrg: "acme-labs" } }),
    gives: "nothing",
  },
  {
    function: "stacks.rename",
    before: brief,
    args: () => ["acme/web/brief", { newName: "briefer" }],
    sends: () => ({ method: "POST", path: `${BRIEF}/rename`, body: { newName: "briefer", newProject: "" } }),
  },
  read("stacks.downstreamReferences", "/downstreamreferences"),
  read("stacks.upstreamReferences", "/upstreamreferences"),
  read("stacks.metadata", "/metadata"),
  read("stacks.resourceCount", "/resources/count"),
  { ...read("stacks.resources", "/resources/latest"), gives: (value, { answer, equal }) => equal(flat(value), flat(answer), "resources") },
  {
    function: "stacks.resources",
    but: "at a version",
    args: () => [STACK, { version: 2 }],
    sends: () => ({ method: "GET", path: `${S}/resources/2` }),
    gives: (value, { answer, equal }) => equal(flat(value), flat(answer), "resources"),
  },
  {
    function: "stacks.resource",
    but: "whose URN stands in the path",
    before: lastResource,
    args: ({ urn }) => [STACK, urn],
    sends: ({ urn }) => ({ method: "GET", path: `${S}/resources/latest/${segment(urn)}` }),
    gives: (value, { facts, equal }) => equal(urnOf(value.resource), facts.urn, "urn"),
  },
  {
    function: "stacks.resource",
    but: "at a version",
    before: async (world) => (await world.get(`${S}/resources/2`)).resources.at(-1).resource,
    args: ({ urn }) => [STACK, urn, { version: 2 }],
    sends: ({ urn }) => ({ method: "GET", path: `${S}/resources/2/${segment(urn)}` }),
    gives: (value, { facts, equal }) => equal(urnOf(value.resource), facts.urn, "urn"),
  },
  {
    function: "stacks.resource",
    but: "whose URN has every awkward letter",
    args: () => [STACK, "urn:pulumi:prod::web::a:b/c:D$e:f:G::x y/z?#[0]'(é)"],
    sends: () => ({
      method: "GET",
      path: `${S}/resources/latest/urn%3Apulumi%3Aprod%3A%3Aweb%3A%3Aa%3Ab%2Fc%3AD%24e%3Af%3AG%3A%3Ax%20y%2Fz%3F%23%5B0%5D%27%28%C3%A9%29`,
    }),
    fails: "not_found",
  },
  read("stacks.outputs", "/outputs"),
  {
    ...read("stacks.activity", "/activity"),
    sends: () => ({ method: "GET", path: `${S}/activity`, query: [["page", 1], ["pageSize", 50]] }),
    list: "activity",
  },
  read("stacks.teams", "/teams"),
  {
    function: "stacks.updateNotificationSettings",
    args: () => [STACK, { notifyUpdateFailure: true, notifyUpdateSuccess: false }],
    sends: () => ({ method: "PATCH", path: `${S}/notifications/settings`, body: { notifyUpdateFailure: true, notifyUpdateSuccess: false } }),
  },
  {
    function: "stacks.annotation",
    before: (world) => world.patch(`${S}/annotations/note`, NOTE),
    args: () => [STACK, "note"],
    sends: () => ({ method: "GET", path: `${S}/annotations/note` }),
  },
  {
    function: "stacks.updateAnnotation",
    args: () => [STACK, "note", NOTE, { source: "a tool & more" }],
    sends: () => ({ method: "PATCH", path: `${S}/annotations/note`, query: [["source", "a tool & more"]], body: NOTE }),
    gives: "nothing",
  },
  { function: "stacks.listDeleted", args: () => ["acme"], sends: () => ({ method: "GET", path: `${O}/restore-stack` }) },
  {
    function: "stacks.restore",
    before: async (world) => (await world.get(`${O}/restore-stack`)).deletedStacks[0],
    args: ({ programId }) => ["acme", programId, { stackName: "back-again" }],
    sends: ({ programId }) => ({ method: "POST", path: `${O}/restore-stack/${programId}`, body: { stackName: "back-again" } }),
    gives: "nothing",
  },

  read("config.get", "/config"),
  {
    function: "config.update",
    args: () => [STACK, { environment: "web/prod" }],
    sends: () => ({ method: "PUT", path: `${S}/config`, body: { environment: "web/prod" } }),
  },
  { function: "config.delete", args: () => [STACK], sends: () => ({ method: "DELETE", path: `${S}/config` }), gives: "nothing" },
  {
    function: "secrets.encrypt",
    args: () => [STACK, { plaintext: HUSH }],
    sends: () => ({ method: "POST", path: `${S}/encrypt`, body: { plaintext: HUSH } }),
  },
  {
    function: "secrets.decrypt",
    before: hush,
    args: ({ ciphertext }) => [STACK, { ciphertext }],
    sends: ({ ciphertext }) => ({ method: "POST", path: `${S}/decrypt`, body: { ciphertext } }),
    gives: (value, { equal }) => equal(value.plaintext, HUSH, "plaintext"),
  },
  {
    function: "secrets.batchEncrypt",
    args: () => [STACK, { plaintexts: [HUSH, HUSH] }],
    sends: () => ({ method: "POST", path: `${S}/batch-encrypt`, body: { plaintexts: [HUSH, HUSH] }, gzip: true }),
  },
  {
    function: "secrets.batchDecrypt",
    before: hush,
    args: ({ ciphertext }) => [STACK, { ciphertexts: [ciphertext] }],
    sends: ({ ciphertext }) => ({ method: "POST", path: `${S}/batch-decrypt`, body: { ciphertexts: [ciphertext] }, gzip: true }),
    gives: (value, { facts, equal }) => equal(value.plaintexts[facts.ciphertext], HUSH, "plaintext"),
  },
];

/** Cloud wraps each resource once more; the client may or may not. */
const flat = ({ resources, ...more }) => ({ ...more, resources: resources.map((one) => one.resource ?? one) });
const urnOf = (resource) => resource.urn ?? resource.resource?.urn;
