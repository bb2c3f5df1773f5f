/** Runs measuring processes one after another and gathers a size's figures. */
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keysOf } from "../../scripts/sample/changes.mjs";
import { writePair } from "../../scripts/sample/pair.mjs";
import { CONTENDERS, STACKSCOPE, rowName } from "./contenders.mjs";

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));

/**
 * The figures of one size, times in milliseconds and memory in bytes: for each contender `{ warm, first, peak }` or `{ failed }`
 * with the reason. `given` holds the reasons of those that are not tried again. A contender that finds other rows than there
 * are ends the measurement.
 */
export async function measure({ megabytes, changed, compact, runs, firstRuns, limit, dir, contenders, given, say }) {
  say(`${megabytes} MB: writing two states`);
  const pair = await writePair({ dir, bytes: megabytes * 1e6, changed, compact });
  const expected = join(dir, "expected.json");
  writeFileSync(expected, JSON.stringify({ rows: pair.rows.map(rowName), keys: pair.rows.flatMap(keysOf) }));
  const task = { old: pair.old, new: pair.new, expected };
  const results = {};
  for (const contender of contenders) {
    results[contender] = given[contender] ? { failed: given[contender] } : await firsts(contender, task, {
      limit, runs: firstRuns, say: (text) => say(`${megabytes} MB: ${text}`),
    });
  }
  const fit = contenders.filter((contender) => !results[contender].failed);
  say(`${megabytes} MB: ${runs} rounds of everyone in one process`);
  const all = limit * fit.length * (runs + 1);
  const warm = await child({ job: "warm", contenders: fit, rounds: runs, ...task }, { limit: all, flags: ["--expose-gc"] });
  if (warm.failed) throw new Error(`the warm runs ended early: ${warm.failed}`);
  for (const contender of fit) results[contender].warm = warm[contender];
  const memory = results[STACKSCOPE]?.first && (await peak(task, { limit, runs: firstRuns, say: () => say(`${megabytes} MB: memory`) }));
  return { megabytes, changed, compact, bytes: pair.bytes, resources: pair.resources, summary: pair.summary, results, memory };
}

/** First runs, each in a process of its own. */
async function firsts(contender, task, { limit, runs, say }) {
  const first = [];
  while (first.length < runs) {
    say(`${contender}, first run in a fresh process, ${first.length + 1} of ${runs}`);
    const { failed, ...time } = await child({ job: "first", contender, ...task }, { limit });
    if (failed) return { failed };
    first.push(time);
  }
  return { first };
}

/** Peak memory above an idle process while both files are streamed in and compared. */
async function peak(task, { limit, runs, say }) {
  const peaks = [];
  while (peaks.length < runs) {
    say();
    const idle = await child({ job: "idle", contender: STACKSCOPE }, { limit });
    const busy = await child({ job: "memory", contender: STACKSCOPE, ...task }, { limit });
    if (busy.failed) throw new Error(`the memory run ended early: ${busy.failed}`);
    peaks.push({ idle, busy });
  }
  return peaks;
}

/** The child's result, or `{ failed }` where it crashed or took longer than `limit` seconds; a wrong answer is an error. */
function child(task, { limit, flags = [] }) {
  return new Promise((resolve, reject) => {
    const started = fork(CHILD, { execArgv: flags, silent: true });
    let log = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      started.kill("SIGKILL");
    }, limit * 1000);
    started.stderr.on("data", (data) => { log += data; });
    started.once("message", ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    started.once("exit", (code, signal) => {
      clearTimeout(timer);
      if (late) resolve({ failed: `over ${limit} s` });
      else if (/heap out of memory|heap limit/i.test(log)) resolve({ failed: "out of memory" });
      else resolve({ failed: `ended with ${signal ?? code}: ${log.trim().split("\n").at(-1)}` });
    });
    started.send(task);
  });
}

export const NAMES = Object.keys(CONTENDERS);
