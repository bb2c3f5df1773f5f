#!/usr/bin/env node
/**
 * Inventories an organization's stacks as CSV: what each holds, who changed it last and how that went, whether it drifts.
 *
 *   node inventory.mjs ORGANIZATION > stacks.csv
 *   node inventory.mjs ORGANIZATION --resume TOKEN >> stacks.csv
 *
 * The token comes from PULUMI_ACCESS_TOKEN, the server from PULUMI_BACKEND_URL. `--project NAME` takes the stacks of one project,
 * `--state` also reads each state, for the version of Pulumi that wrote it, protected resources and interrupted operations,
 * `--concurrency N` bounds the requests under way (default 8).
 *
 * A stack that cannot be read has the reason in `error`; what a server does not offer stays empty. Where the whole breaks off, by an error or
 * Ctrl-C, stderr says how to go on. Exits with 0 if every stack is listed, 1 if it broke off, 2 for a wrong command line.
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { PulumiCloud } from "stackscope";

export const COLUMNS = [
  "organization", "project", "stack", "lastUpdate", "kind", "result", "version", "by", "resources", "running", "drift", "repository", "tags",
  "pulumiVersion", "protected", "interrupted", "error",
];

/** Stacks whose rows are gathered at a time. After each batch there is a place to go on from. */
const BATCH = 50;

/** How many updates are looked at to find one that is no preview. */
const PREVIEWS = 5;

/** Errors that concern one stack, and not the server or the token. */
const OF_ONE_STACK = new Set(["not_found", "forbidden", "decode", "wrong_shape", "unsupported_version", "truncated", "not_json", "plan_required"]);

/**
 * Gives the rows in batches, in the service's order.
 *
 * @param {PulumiCloud} cloud
 * @param {{ organization: string, project?: string, state?: boolean, resume?: string, signal?: AbortSignal }} options
 * @returns {AsyncGenerator<{ rows: Record<string, unknown>[], resume: string | undefined }>}
 */
export async function* inventory(cloud, { organization, project, state = false, resume, signal }) {
  const list = cloud.stacks.list({ organization, ...(project ? { project } : {}), ...(resume ? { resume } : {}), signal });
  for (let batch = [], ended = false; !ended; batch = []) {
    while (batch.length < BATCH && !ended) {
      const { done, value } = await list.next();
      if (done) ended = true;
      // Some servers list every stack there is, whatever was asked for.
      else if (value.orgName === organization && (!project || value.projectName === project)) batch.push(value);
    }
    const next = list.resumeToken;
    const rows = await Promise.all(batch.map((summary) => describe(cloud, summary, { state, signal })));
    yield { rows, resume: ended ? undefined : next };
  }
}

/** The row of one stack. The client itself bounds how many requests are under way. */
async function describe(cloud, summary, { state, signal }) {
  const { orgName, projectName, stackName } = summary;
  const row = { organization: orgName, project: projectName, stack: stackName };
  const name = { organization: orgName, project: projectName, stack: stackName };
  try {
    const [stack, update, count, drift, checkpoint] = await Promise.all([
      cloud.stacks.get(name, { signal }),
      lastUpdate(cloud, name, signal),
      summary.resourceCount ?? unlessAbsent(cloud.stacks.resourceCount(name, { signal })).then((answer) => answer?.resourceCount),
      unlessAbsent(cloud.drift.status(name, { signal })),
      state ? cloud.stacks.exportState(name, { signal }) : undefined,
    ]);
    const tags = stack.tags ?? {};
    const { kind, result, startTime, endTime } = update?.info ?? {};
    return {
      ...row,
      lastUpdate: moment(endTime || startTime || summary.lastUpdate),
      kind,
      result,
      version: update?.version ?? update?.info?.version,
      by: update?.requestedBy?.githubLogin,
      resources: count,
      running: stack.currentOperation?.kind,
      drift: drift?.driftDetected ? "drifted" : drift?.latestDriftRun ? "none" : undefined,
      repository: [tags["vcs:owner"] ?? tags["gitHub:owner"], tags["vcs:repo"] ?? tags["gitHub:repo"]].filter(Boolean).join("/"),
      tags: Object.entries(tags).map(([tag, value]) => `${tag}=${value}`).sort().join("; "),
      ...(checkpoint ? facts(checkpoint) : {}),
    };
  } catch (error) {
    if (!OF_ONE_STACK.has(error?.code)) throw error;
    return { ...row, error: `${error.code}: ${error.serverMessage ?? error.message}` };
  }
}

