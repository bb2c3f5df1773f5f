/**
 * A process that measures one thing and sends it to its parent. Jobs: `first` (a contender's first run), `warm` (several
 * contenders in turn), `memory` (the peak while states are streamed in and compared), `idle` (the peak with the module only).
 */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { CONTENDERS, changesOf } from "./contenders.mjs";

const JOBS = { first, warm, memory, idle };

process.once("message", async ({ job, ...task }) => {
  try {
    process.send({ result: await JOBS[job](task) }, () => process.disconnect());
  } catch (error) {
    process.send({ error: error.message }, () => process.disconnect());
  }
});

async function first({ contender, old, new: newer, expected }) {
  const bytes = [readFileSync(old), readFileSync(newer)];
  const begun = performance.now();
  const run = await CONTENDERS[contender].load();
  const imported = performance.now();
  const changes = await run(...bytes);
  const done = performance.now();
  verify(contender, changes, expected);
  return { import: imported - begun, work: done - imported, peak: peakMemory() };
}

async function warm({ contenders, old, new: newer, expected, rounds }) {
  const bytes = [readFileSync(old), readFileSync(newer)];
  const runs = {};
  const timed = new Map();
  for (const contender of contenders) {
    timed.set(contender, await CONTENDERS[contender].load());
    runs[contender] = [];
  }
  for (let round = 0; round <= rounds; round += 1) {
    for (let at = 0; at < contenders.length; at += 1) {
      const contender = contenders[(round + at) % contenders.length];
      globalThis.gc();
      const begun = performance.now();
      const changes = await timed.get(contender)(...bytes);
      const time = performance.now() - begun;
      verify(contender, changes, expected);
      if (round > 0) runs[contender].push(time);
    }
  }
  return runs;
}

async function memory({ contender, old, new: newer, expected }) {
  const { Checkpoint } = await import("../../dist/node.js");
  const stream = (path, options) => Checkpoint.load(createReadStream(path), { total: statSync(path).size, ...options });
  const older = await stream(old);
  const changes = changesOf(older, await stream(newer, { base: older }));
  const peak = peakMemory();
  verify(contender, changes, expected);
  return peak;
}

async function idle({ contender }) {
  await CONTENDERS[contender].load();
  return peakMemory();
}

/** Fails where a contender did not find just the rows that differ. */
function verify(contender, changes, path) {
  const expected = JSON.parse(readFileSync(path, "utf8"))[CONTENDERS[contender].ours ? "rows" : "keys"];
  const found = new Set(CONTENDERS[contender].rows(changes));
  const missing = expected.filter((row) => !found.has(row));
  const known = new Set(expected);
  const extra = [...found].filter((row) => !known.has(row));
  if (missing.length + extra.length === 0) return;
  throw new Error(`${contender} found other rows than there are: ${missing.length} missing (${missing[0]}), ${extra.length} too many (${extra[0]})`);
}

/** In bytes. `VmHWM` and not `maxRSS`: the latter begins with the parent's. */
function peakMemory() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
}
