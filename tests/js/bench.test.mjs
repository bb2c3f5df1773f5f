import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";

const BENCH = fileURLToPath(new URL("../../benches/bench.mjs", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "bench-"));
after(() => rmSync(dir, { recursive: true }));

const bench = (...args) => spawnSync(process.execPath, [BENCH, ...args], { encoding: "utf8" });

test("everyone finds the rows that differ, and every figure is there", () => {
  const file = join(dir, "figures.json");
  const { status, stdout, stderr } = bench("diff", "--sizes", "1", "--runs", "1", "--first-runs", "1", "--json", file);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /\| stackscope /);
  const { machine, sizes: [size] } = JSON.parse(readFileSync(file, "utf8"));
  assert.ok(machine.cores > 0);
  assert.equal(Object.keys(size.figures).length, 5);
  for (const figure of Object.values(size.figures)) assert.ok(figure.warm > 0 && figure.first > 0);
  assert.ok(size.ratios.warm.ratio > 0 && size.ratios.first.ratio > 0 && Number.isFinite(size.ratios.memory.ratio));
});

test("a wrong command line says so", () => {
  assert.equal(bench().status, 2);
  assert.equal(bench("diff", "--only", "nobody").status, 2);
  assert.match(bench("diff", "--sizes", "few").stderr, /^--sizes few: not a number above 0\n$/);
});
