/** An event log to try things on: an update of the sample organisation that replaces a resource and takes its time. Of what was built: the sample backend. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STACK = "acme/web/prod";
const VERSION = 22;

/** Writes `update.json` into `dir`, one event a line, and gives its path. */
export async function writeLog({ dir }) {
  const [{ startBackend }, { PulumiCloud }] = await Promise.all([import("../../dist/backend/index.js"), import("../../dist/node.js")]);
  const backend = await startBackend();
  try {
    const cloud = new PulumiCloud({ baseUrl: backend.url, token: backend.token });
    const { updateID } = await cloud.updates.get(STACK, VERSION);
    const log = await cloud.updates.eventLog(STACK, updateID);
    const path = join(dir, "update.json");
    mkdirSync(dir, { recursive: true });
    writeFileSync(path, log.toNdjson());
    return path;
  } finally {
    await backend.close();
  }
}
