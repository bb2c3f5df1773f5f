// The sample organisation: what it holds, that it is the same every time, that writes are seen, and what it refuses.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createWorld } from "../../dist/backend/world/index.js";
import { nameOf, NOW, refused, totals, WEB_DEV, WEB_PROD } from "./world-support.mjs";

const made = (options = {}) => createWorld({ now: () => NOW, ...options });
const world = made();

test("the organisation is as large and as various as promised", () => {
  const stacks = world.stacks.list();
  const all = stacks.flatMap((stack) => world.updates.list(nameOf(stack)));
  const kinds = new Set(all.map((update) => update.info.kind));
  assert(all.length >= 300);
  for (const kind of ["update", "refresh", "destroy", "import", "resource-import", "rename"]) assert(kinds.has(kind), kind);
  for (const result of ["succeeded", "failed", "in-progress"])
    assert(
      all.some((update) => update.info.result === result),
      result,
    );
  assert.equal(world.members.list("acme").length, 26);
  assert.equal(world.teams.list("acme").length, 6);
  assert(world.auditLogs.list("acme").length >= 1_500);
  assert(world.search.resources("acme").total > 4_500);
  assert(world.updates.previews({ ...WEB_DEV, stack: "staging" }).length >= 4);
  assert(stacks.find((stack) => stack.projectName === "data" && stack.stackName === "prod").resourceCount > 1_800);
  assert.equal(world.stacks.exportState({ organization: "acme", project: "data", stack: "dev" }).deployment.pending_operations.length, 2);
  assert.equal(world.updates.latest({ organization: "acme", project: "payments", stack: "staging" }).info.result, "failed");
  const sandbox = { organization: "acme", project: "payments", stack: "sandbox" };
  refused(404, () => world.updates.latest(sandbox));
  assert.equal("lastUpdate" in stacks.find((stack) => stack.projectName === "payments" && stack.stackName === "sandbox"), false);
  assert.equal(world.stacks.exportState(sandbox).deployment.resources, undefined);
  const types = new Set();
  for (const name of stacks.map(nameOf).filter(({ project }) => project === "payments" || project === "network")) {
    for (const { updateID } of world.updates.list(name)) {
      for (const event of world.updates.events(name, updateID).events) types.add(event.type);
    }
  }
  for (const type of [
    "preludeEvent",
    "resourcePreEvent",
    "resOutputsEvent",
    "resOpFailedEvent",
    "diagnosticEvent",
    "policyEvent",
    "policyLoadEvent",
    "policyAnalyzeSummaryEvent",
    "summaryEvent",
    "stdoutEvent",
    "progressEvent",
    "cancelEvent",
  ])
    assert(types.has(type), type);
});

test("the same seed and clock give the same answers, another seed others", () => {
  const digest = (one) => {
    const hash = createHash("sha256");
    const put = (value) => hash.update(JSON.stringify(value));
    put(one.stacks.list());
    put(one.stacks.exportState(WEB_PROD));
    put(one.updates.list(WEB_DEV));
    put(one.updates.events(WEB_DEV, one.updates.list(WEB_DEV)[3].updateID));
    put([
      one.members.list("acme"),
      one.teams.get("acme", "platform"),
      one.tokens.list(),
      one.webhooks.list({ organization: "acme" }),
      one.auditLogs.list("acme"),
    ]);
    put(one.search.resources("acme", { query: "lambda", facet: ["project"] }).aggregations);
    put(one.tokens.create({ description: "again" }));
    put(one.webhooks.ping({ organization: "acme" }, one.webhooks.list({ organization: "acme" })[0].name));
    return hash.digest("hex");
  };
  const first = digest(made());
  assert.equal(digest(made()), first);
  assert.notEqual(digest(made({ seed: 2 })), first);
});

test("the order of questions does not matter", () => {
  const [forward, backward] = [made(), made()];
  const old = backward.stacks.exportState(WEB_PROD, 3);
  const events = backward.updates.events(WEB_PROD, backward.updates.get(WEB_PROD, 20).updateID);
  forward.stacks.list();
  assert.deepEqual(forward.updates.events(WEB_PROD, forward.updates.get(WEB_PROD, 20).updateID), events);
  assert.deepEqual(forward.stacks.exportState(WEB_PROD, 3), old);
});

