/** `npm run sample`: writes state files and an event log to try things on. See `--help`. */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeLog } from "./sample/log.mjs";
import { writePair, writeSample } from "./sample/pair.mjs";

const HOME = fileURLToPath(new URL("../dist/www/samples", import.meta.url));
const HELP = `npm run sample                      the sample program's two states and an update's event log, in dist/www/samples
npm run sample -- --resources N     a made-up pair of N resources (30000 are about 90 MB a state), in target/samples
npm run sample -- --bytes 75MB      the same by size

  --changed 1%                      share of resources that differ (1%)
  --seed N                          another pair of the same kind (1)
  --out DIR                         where to
  --compact                         JSON on one line, not indented
  --gzip                            compressed, as old.json.gz and new.json.gz
  --envelope export|backend         as \`pulumi stack export\` prints it (export), or as a self-managed backend keeps it
`;

const UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

function options() {
  const { values } = parseArgs({
    options: {
      resources: { type: "string" }, bytes: { type: "string" }, changed: { type: "string", default: "1%" }, seed: { type: "string", default: "1" },
      out: { type: "string" }, compact: { type: "boolean" }, gzip: { type: "boolean" }, envelope: { type: "string", default: "export" },
      help: { type: "boolean" },
    },
  });
  if (!["export", "backend"].includes(values.envelope)) throw new Error(`--envelope ${values.envelope}: export or backend`);
  return {
    help: values.help, gzip: values.gzip, compact: values.compact, envelope: values.envelope, dir: values.out,
    seed: number("--seed", values.seed),
    resources: values.resources && number("--resources", values.resources),
    bytes: values.bytes && size(values.bytes),
    changed: share(values.changed),
  };
}

function number(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} ${text}: not a whole number above 0`);
  return value;
}

function size(text) {
  const [, digits, unit] = /^([\d.]+)\s*(B|kB|MB|GB)?$/.exec(text) ?? [];
  if (!digits) throw new Error(`--bytes ${text}: not a size such as 75MB`);
  return Number(digits) * UNITS[unit ?? "B"];
}

function share(text) {
  const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(value >= 0 && value <= 1)) throw new Error(`--changed ${text}: not a share such as 1%`);
  return value;
}

function report({ old, new: newer, bytes, resources, summary }) {
  const line = (path, size_, count) => `${path}  ${(size_ / 1e6).toFixed(1)} MB  ${count} resources\n`;
  process.stdout.write(line(old, bytes.old, resources.old) + line(newer, bytes.new, resources.new));
  process.stdout.write(`expected: ${Object.entries(summary).map(([kind, count]) => `${count} ${kind}`).join(", ")}\n`);
}

try {
  const { help, ...chosen } = options();
  if (help) process.stdout.write(HELP);
  else if (chosen.resources || chosen.bytes) report(await writePair({ ...chosen, dir: chosen.dir ?? join("target", "samples") }));
  else {
    const dir = chosen.dir ?? HOME;
    report(await writeSample({ ...chosen, dir }));
    process.stdout.write(`${await writeLog({ dir })}\n`);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