/** The newest update that is no preview: some servers list previews too. */
async function lastUpdate(cloud, name, signal) {
  for (const update of await cloud.updates.list(name, { pageSize: PREVIEWS, signal }).toArray({ limit: PREVIEWS })) {
    if (!/^preview$|^P[a-z]/.test(update.info?.kind ?? "")) return update;
  }
  return undefined;
}

/** What only the state knows. */
function facts(checkpoint) {
  try {
    return {
      pulumiVersion: checkpoint.summary.manifest?.version,
      protected: checkpoint.resources({ limit: 0, filter: { flags: ["protect"] } }).total,
      interrupted: checkpoint.pendingOperations().length,
    };
  } finally {
    checkpoint.free();
  }
}

/** `undefined` where the server has no such endpoint, or nothing to say. */
async function unlessAbsent(call) {
  try {
    return await call;
  } catch (error) {
    if (["unsupported", "not_found", "plan_required", "forbidden"].includes(error?.code)) return undefined;
    throw error;
  }
}

const moment = (seconds) => (seconds > 0 ? new Date(seconds * 1_000).toISOString() : undefined);

/** Rows as CSV lines (RFC 4180). */
export const lines = (rows) => rows.map((row) => `${COLUMNS.map((column) => cell(row[column])).join(",")}\r\n`).join("");

/**
 * A value as a cell. Text that a spreadsheet would take for a formula gets an apostrophe in front: tags and names are
 * written by many hands.
 */
export function cell(value) {
  const plain = value === undefined || value === null ? "" : String(value);
  const text = typeof value === "string" && /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function main(args) {
  const options = {
    project: { type: "string" },
    state: { type: "boolean" },
    resume: { type: "string" },
    concurrency: { type: "string", default: "8" },
  };
  let values, positionals, cloud;
  try {
    ({ values, positionals } = parseArgs({ args, options, allowPositionals: true }));
    if (positionals.length !== 1) return usage("one organization is needed");
    cloud = new PulumiCloud({
      token: process.env.PULUMI_ACCESS_TOKEN,
      baseUrl: process.env.PULUMI_BACKEND_URL || undefined,
      maxConcurrency: Number(values.concurrency),
      source: "stackscope-inventory",
    });
  } catch (error) {
    return usage(error.message);
  }

  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort(new Error("interrupted")));
  const [organization] = positionals;
  const written = { stacks: 0, errors: 0, resume: values.resume };
  try {
    if (!values.resume) await write(process.stdout, `${COLUMNS.join(",")}\r\n`);
    for await (const { rows, resume } of inventory(cloud, { organization, ...values, signal: controller.signal })) {
      await write(process.stdout, lines(rows));
      written.stacks += rows.length;
      written.errors += rows.filter(({ error }) => error).length;
      written.resume = resume;
      console.error(`inventory: ${written.stacks} stacks`);
    }
  } catch (error) {
    const place = written.resume;
    console.error(`inventory: ${error?.message ?? error}${error?.code ? ` [${error.code}]` : ""}`);
    console.error(place === undefined ? "inventory: start again" : `inventory: go on with --resume ${place}`);
    return error?.code === "validation" && written.stacks === 0 ? 2 : 1;
  }
  if (written.errors > 0) console.error(`inventory: ${written.errors} of them could not be read`);
  return 0;
}

/** Waits for slow readers, so that what was written stays within bounds. */
function write(stream, text) {
  return new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

function usage(problem) {
  console.error(`inventory: ${problem}\nusage: inventory.mjs ORGANIZATION [--project NAME] [--state] [--concurrency N] [--resume TOKEN]`);
  return 2;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = await main(process.argv.slice(2));