test("an update runs, grows and ends", () => {
  let now = NOW;
  const live = createWorld({ now: () => now, runningMs: 10_000 });
  const stack = live.stacks.get(WEB_DEV);
  assert.equal(stack.currentOperation.kind, "update");
  const id = stack.activeUpdate;
  const seen = [];
  for (let at = 0; at <= 10_000; at += 1_000) {
    now = NOW + at;
    const { events, running } = live.updates.events(WEB_DEV, id);
    assert.equal(running, at < 10_000);
    assert.deepEqual(events.slice(0, seen.at(-1)?.length ?? 0), seen.at(-1) ?? [], "what was told stays");
    seen.push(events);
    if (at === 5_000) {
      assert.equal(live.updates.status(WEB_DEV, id).status, "running");
      assert.equal(live.updates.latest(WEB_DEV).info.endTime, 0);
      refused(409, () => live.stacks.delete(WEB_DEV, true));
      refused(409, () => live.stacks.transfer(WEB_DEV, { toOrg: "acme-labs" }));
      refused(409, () => live.stacks.rename(WEB_DEV, { newName: "next", newProject: "" }));
      refused(409, () => live.stacks.importState(WEB_DEV, { version: 3, deployment: {} }));
      refused(409, () => live.restartRunning());
    }
  }
  assert.equal(seen[0].length, 0);
  assert(seen[5].length > 40 && seen[5].length < seen[10].length);
  assert.equal(seen[10].at(-1).type, "cancelEvent");
  assert.equal(seen[10].find(({ type }) => type === "summaryEvent").summaryEvent.durationSeconds, 10, "it tells the time that the log's clock tells");
  assert.equal(live.updates.status(WEB_DEV, id).status, "succeeded");
  const done = live.updates.latest(WEB_DEV);
  assert.deepEqual(totals(seen[10]), done.info.resourceChanges);
  assert.equal(live.stacks.get(WEB_DEV).currentOperation, undefined);
  assert.notDeepEqual(live.stacks.exportState(WEB_DEV), live.stacks.exportState(WEB_DEV, done.version - 1));
  refused(409, () => live.updates.cancel(WEB_DEV, id));

  const { updateID } = live.restartRunning();
  now += 6_000;
  live.updates.cancel(WEB_DEV, updateID);
  assert.equal(live.updates.status(WEB_DEV, updateID).status, "cancelled");
  const { events, running } = live.updates.events(WEB_DEV, updateID);
  assert.equal(running, false);
  assert.equal(events.at(-2).summaryEvent.result, "canceled");
  assert.equal(live.updates.latest(WEB_DEV).info.result, "failed");
  assert(live.stacks.exportState(WEB_DEV).deployment.resources.length > 10);
});

