// A sample backend, or a server of canned answers, and the command line run against it as a shell would.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { startBackend } from "../../dist/backend/index.js";

export const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), "stackscope-cli-api-"));
export const TOKEN = `pul-${"5ec2e7".repeat(7)}`;
export const PROD = "acme/web/prod";

/** A backend that ends with the test file. */
export async function backend(options) {
  const running = await startBackend({ token: TOKEN, ...options });
  after(() => running.close());
  return running;
}

/** A server that answers every request with what `answer(request)` gives: { status, headers, body }. */
export async function canned(answer) {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body = {} } = answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => server.closeAllConnections() ?? server.close());
  return { url: `http://127.0.0.1:${server.address().port}` };
}

export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Starts `stackscope …args`; `done` has exit code, stdout (text and bytes) and stderr. */
export function start(server, args, { input = "", env = {} } = {}) {
  const { NO_COLOR, FORCE_COLOR, PULUMI_BACKEND_URL, PULUMI_ACCESS_TOKEN, ...clean } = process.env;
  const own = { PULUMI_BACKEND_URL: server?.url ?? "", PULUMI_ACCESS_TOKEN: TOKEN };
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { ...clean, ...own, ...env } });
  const out = { stdout: [], stderr: [] };
  for (const name of ["stdout", "stderr"]) child[name].on("data", (chunk) => out[name].push(chunk));
  child.stdin.on("error", () => {}).end(input);
  const done = new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => {
      const bytes = Buffer.concat(out.stdout);
      const result = { code, signal, bytes, stdout: bytes.toString(), stderr: Buffer.concat(out.stderr).toString() };
      // Whatever it did, the caller's token stays inside.
      assert.ok(!`${result.stdout}${result.stderr}`.includes(TOKEN), "the token was printed");
      resolve(result);
    });
  });
  return { child, done, text: () => Buffer.concat(out.stdout).toString() };
}

export const stackscope = (server, args, options) => start(server, args, options).done;

/** Runs it, which must end with 0; its stdout. */
export async function text(server, ...args) {
  const { code, stdout, stderr } = await stackscope(server, args);
  assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** The same with --format json, parsed. */
export async function json(server, ...args) {
  return JSON.parse(await text(server, ...args, "--format", "json"));
}

/** Each of these, at once as far as the machine allows. */
export async function all(tasks, width = 3) {
  const results = [];
  const waiting = tasks.entries();
  const worker = async () => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
