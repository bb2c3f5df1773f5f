// Bundles what browsers load: the elements (dist/elements) and the page (dist/www). After tsc and the wasm build.
//
//   node scripts/page.mjs                        both
//   node scripts/page.mjs --out DIR              the page alone, elsewhere
//   node scripts/page.mjs --files-only --out DIR the page alone, built so that it can talk to no server but its own
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { policyOf } from "../dist/serve/headers.js";
import { writeLog } from "./sample/log.mjs";
import { writeSample } from "./sample/pair.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const SHIPPED = join(ROOT, "dist/www");
const CORE = join(ROOT, "js/browser.js");
const FONTS = [
  ["inter", "Inter"],
  ["jetbrains-mono", "JetBrains Mono"],
];

const { values } = parseArgs({ options: { "files-only": { type: "boolean" }, out: { type: "string" } } });

/** What the elements import from the package itself: left outside of the elements' bundle, taken in by the page's. */
function core(found) {
  return {
    name: "core",
    resolveId(source, importer) {
      return importer && source.endsWith("browser.js") && resolve(dirname(importer), source) === CORE ? found : null;
    },
  };
}

async function bundle(input, out, found, { minify }) {
  const made = await rolldown({
    input,
    plugins: [core(found)],
    platform: "browser",
    tsconfig: join(ROOT, "tsconfig.page.json"),
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    onwarn: (warning) => { throw new Error(warning.message); },
  });
  await made.write({ dir: out, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", minify });
  await made.close();
}

async function elements() {
  const out = join(ROOT, "dist/elements");
  // tsc has written the declarations here; what an earlier run bundled goes.
  for (const name of readdirSync(out)) if (name.endsWith(".js")) rmSync(join(out, name));
  await bundle({ index: join(ROOT, "js/elements/index.ts"), worker: join(ROOT, "js/elements/worker/worker.ts") }, out, { id: "../browser.js", external: true }, { minify: false });
}

async function page(out, filesOnly) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await bundle({ main: join(ROOT, "www/main.ts"), elements: join(ROOT, "www/elements.ts"), worker: join(ROOT, "js/elements/worker/worker.ts") }, out, { id: join(ROOT, "dist/browser.js") }, { minify: true });
  for (const name of ["index.html", "elements.html"]) {
    const html = readFileSync(join(ROOT, "www", name), "utf8");
    writeFileSync(join(out, name), html.replace("%POLICY%", policyOf({ filesOnly })).replace("%BUILD%", filesOnly ? "files" : "whole"));
  }
  copyFileSync(join(ROOT, "www/icon.svg"), join(out, "icon.svg"));
  cpSync(join(ROOT, "www/css"), join(out, "css"), { recursive: true });
  // The page that `npm pack` ships finds the module in pkg; one that stands alone needs its own.
  if (out !== SHIPPED) copyFileSync(join(ROOT, "pkg/stackscope_bg.wasm"), join(out, "stackscope_bg.wasm"));
  mkdirSync(join(out, "fonts"));
  for (const [name] of FONTS) {
    const from = join(ROOT, `node_modules/@fontsource-variable/${name}`);
    for (const set of ["latin", "latin-ext"]) copyFileSync(join(from, `files/${name}-${set}-wght-normal.woff2`), join(out, `fonts/${name}-${set}.woff2`));
    copyFileSync(join(from, "LICENSE"), join(out, `fonts/${name}-LICENSE.txt`));
  }
  const samples = join(out, "samples");
  await Promise.all([writeSample({ dir: samples }), writeLog({ dir: samples })]);
}

if (values["files-only"]) await page(resolve(values.out ?? "dist/www-files"), true);
else if (values.out) await page(resolve(values.out), false);
else {
  await elements();
  await page(SHIPPED, false);
}
