/** `npm run bench -- diff`: from two states' bytes to the list of what changed, against other libraries. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NAMES, measure } from "./diff/measure.mjs";
import { CONTENDERS } from "./diff/contenders.mjs";
import { summarize, table } from "./diff/report.mjs";

const HELP = `npm run bench -- diff [options]

  --sizes 5,75,150    sizes of one state, in MB
  --changed 1%        share of resources that differ
  --compact           states on one line, as the API and self-managed backends keep them, not as \`stack export\` prints them
  --runs N            warm rounds (5)
  --first-runs N      fresh processes for each contender (3)
  --limit S           seconds after which a run counts as too slow (120)
  --only NAME         a contender; may be repeated: ${NAMES.join("; ")}
  --json FILE         all figures
  --strict            fail where a target is missed
`;

/** Exit code: 0; 1 where a contender was wrong, or with --strict where a target is missed; 2 for a bad command line. */
export async function run(args) {
  let options;
  try {
    options = parse(args);
  } catch (error) {
    return complain(error.message, 2);
  }
  if (options.help) return process.stdout.write(HELP), 0;
  const dir = mkdtempSync(join(tmpdir(), "stackscope-bench-"));
  const machine = facts();
  process.stdout.write(`${machine.cpu}, ${machine.cores} cores, ${machine.memory}; Node ${machine.node}\n`);
  const sizes = [];
  const given = {};
  try {
    for (const megabytes of options.sizes) {
      const measured = await measure({ ...options, megabytes, given, dir, say });
      clear();
      process.stdout.write(table(measured));
      for (const [name, { failed }] of Object.entries(measured.results)) if (failed) given[name] ??= `not run: ${failed} at ${megabytes} MB`;
      sizes.push({ ...measured, ...summarize(measured) });
    }
  } catch (error) {
    clear();
    return complain(error.message, 1);
  } finally {
    rmSync(dir, { recursive: true });
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ bench: "diff", machine, sizes }, null, 2)}\n`);
  return options.strict && sizes.some(({ verdicts }) => verdicts.some(({ met }) => !met)) ? 1 : 0;
}

function parse(args) {
  const text = (value) => ({ type: "string", default: value });
  const { values } = parseArgs({
    args,
    options: {
      sizes: text("5,75,150"), changed: text("1%"), runs: text("5"), "first-runs": text("3"), limit: text("120"), json: { type: "string" },
      only: { type: "string", multiple: true, default: NAMES }, compact: { type: "boolean", default: false }, strict: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const number = (option, value) => {
    if (!(Number(value) > 0)) throw new Error(`${option} ${value}: not a number above 0`);
    return Number(value);
  };
  const unknown = values.only.find((name) => !NAMES.includes(name));
  if (unknown) throw new Error(`--only ${unknown}: there are ${NAMES.join("; ")}`);
  const ours = values.only.some((name) => CONTENDERS[name].ours);
  if (ours && !values.help && !existsSync(new URL("../dist/node.js", import.meta.url))) {
    throw new Error("stackscope is not built: `npm run build` first, or name others with --only");
  }
  return {
    sizes: values.sizes.split(",").map((size) => number("--sizes", size)), changed: number("--changed", values.changed.replace(/%$/, "")) / 100,
    runs: number("--runs", values.runs), firstRuns: number("--first-runs", values["first-runs"]), limit: number("--limit", values.limit),
    contenders: values.only, compact: values.compact, json: values.json, strict: values.strict, help: values.help,
  };
}

function facts() {
  return {
    cpu: cpus()[0].model.trim(), cores: availableParallelism(), memory: `${Math.round(totalmem() / 2 ** 30)} GiB`, node: process.version.slice(1),
    platform: `${process.platform} ${process.arch}`,
  };
}

function say(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else process.stderr.write(`${text}\n`);
}

function clear() {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

function complain(text, code) {
  process.stderr.write(`${text}\n`);
  return code;
}
