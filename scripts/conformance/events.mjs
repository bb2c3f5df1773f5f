// Prints recorded event logs and holds the text against what Pulumi's command line printed: npm run conformance -- FOLDER [--raw] [--show NAME]
//
// In: a folder with `eventstream.json` files at any depth, `diff.stdout.txt` and `progress.stdout.txt` beside them. Out: for each check `N passed, N failed` and
// the names that failed; with --show the first difference of one log. Exit 1 where no log was found, or where a failure is not in explained.json, which
// docs/conformance.md explains; exit 2 on a usage error. Uses no network.

import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CHECKS } from "./event-checks.mjs";
import { findLogs } from "./event-logs.mjs";

const EXPLAINED = new URL("explained.json", import.meta.url);

function parse(args) {
  const rest = [...args];
  const raw = rest.includes("--raw");
  if (raw) rest.splice(rest.indexOf("--raw"), 1);
  const at = rest.indexOf("--show");
  const shown = at < 0 ? undefined : rest.splice(at, 2)[1];
  const [folder, ...more] = rest;
  if (folder === undefined || folder.startsWith("-") || more.length > 0 || (at >= 0 && shown === undefined)) return undefined;
  return { folder, raw, shown };
}

/** Runs the command; its exit code. */
export async function main(args, say = console.log, complain = console.error) {
  const options = parse(args);
  if (options === undefined) {
    complain("usage: npm run conformance -- FOLDER [--raw] [--show NAME]");
    return 2;
  }
  let logs;
  try {
    logs = findLogs(options.folder);
  } catch (error) {
    complain(`the folder cannot be read: ${error.message}`);
    return 2;
  }
  if (logs.length === 0) {
    complain(`no eventstream.json with recorded texts below ${options.folder}`);
    return 1;
  }
  const explained = JSON.parse(readFileSync(EXPLAINED, "utf8"));
  const { EventLog } = await import("../../dist/node.js");
  let unexplained = 0;
  say(`${logs.length} event logs${options.raw ? ", colour tags included" : ""}`);
  for (const check of CHECKS) {
    const known = explained[check.name] ?? {};
    const results = logs.map((log) => ({ log, ...check.run(EventLog, log, options.raw) })).filter(({ skipped }) => !skipped);
    const failed = results.filter(({ ok }) => !ok);
    const news = failed.filter(({ log }) => known[lastPart(log.name)] === undefined);
    unexplained += news.length;
    say(`${check.name}: ${results.length - failed.length} passed, ${failed.length} failed${failed.length > news.length ? ` (${failed.length - news.length} explained)` : ""}`);
    for (const { log, why } of failed) {
      const reason = known[lastPart(log.name)];
      say(`  ${reason === undefined ? "FAILED" : "explained"} ${log.name}: ${reason ?? why}`);
    }
    for (const { log } of results.filter(({ ok, log }) => ok && known[lastPart(log.name)] !== undefined)) say(`  passes now, though explained: ${log.name}`);
    for (const { log, difference } of results) if (options.shown !== undefined && lastPart(log.name) === lastPart(options.shown) && difference) say(difference);
  }
  return unexplained === 0 ? 0 : 1;
}

const lastPart = (name) => name.split("/").at(-1);

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
