// Runs the command line as a user's shell would.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), "stackscope-cli-"));

/** Writes `content` (text, bytes or a value) to a file of the test's own folder and returns the path. */
export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

/** Exit code, stdout and stderr of `stackscope …args`; `input` goes to stdin. */
export function stackscope(args, { input, env = {}, cwd = folder } = {}) {
  const { NO_COLOR, FORCE_COLOR, ...clean } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...clean, ...env } });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
    child.on("error", reject).on("close", (code, signal) => resolve({ code, signal, ...out }));
    // The program may rightly stop reading early.
    child.stdin.on("error", () => {}).end(input);
  });
}