test("writes are seen by later reads", () => {
  const one = made();
  const before = one.auditLogs.list("acme").length;
  const name = { organization: "acme", project: "toys", stack: "dev" };
  assert.equal(one.stacks.projectExists("acme", "toys"), false);
  one.stacks.create("acme", "toys", { stackName: "dev", tags: { owner: "ada" } });
  assert.equal(one.stacks.projectExists("acme", "toys"), true);
  assert.equal(one.stacks.get(name).version, 0);
  refused(409, () => one.stacks.create("acme", "toys", { stackName: "dev" }));

  const state = one.stacks.exportState(WEB_PROD);
  assert.match(one.stacks.importState(name, state).updateId, /^[0-9a-f-]{36}$/);
  assert.deepEqual(one.stacks.exportState(name).deployment.resources, state.deployment.resources);
  assert.equal(one.updates.latest(name).info.kind, "import");
  assert.equal(one.stacks.get(name).version, 1);
  refused(400, () => one.stacks.delete(name));

  one.stacks.rename(name, { newName: "next", newProject: "" });
  refused(404, () => one.stacks.get(name));
  const next = { ...name, stack: "next" };
  assert.equal(one.updates.latest(next).info.kind, "rename");
  one.stacks.transfer(next, { toOrg: "acme-labs" });
  const moved = { ...next, organization: "acme-labs" };
  assert.equal(one.stacks.exportState(moved).deployment.secrets_providers.state.owner, "acme-labs");
  one.stacks.delete(moved, true);
  const gone = one.stacks.listDeleted("acme-labs").deletedStacks.find((stack) => stack.stackName === "next");
  one.stacks.restore("acme-labs", gone.programId, { stackName: "back" });
  assert.equal(one.stacks.get({ ...moved, stack: "back" }).version, 2);

  one.tags.add(WEB_PROD, { name: "colour", value: "green" });
  one.tags.update(WEB_PROD, "colour", { name: "colour", value: "blue" });
  assert.equal(one.stacks.get(WEB_PROD).tags.colour, "blue");
  assert.equal(one.stacks.list({ tagName: "colour", tagValue: "blue" }).length, 1);
  one.tags.delete(WEB_PROD, "colour");
  one.tags.replace(WEB_PROD, { only: "one" });
  assert.deepEqual(one.stacks.get(WEB_PROD).tags, { only: "one", "pulumi:project": "web" });

  one.members.add("acme", "ines", { role: "member" });
  one.members.update("acme", "ines", { role: "admin" });
  assert.equal(one.members.list("acme").find((member) => member.user.githubLogin === "ines").role, "admin");
  one.teams.create("acme", "pulumi", { name: "toys" });
  one.teams.update("acme", "toys", { memberAction: "add", member: "ines" });
  one.teams.update("acme", "toys", { addStackPermission: { projectName: "web", stackName: "prod", permission: 101 } });
  assert.deepEqual(
    one.teams.get("acme", "toys").members.map((member) => member.githubLogin),
    ["ada", "ines"],
  );
  assert(one.stacks.teams(WEB_PROD).teams.some((team) => team.name === "toys"));
  one.members.remove("acme", "ines");
  assert.equal(one.teams.get("acme", "toys").members.length, 1);

  const { id, tokenValue } = one.tokens.create({ description: "made here" });
  assert.match(tokenValue, /^pul-[0-9a-f]{40}$/);
  assert.equal(one.tokens.valid(tokenValue), true);
  assert(!JSON.stringify(one.tokens.list({ filter: "all" })).includes(tokenValue));
  one.tokens.delete(id);
  assert.equal(one.tokens.valid(tokenValue), false);

  const hook = one.webhooks.create(
    { organization: "acme" },
    { organizationName: "acme", displayName: "Mine", payloadUrl: "https://example.com", active: true, secret: "hush" },
  );
  assert.equal(hook.hasSecret, true);
  assert(!JSON.stringify(one.webhooks.list({ organization: "acme" })).includes("hush"));
  assert.equal(one.webhooks.ping({ organization: "acme" }, hook.name).kind, "ping");
  assert.equal(one.webhooks.deliveries({ organization: "acme" }, hook.name).length, 1);

  one.stacks.updateAnnotation(WEB_PROD, "notes", { text: "first" }, { version: 0 });
  refused(409, () => one.stacks.updateAnnotation(WEB_PROD, "notes", { text: "second" }, { version: 0 }));
  assert.deepEqual(one.stacks.annotation(WEB_PROD, "notes"), { text: "first", version: 1 });
  const schedule = one.schedules.createDrift(WEB_PROD, { scheduleCron: "0 3 * * *" });
  one.schedules.pause(WEB_PROD, schedule.id);
  assert.equal(one.schedules.get(WEB_PROD, schedule.id).paused, true);
  assert.equal(
    one.deployments.list(WEB_PROD)[0].version,
    one.deployments.create(WEB_PROD, { operation: "update", inheritSettings: true }).version - 1,
  );
  const session = one.environments.open("acme", "web", "prod", { duration: "1h" });
  assert.equal(one.environments.readOpen("acme", "web", "prod", session.id, { property: "aws.region" }).value, "eu-central-1");
  assert(one.auditLogs.list("acme").length > before + 10);
  assert.equal(one.auditLogs.list("acme")[0].timestamp, NOW / 1000);
});

