// A module of the page's TypeScript, for tests that need no page.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Imports `path`, relative to the project. */
export async function bundled(path) {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-module-"));
  try {
    const made = await rolldown({ input: join(ROOT, path), platform: "browser", tsconfig: join(ROOT, "tsconfig.page.json"), resolve: { extensionAlias: { ".js": [".ts", ".js"] } } });
    await made.write({ file: join(folder, "module.mjs"), format: "esm" });
    await made.close();
    return await import(pathToFileURL(join(folder, "module.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
