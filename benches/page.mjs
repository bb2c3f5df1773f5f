/** `npm run bench -- page`: how soon the page can be used, how soon it shows what two files differ in, and how long its thread is kept busy. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { launch } from "../scripts/chromium.mjs";
import { writePair } from "../scripts/sample/pair.mjs";
import { serve } from "../scripts/serve.mjs";
import { median } from "./diff/report.mjs";
import { page, plain, start } from "./page/measure.mjs";

const HELP = `npm run bench -- page [options]

  --sizes 5,85      sizes of one state, in MB; two are compared
  --changed 1%      share of resources that differ
  --runs N          visits of each kind (3); the median counts
  --json FILE       all figures
  --strict          fail where a target is missed
`;

/** In milliseconds. A search waits 120 ms for the typing to pause; the target is for what comes after. */
const TARGETS = { task: 50, answer: 100 };
const TYPING_PAUSE = 120;

/** Exit code: 0; with --strict 1 where a target is missed; 2 for a bad command line. */
export async function run(args) {
  let options;
  try {
    options = parse(args);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (options.help) return process.stdout.write(HELP), 0;
  const folder = mkdtempSync(join(tmpdir(), "stackscope-bench-"));
  const browser = await launch();
  const servers = [await serve({ port: 0, www: process.env.STACKSCOPE_WWW }), await serve({ port: 0, www: await plainPage(join(folder, "plain")) })];
  const [ours, theirs] = servers.map(({ url }) => url);
  try {
    process.stdout.write(`${cpus()[0].model.trim()}, ${availableParallelism()} cores; Chromium ${browser.version()}; medians of ${options.runs}, milliseconds\n\n`);
    const begun = await several(options.runs, () => start(browser, ours));
    process.stdout.write(`The page can be used after ${begun.usable} (longest task ${begun.longest}).\n\n`);
    const sizes = [];
    for (const megabytes of options.sizes) {
      const { old, new: newer } = await writePair({ dir: join(folder, String(megabytes)), bytes: megabytes * 1e6, changed: options.changed });
      const stackscope = await several(options.runs, () => page(browser, ours, [old, newer]));
      const without = await several(options.runs, () => plain(browser, theirs, [old, newer]).catch((error) => ({ failed: error.message.split("\n")[0] })));
      sizes.push({ megabytes, stackscope, plain: without });
    }
    const verdicts = judge(sizes);
    process.stdout.write(`${table(sizes)}\n\n${verdicts.map(({ met, text }) => `${met ? "met    " : "MISSED "} ${text}`).join("\n")}\n`);
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ bench: "page", start: begun, sizes, verdicts }, null, 2)}\n`);
    return options.strict && verdicts.some(({ met }) => !met) ? 1 : 0;
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true });
  }
}

/** The median of each figure, rounded; what failed once has failed. */
async function several(runs, measure) {
  const all = [];
  while (all.length < runs) all.push(await measure());
  return all.find(({ failed }) => failed) ?? merged(all);
}

function merged(all) {
  return Object.fromEntries(Object.keys(all[0]).map((name) => {
    const values = all.map((one) => one[name]);
    return [name, typeof values[0] === "object" ? merged(values) : Math.round(median(values))];
  }));
}

function judge(sizes) {
  const verdict = (what, figure, target) => ({ met: figure <= target, text: `${what}: ${figure} ms; the target is ${target}` });
  return sizes.flatMap(({ megabytes, stackscope: { longest, search, scroll } }) => [
    verdict(`${megabytes} MB, longest task until the first rows`, longest, TARGETS.task),
    verdict(`${megabytes} MB, longest task of a search and of scrolling`, Math.max(search.longest, scroll.longest), TARGETS.task),
    verdict(`${megabytes} MB, a search after the typing has paused`, Math.max(0, search.answered - TYPING_PAUSE), TARGETS.answer),
    verdict(`${megabytes} MB, a leap through the rows`, scroll.answered, TARGETS.answer),
  ]);
}

function table(sizes) {
  const rows = [["two states of", "", "first rows", "longest task", "search", "scroll"]];
  for (const { megabytes, stackscope: { rows: first, longest, search, scroll }, plain: without } of sizes) {
    rows.push([`${megabytes} MB`, "stackscope", first, longest, search.answered, scroll.answered]);
    rows.push(["", "JSON.parse and microdiff in the page", ...(without.failed ? [without.failed, ""] : [without.rows, without.longest]), "", ""]);
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) => `| ${row.map((cell, column) => (column > 1 ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[column]))).join(" | ")} |`;
  return [line(rows[0]), `|${widths.map((width, column) => (column > 1 ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`, ...rows.slice(1).map(line)].join("\n");
}

async function plainPage(folder) {
  mkdirSync(folder, { recursive: true });
  const made = await rolldown({ input: fileURLToPath(new URL("page/plain.mjs", import.meta.url)), platform: "browser" });
  await made.write({ file: join(folder, "plain.js"), format: "esm" });
  await made.close();
  writeFileSync(join(folder, "index.html"), '<!doctype html><meta charset="utf-8"><title>plain</title><link rel="icon" href="icon.svg"><input type="file" multiple><ul></ul><script type="module" src="plain.js"></script>');
  copyFileSync(new URL("../www/icon.svg", import.meta.url), join(folder, "icon.svg"));
  return folder;
}

function parse(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: "string", default: "5,85" }, changed: { type: "string", default: "1%" }, runs: { type: "string", default: "3" },
      json: { type: "string" }, strict: { type: "boolean" }, help: { type: "boolean" },
    },
  });
  const number = (option, value) => {
    if (!(Number(value) > 0)) throw new Error(`${option} ${value}: not a number above 0`);
    return Number(value);
  };
  if (!values.help && !process.env.STACKSCOPE_WWW && !existsSync(new URL("../dist/www/main.js", import.meta.url))) throw new Error("the page is not built: `npm run build` first");
  return {
    sizes: values.sizes.split(",").map((size) => number("--sizes", size)), changed: number("--changed", values.changed.replace(/%$/, "")) / 100,
    runs: number("--runs", values.runs), json: values.json, strict: values.strict, help: values.help,
  };
}
