// Made-up exchanges in the form of recorded ones, for the replay's own tests.

const JSON_TYPE = ["Content-Type", "application/json"];
const TEXT_TYPE = ["Content-Type", "text/plain; charset=UTF-8"];
const S = "/api/stacks/acme/web/prod";

function record(method, path, status, answer, { body = null, headers = [JSON_TYPE], ...more } = {}) {
  return { request: { method, path, headers: {}, body }, response: { status, headers, body: answer, bodyIsJson: typeof answer !== "string", ...more } };
}

const stack = { orgName: "acme", projectName: "web", stackName: "prod", activeUpdate: "", tags: {}, version: 3, kept: { unknown: [1] } };
const state = { version: 3, deployment: { manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "" }, resources: [] } };

/** What the client must get right: name, record. */
export const GOOD = {
  "stack": record("GET", S, 200, stack),
  "stack-encoded": record("GET", "/api/stacks/acme/web/pr%6Fd", 200, stack),
  "stack-missing": record("GET", "/api/stacks/acme/web/none", 404, { code: 404, message: "no stack of this name" }),
  "route-missing": record("GET", `${S}/drift/status`, 404, "404 Not Found", { headers: [TEXT_TYPE] }),
  "kind-unknown": record("POST", `${S}/transfer`, 400, { code: "invalid_kind", message: "transfer is no kind of update" }, { body: { toOrg: "labs" } }),
  "tag-refused": record("POST", `${S}/tags`, 400, { code: 400, message: "two\nlines" }, { body: { name: "a", value: "b" } }),
  "list": record("GET", "/api/user/stacks?organization=acme&tagName=a+b", 200, { stacks: [{ ...stack, activeUpdate: undefined }], continuationToken: null }),
  "events": record("GET", `${S}/preview/6a/events?continuationToken=2`, 200, {
    events: [{ timestamp: 1, type: "cancelEvent", cancelEvent: {} }],
    continuationToken: "3",
  }),
  "export": record("GET", `${S}/export`, 200, state),
  "export-cut": record("GET", `${S}/export/4`, 200, JSON.stringify(state).slice(0, 60), { bodyBytes: 4000 }),
  "import": record("POST", `${S}/import`, 200, { updateId: "6a" }, { body: state }),
  "import-not-a-state": record("POST", `${S}/import`, 400, { code: 400, message: "no deployment" }, { body: [1] }),
  "busy": record("POST", `${S}/import`, 409, { code: 409, message: "Another update is already in progress" }, { body: state }),
  "exists": record("POST", "/api/stacks/acme/web", 409, { code: 409, message: "it exists" }, { body: { stackName: "prod" } }),
  "project-missing": record("HEAD", "/api/stacks/acme/none", 404, "", { headers: [] }),
  "project-head-unrouted": record("HEAD", "/api/stacks/acme/none", 404, "", { headers: [TEXT_TYPE] }),
  "token-bad": record("GET", "/api/user", 401, { code: 401, message: "who are you?" }),
  "lease-over": record("POST", `${S}/update/6a/complete`, 401, { code: 401, message: "Update lease has expired" }, { body: {} }),
  "role": record("GET", "/api/orgs/acme/hooks", 403, { code: 403, message: "not you" }),
  "accept": record("POST", `${S}/batch-encrypt`, 415, { code: 415, message: "ask for another" }, { body: { plaintexts: [] } }),
  "large": record("POST", `${S}/encrypt`, 413, { code: 413, message: "too large" }, { body: { plaintext: "" } }),
  "head-large": record("GET", "/api/user", 431, "", { headers: [] }),
  "rate": record("POST", "/api/oauth/token", 429, { error: "Too many requests" }, { body: {}, headers: [JSON_TYPE, ["Retry-After", "7"]] }),
  "down": record("GET", "/api/capabilities", 500, "<!doctype html><title>It broke</title>", { headers: [["content-type", "text/html"]] }),
  "page-zero": record("GET", `${S}/updates?page=0`, 200, { updates: [] }),
  "audit": record("GET", "/api/orgs/acme/auditlogs?startTime=17", 200, { auditLogEvents: [] }),
  "outside": record("GET", "/healthz", 200, { status: "ok" }),
  "empty": record("PATCH", `${S}/update/6a/checkpoint`, 200, "", { body: {}, headers: [] }),
  "text": record("GET", "/api/motd", 200, "hello", { headers: [TEXT_TYPE] }),
  "preflight": record("OPTIONS", S, 204, ""),
  "dots": record("GET", "/api/stacks/acme/../acme/web/prod", 200, stack),
  "race": {
    ...record("POST", "/api/stacks/acme/race", 409, { code: 409, message: "it exists" }, { body: { stackName: "one" } }),
    allStatuses: [200, 409],
    allBodies: [{ code: 409, message: "it exists" }, { messages: [] }],
  },
};

/** Records that no client can get right, and what is said of them. */
export const BAD = {
  "page-for-stack": [record("GET", S, 200, "<html><title>Sign in</title></html>"), /stacks\.get: a success is an error: decode/],
  "no-stack": [record("GET", S, 200, { version: "x" }), /a success is an error: decode/],
  "no-path": [{ request: { method: "GET" }, response: { status: 200 } }, /is no record/],
  "relative": [record("GET", "api/user", 200, {}), /is no record: path or status is missing/],
};

export { record };
