import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Checkpoint } from "../../dist/node.js";
import { expectedRows, expectedSummary } from "../../scripts/sample/edits.mjs";
import { writePair, writeSample } from "../../scripts/sample/pair.mjs";

const dir = mkdtempSync(join(tmpdir(), "sample-diff-"));
after(() => rmSync(dir, { recursive: true }));

const load = (path, options) => Checkpoint.load(readFileSync(path), options);
const name = ({ kind, urn, oldUrn = "", pendingDelete = false, reason = "" }) => [kind, urn, oldUrn, pendingDelete, reason].join(" ");

function allRows(diff) {
  const rows = [];
  for (let total = 1; rows.length < total;) {
    const page = diff.changes({ offset: rows.length, limit: 1000 });
    total = page.total;
    rows.push(...page.rows);
  }
  return rows;
}

test("the diff of the sample shows every edit made to it, and nothing else", async () => {
  const paths = await writeSample({ dir });
  const diff = (await load(paths.old)).diff(await load(paths.new));
  const rows = allRows(diff);
  const expected = expectedRows().filter((row) => row.kind !== "same");
  assert.deepEqual(diff.summary, expectedSummary());
  assert.deepEqual(rows.map(name).sort(), expected.map(name).sort());
  for (const { urn, kind, pendingDelete, properties, note } of expected) {
    const row = rows.find((one) => one.urn === urn && one.kind === kind && one.pendingDelete === pendingDelete);
    const found = row.properties.map((property) => `${property.kind} ${property.path}`);
    for (const property of properties) {
      const wanted = `${property.kind} ${property.path}`;
      assert.ok(found.includes(wanted), `${note}: no ${wanted} in\n${found.join("\n")}`);
    }
  }
});

test("what is hidden shows when it is asked for", async () => {
  const paths = await writeSample({ dir });
  const diff = (await load(paths.old)).diff(await load(paths.new), { showInternal: true });
  const [hidden] = expectedRows().filter((row) => row.kind === "same");
  const row = allRows(diff).find((one) => one.urn === hidden.urn);
  assert.equal(row.kind, "update");
});

test("same-shaped changes are one group", async () => {
  const paths = await writeSample({ dir });
  const diff = (await load(paths.old)).diff(await load(paths.new));
  const { rows } = diff.groups();
  assert.ok(rows.some((group) => group.kind === "update" && group.count === 6 && group.types[0].value === "aws:ec2/subnet:Subnet"));
});

for (const envelope of ["export", "backend"]) {
  test(`each row of a generated pair is found, in the envelope \`${envelope}\`, with \`base\` and without`, async () => {
    const pair = await writePair({ dir, resources: 2_000, changed: 0.1, envelope });
    const older = await load(pair.old);
    for (const options of [{ base: older }, {}]) {
      const diff = older.diff(await load(pair.new, options));
      assert.deepEqual(diff.summary, pair.summary);
      assert.deepEqual(allRows(diff).map(name).sort(), pair.rows.map(name).sort());
    }
  });
}

test("the sample states pass the integrity check but for what waits", async () => {
  const paths = await writeSample({ dir, gzip: true });
  for (const path of [paths.old, paths.new]) {
    const { findings } = (await load(path)).check();
    assert.deepEqual(findings.filter((finding) => finding.severity === "error"), []);
  }
});
