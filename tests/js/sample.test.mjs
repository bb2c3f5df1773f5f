import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { keysOf } from "../../scripts/sample/changes.mjs";
import { expectedRows, expectedSummary, samplePair } from "../../scripts/sample/edits.mjs";
import { writePair, writeSample } from "../../scripts/sample/pair.mjs";
import { broken, differing, keyed } from "./integrity.mjs";

const dir = mkdtempSync(join(tmpdir(), "sample-"));
after(() => rmSync(dir, { recursive: true }));

const read = (path) => JSON.parse(path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path));
const sample = await writeSample({ dir: join(dir, "sample") });
const [older, newer] = [read(sample.old), read(sample.new)];

test("both sample states keep what an engine guarantees", () => {
  assert.deepEqual(broken(older), []);
  assert.deepEqual(broken(newer), []);
  assert.ok(sample.resources.old >= 80 && sample.resources.new <= 150);
});

test("a state is spelled as stack export prints it", () => {
  const text = readFileSync(sample.old, "utf8");
  assert.ok(text.startsWith('{\n    "version": 3,\n    "deployment": {\n        "manifest": {\n'));
  assert.ok(text.endsWith('        ],\n        "metadata": {}\n    }\n}\n'));
  assert.ok(!/[<>&]/.test(text), "markup characters are escaped");
  assert.equal(text, `${JSON.stringify(older, null, 4).replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)}\n`);
});

test("the edit list names every row that differs, and no other", () => {
  const removed = (urn) => older.deployment.resources.find((one) => one.delete && one.urn === urn).id;
  const waiting = (urn) => newer.deployment.resources.find((one) => one.delete && one.urn === urn).id;
  const keys = expectedRows().flatMap((row) => {
    if (row.kind === "delete" && row.pendingDelete) return [`${row.urn} ${removed(row.urn)}`];
    return keysOf({ ...row, oldId: row.pendingDelete && waiting(row.urn) });
  });
  assert.deepEqual(differing(older, newer), keys.sort());
});

test("each property of the edit list changes as it says", () => {
  const [old, next] = [keyed(older), keyed(newer)];
  for (const { urn, oldUrn = urn, properties, kind } of expectedRows()) {
    if (kind === "create" || kind === "delete") continue;
    for (const property of properties) {
      const [before, after_] = [valueAt(old.get(oldUrn), property.path), valueAt(next.get(urn), property.path)];
      const where = `${urn} ${property.path}`;
      if (property.kind === "delete") assert.notEqual(before, undefined, where);
      else assert.notEqual(after_, undefined, where);
      assert.notDeepEqual(before, after_, where);
    }
  }
});

test("each kind of row is there, and the counts add up", () => {
  const summary = expectedSummary();
  for (const [kind, count] of Object.entries(summary)) assert.ok(count > 0, kind);
  const { create, ...rest } = summary;
  assert.equal(Object.values(rest).reduce((sum, count) => sum + count), sample.resources.old);
  assert.equal(newer.deployment.pending_operations[0].type, "creating");
  assert.equal(samplePair().rows.filter((row) => row.reason === "identity").length, 4);
});

test("nothing in a state belongs to anybody", () => {
  const text = readFileSync(sample.new, "utf8");
  assert.deepEqual([...new Set(text.match(/(?<=[:"/])\d{12}(?=[:"/])/g))], ["123456789012"]);
  const services = /example\.(com|net)$|^(\w+\.)+amazonaws\.com$|^(pulumi\.com|prometheus\.io|(app\.)?kubernetes\.io)$/;
  for (const host of text.match(/\b[\w.-]+\.(com|net|org|io)\b/g)) assert.match(host, services);
});

test("a pair has the size, the rows and the counts asked for", async () => {
  const pair = await writePair({ dir: join(dir, "pair"), resources: 1_500, changed: 0.05 });
  const states = [read(pair.old), read(pair.new)];
  assert.deepEqual(states.map(broken), [[], []]);
  assert.equal(states[0].deployment.resources.length, 1_500);
  assert.equal(pair.rows.length, 75);
  assert.deepEqual(differing(...states), pair.rows.flatMap(keysOf).sort());
  for (const kind of ["create", "delete", "update", "replace", "move"]) {
    assert.equal(pair.rows.filter((row) => row.kind === kind).length, pair.summary[kind]);
    assert.ok(pair.summary[kind] > 0, kind);
  }
  assert.equal(pair.summary.same + 75 - pair.summary.create, 1_500);
});

test("a pair by bytes is within a resource of its size, and always the same", async () => {
  const [one, two] = [await writePair({ dir: join(dir, "one"), bytes: 3e6 }), await writePair({ dir: join(dir, "two"), bytes: 3e6 })];
  assert.ok(Math.abs(one.bytes.old - 3e6) < 60_000);
  for (const side of ["old", "new"]) assert.ok(readFileSync(one[side]).equals(readFileSync(two[side])));
  const other = await writePair({ dir: join(dir, "two"), bytes: 3e6, seed: 2 });
  assert.notDeepEqual(other.rows, one.rows);
});

test("nothing and everything can change", async () => {
  const none = await writePair({ dir: join(dir, "none"), resources: 200, changed: 0 });
  assert.deepEqual(differing(read(none.old), read(none.new)), []);
  const all = await writePair({ dir: join(dir, "all"), resources: 200, changed: 1 });
  assert.deepEqual(broken(read(all.new)), []);
  assert.deepEqual(differing(read(all.old), read(all.new)), all.rows.flatMap(keysOf).sort());
});

test("the same states compressed, on one line and in a backend's envelope", async () => {
  const variant = await writeSample({ dir: join(dir, "variant"), gzip: true, compact: true, envelope: "backend" });
  const state = read(variant.old);
  assert.equal(state.checkpoint.stack, "organization/storefront/prod");
  assert.deepEqual(state.checkpoint.latest, older.deployment);
  assert.equal(gunzipSync(readFileSync(variant.old)).toString(), `${JSON.stringify(state)}\n`);
});

/** The value at a path. A path that goes on inside a string, into the JSON or YAML it holds, ends at the string. */
function valueAt(value, path) {
  for (const [, quoted, index, name] of path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|\.?([^.[]+)/g)) {
    if (typeof value === "string") break;
    value = value?.[quoted ?? index ?? name];
  }
  return value;
}
