#!/usr/bin/env node
/**
 * Fails a pipeline when a change of state deletes or replaces what it must not.
 *
 *   pulumi stack export --file before.json
 *   pulumi up --yes
 *   pulumi stack export --file after.json
 *   node guard.mjs before.json after.json --type 'aws:rds/*' --type 'aws:dynamodb/*' --urn '*::prod-*'
 *
 * Guarded is a resource whose record in the earlier state says `protect`, or whose type or URN matches a pattern (`*` stands for any
 * text). `--allow PATTERN` lets the URNs that match go all the same. With `--json` the findings are printed as JSON.
 *
 * Exits with 0 if nothing guarded is lost, 1 if something is, 2 for a wrong command line, 3 for an input that is no state.
 */
import { createReadStream } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Checkpoint, StackscopeError } from "stackscope";

/**
 * The changes from `older` to `newer` that lose something guarded.
 *
 * @param {Checkpoint} older
 * @param {Checkpoint} newer
 * @param {{ types?: string[], urns?: string[], allow?: string[], protect?: boolean }} rules
 * @returns {{ urn: string, type: string, kind: "delete" | "replace", because: string }[]}
 */
export function losses(older, newer, { types = [], urns = [], allow = [], protect = true } = {}) {
  const guards = [
    ...types.map((pattern) => ({ because: `its type matches ${pattern}`, holds: matcher(pattern, "type") })),
    ...urns.map((pattern) => ({ because: `its URN matches ${pattern}`, holds: matcher(pattern, "urn") })),
  ];
  if (protect) guards.push({ because: "it is protected", holds: (change) => isProtected(older, change) });
  const allowed = allow.map((pattern) => matcher(pattern, "urn"));

  const found = [];
  const diff = older.diff(newer);
  for (const change of all(diff)) {
    if (allowed.some((holds) => holds(change))) continue;
    const guard = guards.find(({ holds }) => holds(change));
    if (guard) found.push({ urn: change.urn, type: change.type, kind: change.kind, because: guard.because });
  }
  diff.free();
  return found;
}

/** Every delete and replace of the diff, a page at a time: a diff may have many thousands of rows. */
function* all(diff) {
  for (let offset = 0; ; ) {
    const { rows, total } = diff.changes({ offset, limit: 500, filter: { kind: ["delete", "replace"] } });
    yield* rows;
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return;
  }
}

function isProtected(older, { urn, oldUrn = urn, pendingDelete, kind }) {
  // A row left over from an earlier replace stands under the same URN as its successor.
  const leftover = kind === "delete" && pendingDelete === true;
  return older.resource(oldUrn, { delete: leftover })?.protect === true;
}

function matcher(pattern, key) {
  const expression = new RegExp(`^${pattern.split("*").map(literal).join("[^]*")}$`);
  return (change) => expression.test(change[key]);
}

function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function main(args) {
  const options = {
    type: { type: "string", multiple: true },
    urn: { type: "string", multiple: true },
    allow: { type: "string", multiple: true },
    "no-protect": { type: "boolean" },
    json: { type: "boolean" },
  };
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return usage(error.message);
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 2) return usage("two states are needed");

  const states = [];
  for (const path of positionals) {
    try {
      states.push(await Checkpoint.load(createReadStream(path, { highWaterMark: 1 << 20 })));
    } catch (error) {
      console.error(`guard: ${path}: ${error.message}${error instanceof StackscopeError ? ` [${error.code}]` : ""}`);
      return 3;
    }
  }
  const found = losses(...states, { types: values.type, urns: values.urn, allow: values.allow, protect: !values["no-protect"] });

  if (values.json) console.log(JSON.stringify({ losses: found }, null, 2));
  else for (const { urn, kind, because } of found) console.log(`${kind} of ${urn}: ${because}`);
  if (found.length === 0) console.error("guard: nothing guarded is lost");
  else console.error(`guard: ${found.length} of the changes must not be`);
  return found.length === 0 ? 0 : 1;
}

function usage(problem) {
  console.error(`guard: ${problem}\nusage: guard.mjs BEFORE AFTER [--type GLOB]… [--urn GLOB]… [--allow GLOB]… [--no-protect] [--json]`);
  return 2;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = await main(process.argv.slice(2));
