// Replays recorded exchanges with a server through the client: npm run conformance:api -- FOLDER [--at-least N]
//
// In: a folder of records (see records.mjs). Out: counts and failures on stdout. Exit 1 on a failure, or where fewer than N
// exchanges (500 if absent) were replayed; exit 2 on a usage error. Uses no network.

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRecords } from "./records.mjs";
import { replayer } from "./replay.mjs";
import { report } from "./report.mjs";

const AT_LEAST = 500;

/** What the arguments say; undefined where they say nothing that is understood. */
function parse(args) {
  const rest = [...args];
  let atLeast = AT_LEAST;
  const option = rest.indexOf("--at-least");
  if (option >= 0) {
    const [, count] = rest.splice(option, 2);
    if (!/^\d+$/.test(count ?? "")) return undefined;
    atLeast = Number(count);
  }
  const [folder, ...more] = rest;
  return folder === undefined || folder.startsWith("-") || more.length > 0 ? undefined : { folder, atLeast };
}

/** Runs the command; its exit code. */
export async function main(args, say = console.log, complain = console.error) {
  const options = parse(args);
  if (options === undefined) {
    complain("usage: npm run conformance:api -- FOLDER [--at-least N]");
    return 2;
  }
  let records;
  try {
    records = readRecords(options.folder);
  } catch (error) {
    complain(`the folder cannot be read: ${error.message}`);
    return 2;
  }
  const { PulumiCloud, StackscopeError, endpoints } = await import("../../dist/node.js");
  const replay = replayer({ PulumiCloud, StackscopeError, endpoints: endpoints() });
  const results = [];
  for (const exchange of records.exchanges) results.push({ exchange, ...(await replay(exchange)) });
  const { lines, ok } = report(records, results, options.atLeast);
  for (const line of lines) say(line);
  return ok ? 0 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