test("secrets are encrypted and come back, those of a state too", () => {
  const plain = Buffer.from("a secret, ünïcode").toString("base64");
  const { ciphertext } = world.secrets.encrypt(WEB_PROD, { plaintext: plain });
  assert.match(Buffer.from(ciphertext, "base64").toString(), /^v1:[A-Za-z0-9+/=]{16}:/);
  assert.equal(world.secrets.decrypt(WEB_PROD, { ciphertext }).plaintext, plain);
  assert.deepEqual(world.secrets.batchDecrypt(WEB_PROD, { ciphertexts: [ciphertext] }).plaintexts, { [ciphertext]: plain });
  refused(400, () => world.secrets.decrypt(WEB_DEV, { ciphertext }), "invalid");
  refused(400, () => world.secrets.encrypt(WEB_DEV, { plaintext: "not base64!" }), "invalid");
  const found = /"ciphertext":"(v1:[^"]+)"/.exec(JSON.stringify(world.stacks.exportState(WEB_PROD)))[1];
  const opened = world.secrets.decrypt(WEB_PROD, { ciphertext: Buffer.from(found).toString("base64") }).plaintext;
  assert.equal(typeof JSON.parse(Buffer.from(opened, "base64").toString()), "string");
});

test("searching", () => {
  const { resources, total, aggregations } = world.search.resources("acme", {
    query: "type:aws:s3/bucket:Bucket -project:tenants",
    sort: ["name"],
    asc: true,
    facet: ["project"],
  });
  assert.equal(total, resources.length);
  assert(total > 5 && resources.every((one) => one.type === "aws:s3/bucket:Bucket" && one.project !== "tenants"));
  assert.deepEqual(
    resources.map((one) => one.name),
    resources.map((one) => one.name).sort(),
  );
  const { results, others } = aggregations.project;
  assert(results.length <= 5);
  assert.equal(
    results.reduce((sum, one) => sum + one.count, others),
    total,
  );
  assert.equal(world.search.resources("acme", { query: '"front-door" project:nowhere' }).total, 0);
  for (const query of ['name:"open', "nonsense:1", "constructor:1", "type:", "-"])
    refused(422, () => world.search.resources("acme", { query }));
  refused(400, () => world.search.resources("acme", { sort: ["colour"] }));
  refused(400, () => world.search.resources("acme", { facet: ["type", "project", "stack", "name", "package", "module"] }));
  assert.equal(
    world.search.exportCsv("acme", { query: "project:docs-site" }).split("\n")[0],
    "created,custom,delete,id,modified,module,name,package,parent_urn,pending,project,protected,provider_urn,stack,type,urn",
  );
  assert("parentUrn" in world.search.resourcesV2("acme", { query: "project:web" }).resources[0]);
  assert.equal(world.search.parse("acme", "all buckets in production").query, "type:aws:s3/bucket:Bucket stack:prod");
});

test("usage keeps the rules of looking back", () => {
  const ask = (query) => world.usage.resourceSummary("acme", query).summary;
  assert.equal(ask({ granularity: "hourly", lookbackDays: 1 }).length, 24);
  assert.deepEqual(Object.keys(ask({ granularity: "hourly", lookbackDays: 1 })[0]), [
    "year",
    "month",
    "day",
    "hour",
    "resources",
    "resourceHours",
  ]);
  assert.equal(ask({ granularity: "daily", lookbackDays: 2 }).length, 2);
  assert(
    ask({ granularity: "weekly", lookbackDays: 28 }).every((row) => row.weekNumber >= 0 && row.weekNumber <= 53 && row.month === undefined),
  );
  assert.deepEqual(
    ask({ granularity: "yearly", lookbackDays: 730 }).map((row) => row.year),
    [2024, 2025, 2026],
  );
  for (const query of [
    {},
    { granularity: "daily" },
    { granularity: "daily", lookbackDays: 0 },
    { granularity: "hourly", lookbackDays: 3 },
    { granularity: "daily", lookbackDays: 1, lookbackStart: 1 },
    { granularity: "daily", lookbackStart: NOW },
    { granularity: "minutely", lookbackDays: 1 },
  ]) {
    refused(400, () => world.usage.resourceSummary("acme", query));
  }
});

