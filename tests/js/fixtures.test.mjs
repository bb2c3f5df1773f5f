// Every sample payload of the documents, decoded by Rust, encoded again: nothing is lost, and it satisfies the declared type of the function that gives it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { PulumiCloud } from "stackscope";

const FIXTURES = new URL("../fixtures/seeds/api/", import.meta.url);
const STACK = "org/project/stack";

/** How each answer is asked for: arguments of the function, and where a payload is only a part of an answer, the rest of it. */
const ARGUMENTS = {
  stacks: [STACK], tags: [STACK], updates: [STACK, "id"], members: ["org"], teams: ["org"], webhooks: [STACK, "hook"], auditLogs: ["org"], search: ["org"], usage: ["org"], tokens: [],
};
const SPECIAL = {
  "stacks.list": [], "stacks.create": ["org", "project", { stackName: "stack" }], "updates.list": [STACK], "updates.previews": [STACK], "members.list": ["org"],
  "teams.create": ["org", "pulumi", { name: "team" }], "tokens.create": [{ description: "ci" }],
  "usage.resourceSummary": ["org", { granularity: "daily", lookbackDays: 2 }], "webhooks.create": [STACK, { displayName: "hook", payloadUrl: "https://example.com", active: true }],
  "webhooks.list": [STACK],
};
/** Parts of an answer that the documentation shows by themselves, and the answers they are parts of. */
const PARTS = {
  "search.resources.resource": (part) => ({ resources: [part] }), "search.resources.aggregations": (part) => ({ resources: [], aggregations: part }),
  "search.resources.aggregationResult": (part) => ({ resources: [], aggregations: { results: [part] } }), "search.resources.pagination": (part) => ({ resources: [{ urn: "urn:pulumi:dev::web::a:b:C::d" }], pagination: part }),
};
/** The type of one item, or of the answer. */
const typeOf = (group, name) => `ItemOf<PulumiCloud["${group}"]["${name}"]>`;

const payloads = readdirSync(FIXTURES).filter((file) => file.endsWith(".json")).map((file) => {
  const name = file.slice(0, -5);
  const [group, fn] = name.split(".");
  return { name, group, fn, json: JSON.parse(readFileSync(new URL(file, FIXTURES), "utf8")) };
});

/** Null and absent are alike. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, plain(inner)]));
}

async function answerOf({ group, fn, name }, body) {
  const cloud = new PulumiCloud({ fetch: async () => new Response(JSON.stringify(body), { status: 200, headers: { "content-type": "application/json" } }) });
  const result = cloud[group][fn](...(SPECIAL[`${group}.${fn}`] ?? ARGUMENTS[group]));
  if (typeof result.pages !== "function") return { value: await result };
  // A list keeps going while there are tokens; these samples have one that would lead to themselves.
  for await (const page of result.pages()) return { items: typeof page.events === "function" ? page.events() : page.items, name };
  return { items: [], name };
}

const answers = payloads.filter(({ name }) => !name.endsWith(".request"));
const typed = [];

for (const payload of answers) {
  test(`${payload.name} decodes and loses nothing`, async () => {
    const body = PARTS[payload.name]?.(payload.json) ?? payload.json;
    const { value, items } = await answerOf(payload, body);
    if (items !== undefined) {
      const listed = Array.isArray(body) ? body : Object.values(body).find(Array.isArray);
      assert.equal(items.length, listed.length);
      for (const [index, item] of items.entries()) {
        typed.push({ name: `${payload.name}[${index}]`, type: typeOf(payload.group, payload.fn), value: item });
        if (payload.name.endsWith(".self-hosted") || payload.name === "updates.list.cli") continue;
        assert.deepEqual(plain(item), plain(listed[index]));
      }
      return;
    }
    typed.push({ name: payload.name, type: typeOf(payload.group, payload.fn), value });
    assert.deepEqual(plain(value), plain(body));
  });
}

test("what a self-hosted server says in another shape is all there, in the shape of the documentation", async () => {
  const stacks = payloads.find(({ name }) => name === "stacks.list.self-hosted");
  const { items } = await answerOf(stacks, stacks.json);
  const { lastUpdate, ...rest } = stacks.json.stacks[0];
  assert.deepEqual(plain(items[0]), plain({ ...rest, lastUpdate: lastUpdate.startTime, lastUpdateDetail: lastUpdate }));
  const rows = payloads.find(({ name }) => name === "updates.list.cli");
  const { items: updates } = await answerOf(rows, rows.json);
  assert.deepEqual(plain(updates[0].info), plain(rows.json.updates[0]));
  assert.equal(updates[0].version, rows.json.updates[0].version);
});

test("every answer satisfies its type, as strict TypeScript sees it", () => {
  assert.ok(typed.length > 40, `${typed.length} values`);
  const folder = fileURLToPath(new URL("../../target/fixture-types/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const lines = typed.map(({ name, type, value }, index) => `// ${name}\nexport const value${index}: ${type} = ${JSON.stringify(value)};`);
  writeFileSync(`${folder}values.ts`, `import type { Pages, PulumiCloud } from "../../dist/node.js";
type ItemOf<F> = F extends (...args: never[]) => infer R ? R extends Pages<infer T, infer _> ? T : Awaited<R> : never;
${lines.join("\n")}\n`);
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ extends: "../../tsconfig.json", compilerOptions: { rootDir: "../..", noEmit: true, types: ["node"] }, include: ["*.ts"] }));
  const { status, stdout } = spawnSync("npx", ["tsc", "-p", folder], { encoding: "utf8", cwd: fileURLToPath(new URL("../..", import.meta.url)) });
  assert.equal(status, 0, stdout.slice(0, 3000));
});
