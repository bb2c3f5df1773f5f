/** `npm run bench -- events`: from the bytes of a long event log to what the update did, against JSON.parse for each line and the same fold in JavaScript. */
import { fork } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";

const HELP = `npm run bench -- events [options]

  --events N       events of the log (1000000, which is about 2.5 GB); it is made on the fly and streamed
  --resources N    resources that they are about (2000)
  --runs N         rounds; in each both contenders read the log in processes of their own (1)
  --json FILE      all figures
  --strict         fail where a target is missed: 3 times the speed, memory flat
`;

const NAMES = ["stackscope", "JSON.parse"];
const TARGET = 3;
/** Memory is flat where the second half of the log adds less than this, in bytes. */
const FLAT = 48 * 2 ** 20;

/** Exit code: 0; 1 where the two disagree, or with --strict where a target is missed; 2 for a bad command line. */
export async function run(args) {
  let options;
  try {
    options = parse(args);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (options.help) return process.stdout.write(HELP), 0;
  process.stdout.write(`${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version.slice(1)}\n`);
  const rounds = [];
  for (let round = 0; round < options.runs; round += 1) {
    const order = round % 2 === 0 ? NAMES : NAMES.toReversed();
    const measured = {};
    for (const name of order) measured[name] = await measure(name, options);
    rounds.push(measured);
  }
  const answers = NAMES.map((name) => JSON.stringify(rounds[0][name].answer));
  if (answers[0] !== answers[1]) {
    process.stderr.write(`the contenders disagree:\n${answers[0].slice(0, 600)}\n${answers[1].slice(0, 600)}\n`);
    return 1;
  }
  const best = (name) => rounds.map((round) => round[name]).reduce((a, b) => (b.seconds < a.seconds ? b : a));
  const [ours, theirs] = NAMES.map(best);
  const megabytes = (bytes) => Math.round(bytes / 1e6);
  process.stdout.write(`${options.events} events, ${megabytes(ours.bytes)} MB, ${options.resources} resources; best of ${options.runs}; values of unchanged resources are skimmed (keepBytes: 0)\n`);
  for (const [name, { seconds, bytes, memory }] of [["stackscope", ours], ["JSON.parse and the same fold", theirs]]) {
    const flat = memory.end - memory.half;
    process.stdout.write(
      `  ${name.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s ${Math.round(bytes / 1e6 / seconds).toString().padStart(5)} MB/s   resident: start ${megabytes(memory.start)}, half ${megabytes(memory.half)}, end ${megabytes(memory.end)} MB (${flat < FLAT ? "flat" : "grows"})\n`,
    );
  }
  const ratio = theirs.seconds / ours.seconds;
  const isFlat = ours.memory.end - ours.memory.half < FLAT;
  const met = ratio >= TARGET && isFlat;
  process.stdout.write(`  ${ratio.toFixed(1)} times the speed (target ${TARGET}); both found the same changes, resources and times\n`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ bench: "events", options, rounds, ratio }, null, 2)}\n`);
  return options.strict && !met ? 1 : 0;
}

function parse(args) {
  const { values } = parseArgs({
    args,
    options: {
      events: { type: "string", default: "1000000" }, resources: { type: "string", default: "2000" }, runs: { type: "string", default: "1" },
      json: { type: "string" }, strict: { type: "boolean" }, help: { type: "boolean" },
    },
  });
  const number = (name) => {
    if (!/^[1-9]\d*$/.test(values[name])) throw new Error(`--${name} ${values[name]}: not a whole number above 0`);
    return Number(values[name]);
  };
  if (!values.help && !existsSync(new URL("../dist/node.js", import.meta.url))) throw new Error("stackscope is not built: `npm run build` first");
  return { events: number("events"), resources: number("resources"), runs: number("runs"), json: values.json, strict: values.strict, help: values.help };
}

/** What a process of its own measures. */
function measure(name, { events, resources }) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("events/child.mjs", import.meta.url), { execArgv: ["--expose-gc"] });
    child.once("message", ({ result, error }) => (error === undefined ? resolve(result) : reject(new Error(error))));
    child.once("exit", (code) => code !== 0 && reject(new Error(`${name} ended with ${code}`)));
    child.send({ name, events, resources });
  });
}
