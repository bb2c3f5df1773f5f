// The package as a user gets it: packed, then installed in an empty folder.
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

// Under `npm test` npm tells its children about this project; a user's shell does not.
const FOREIGN = /^npm_(package|lifecycle|config_(local_prefix|global_prefix|prefix|noproxy)|execpath|command|node_execpath)/;
export const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name) && name !== "NODE_PATH" && name !== "INIT_CWD"));

/** A program of this project's node_modules, for use on the folder of a test. */
export const tool = (path) => join(PROJECT, "node_modules", path);

/** Runs a program and gives exit code and output. */
export function run(program, args, cwd, input) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, input, encoding: "utf8", env: environment });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Packs the project and installs the archive in a new folder; `files` are the paths in the archive. */
export async function install() {
  const folder = mkdtempSync(join(tmpdir(), "stackscope-package-"));
  const exec = promisify(execFile);
  const packed = await exec("npm", ["pack", "--json", "--pack-destination", folder], { cwd: PROJECT, env: environment });
  const [{ filename, files, size }] = JSON.parse(packed.stdout);
  writeFileSync(join(folder, "package.json"), '{ "name": "someone", "private": true, "type": "module" }');
  await exec("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", `./${filename}`], { cwd: folder, env: environment });
  return { folder, size, files: files.map(({ path }) => path), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
