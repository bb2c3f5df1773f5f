/**
 * `npm run screenshots`: photographs each view, light and dark, narrow to wide, into target/screenshots, with an index to look through.
 * `npm run screenshots -- diff connect` takes only those. A view that can't be brought to stand is named, and the exit code is 1.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { writeLog } from "./sample/log.mjs";
import { writePair, writeSample } from "./sample/pair.mjs";
import { SCENES } from "./screenshots/scenes.mjs";
import { serve } from "./serve.mjs";

const FOLDER = fileURLToPath(new URL("../target/screenshots", import.meta.url));
const SAMPLES = join(FOLDER, "samples");
const WIDTHS = { 360: 740, 1280: 860, 1920: 1080 };
const THEMES = ["light", "dark"];
const PATIENCE_MS = 15_000;
/** For what moves into place. */
const SETTLE_MS = 350;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SCENES));
if (unknown.length > 0) {
  process.stderr.write(`no scene ${unknown.join(", ")}; there are: ${Object.keys(SCENES).join(", ")}\n`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : Object.keys(SCENES);
if (asked.length === 0) rmSync(FOLDER, { recursive: true, force: true });
const folders = await samples(names.some((name) => SCENES[name].large));
const server = await serve({ port: 0, www: process.env.STACKSCOPE_WWW });
const browser = await launch();
const missed = [];
try {
  for (const name of names) {
    const begun = performance.now();
    await photograph(name).catch((error) => missed.push(`${name}: ${error.message.split("\n")[0]}`));
    process.stdout.write(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(SAMPLES, { recursive: true });
}
writeFileSync(join(FOLDER, "index.html"), index());
for (const line of missed) process.stderr.write(`missed ${line}\n`);
process.stdout.write(`${join(FOLDER, "index.html")}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;

/** One visit, seen at every width and in both themes. */
async function photograph(name) {
  const { hash = "", run = () => {}, large = false } = SCENES[name];
  const context = await browser.newContext({ viewport: { width: 1280, height: WIDTHS[1280] } });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    const page = await context.newPage();
    await page.goto(server.url + hash);
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Stacks" }).waitFor();
    await run(page, large ? folders.large : folders.small);
    for (const [width, height] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width: Number(width), height });
      await page.mouse.move(0, 0);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(SETTLE_MS);
        await page.screenshot({ path: join(FOLDER, `${name}-${width}-${theme}.png`) });
      }
    }
  } finally {
    await context.close();
  }
}

async function samples(withLarge) {
  const small = join(SAMPLES, "small");
  const large = join(SAMPLES, "large");
  mkdirSync(small, { recursive: true });
  await Promise.all([writeSample({ dir: small }), writeLog({ dir: small })]);
  writeFileSync(join(small, "cut.json"), readFileSync(join(small, "old.json")).subarray(0, 20_000));
  if (withLarge) await writePair({ dir: large, resources: 30_000, changed: 0.2 });
  return { small, large };
}

function index() {
  const taken = readdirSync(FOLDER).filter((file) => file.endsWith(".png"));
  const scenes = Object.keys(SCENES).filter((name) => taken.includes(`${name}-1280-light.png`));
  const shots = (name) => Object.keys(WIDTHS).flatMap((width) => THEMES.map((theme) => `<a href="${name}-${width}-${theme}.png"><img loading="lazy" src="${name}-${width}-${theme}.png" alt="${name}, ${width} pixels, ${theme}"></a>`));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Screenshots of stackscope</title>
<style>body { font: 14px system-ui; margin: 24px; background: #999 } section { display: flex; flex-wrap: wrap; gap: 8px } img { height: 320px; display: block }</style>
<h1>Screenshots</h1>
${scenes.map((name) => `<h2>${name}</h2>\n<section>${shots(name).join("\n")}</section>`).join("\n")}
</html>
`;
}