test("what the server refuses", () => {
  const one = made();
  const nowhere = { organization: "acme", project: "web", stack: "nowhere" };
  for (const attempt of [
    () => one.stacks.get(nowhere),
    () => one.stacks.exportState(WEB_PROD, 999),
    () => one.updates.get(WEB_PROD, 0),
    () => one.updates.status(WEB_PROD, "x"),
    () => one.members.list("nobody"),
    () => one.teams.get("acme", "x"),
    () => one.webhooks.get({ organization: "acme" }, "x"),
    () => one.tags.delete(WEB_PROD, "x"),
    () => one.members.add("acme", "x", { role: "member" }),
    () => one.auditLogs.list("acme", { userFilter: "x" }),
    () => one.stacks.resource(WEB_PROD, "x"),
  ])
    refused(404, attempt);
  refused(409, () => one.members.add("acme", "grace", { role: "member" }));
  refused(409, () => one.teams.create("acme", "pulumi", { name: "platform" }));
  refused(409, () => one.teams.update("acme", "platform", { memberAction: "add", member: "ada" }));
  for (const body of [
    undefined,
    null,
    1,
    "x",
    [],
    {},
    { stackName: 1 },
    { stackName: "a b" },
    { stackName: "x", tags: 1 },
    { stackName: "x", tags: { "a b": "c" } },
    { stackName: "x", teams: ["nobody"] },
  ])
    refused(400, () => one.stacks.create("acme", "toys", body));
  refused(400, () => one.tags.add(WEB_PROD, { name: "owner", value: "again" }), "already_exists");
  refused(400, () => one.tags.add(WEB_PROD, { name: "x".repeat(41), value: "" }), "invalid");
  refused(400, () => one.tags.add(WEB_PROD, { name: "x", value: "y".repeat(257) }), "invalid");
  refused(400, () => one.tags.delete(WEB_PROD, "vcs:repo"), "invalid");
  refused(400, () => one.tags.replace(WEB_PROD, { "pulumi:project": "other" }), "invalid");
  refused(400, () => one.members.add("acme", "ines", { role: "king" }), "invalid");
  refused(400, () => one.members.remove("acme", "ada"));
  refused(400, () => one.teams.create("acme", "pulumi", { name: "x", displayName: "y".repeat(101) }), "invalid");
  refused(
    400,
    () => one.teams.update("acme", "platform", { addStackPermission: { projectName: "web", stackName: "prod", permission: 7 } }),
    "invalid",
  );
  refused(400, () => one.auditLogs.list("acme-labs"));
  refused(400, () => one.stacks.list({ tagValue: "x" }));
  refused(400, () => one.stacks.delete(WEB_PROD));
  const hook = { organizationName: "acme", displayName: "x", payloadUrl: "https://example.com", active: true };
  for (const wrong of [
    { organizationName: "other" },
    { payloadUrl: "nowhere" },
    { format: "morse" },
    { filters: ["x"] },
    { filters: ["update_failed"], groups: ["stacks"] },
    { active: "yes" },
    { displayName: "" },
  ])
    refused(400, () => one.webhooks.create({ organization: "acme" }, { ...hook, ...wrong }));
  refused(409, () => one.webhooks.create({ organization: "acme" }, { ...hook, displayName: "#deployments" }));
  refused(400, () => one.stacks.rename(WEB_PROD, { newName: "prod", newProject: "web" }));
  refused(409, () => one.stacks.rename(WEB_PROD, { newName: "staging", newProject: "" }));
  for (const body of [
    {},
    { version: 9, deployment: {} },
    { version: 3, deployment: { resources: [{}] } },
    { version: 3, deployment: { resources: 1 } },
  ])
    refused(400, () => one.stacks.importState(WEB_PROD, body));
  refused(400, () => one.schedules.create(WEB_PROD, { scheduleCron: "often" }));
  refused(400, () => one.environments.open("acme", "web", "prod", { duration: "forever" }));
});

test("bulk stacks are added without being worked out", () => {
  const large = made({ stacks: 10_000 });
  const list = large.stacks.list();
  assert(list.length >= 10_060);
  const bulk = list.find((stack) => stack.projectName === "bulk-042");
  assert.equal(large.stacks.resources(nameOf(bulk)).resources.length, bulk.resourceCount);
});
