#!/usr/bin/env node
/**
 * Asks a real server, endpoint by endpoint, whether it answers as the client expects.
 *
 *   npm run test:live -- --backend https://api.pulumi.com --organization acme
 *
 * The token comes from PULUMI_ACCESS_TOKEN or `--token`, and is never printed. The suite makes a project, a team, webhooks and tokens of its own, all with a
 * random suffix, and takes them away again, after a failure and Ctrl-C as well; everything else it only reads. What would cost
 * money, show secrets or touch people it does not do unless told: `--deployments`, `--environment PROJECT/NAME`,
 * `--transfer-to ORGANIZATION`.
 *
 * Exits with 0 if no endpoint differs unexpectedly and nothing is left over (absent endpoints are fine), 1 otherwise, 2 for a wrong command
 * line, 130 after Ctrl-C.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { knownOf, SERVERS } from "./known.mjs";
import { json, text } from "./report.mjs";
import { run } from "./run.mjs";
import { deployments } from "./steps/deployments.mjs";
import { reads, server, teams, tokens, webhooks } from "./steps/organization.mjs";
import { creation, ending, reading, updates } from "./steps/stacks.mjs";

const STEPS = [...server, ...creation, ...reading, ...updates, ...reads, ...webhooks, ...teams, ...tokens, ...deployments, ...ending];

const OPTIONS = {
  backend: { type: "string" },
  token: { type: "string" },
  organization: { type: "string" },
  format: { type: "string", default: "text" },
  server: { type: "string" },
  deployments: { type: "boolean" },
  environment: { type: "string" },
  "transfer-to": { type: "string" },
  "allow-insecure": { type: "boolean" },
};

const USAGE = `usage: npm run test:live -- --backend URL [--token TOKEN] [--organization NAME] [--format text|json]
         [--server ${SERVERS.join("|")}] [--deployments] [--environment PROJECT/NAME] [--transfer-to ORGANIZATION] [--allow-insecure]
The token is taken from PULUMI_ACCESS_TOKEN if --token is not given.`;

function usage(problem) {
  console.error(`test:live: ${problem}\n${USAGE}`);
  return 2;
}

async function main(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    return usage(error.message);
  }
  const token = values.token ?? process.env.PULUMI_ACCESS_TOKEN;
  if (!values.backend) return usage("--backend is missing");
  if (!token) return usage("there is no token");
  if (!["text", "json"].includes(values.format)) return usage("--format is text or json");
  if (values.server !== undefined && !SERVERS.includes(values.server)) return usage(`--server is one of ${SERVERS.join(", ")}`);
  if (values.environment !== undefined && values.environment.split("/").length !== 2) return usage("--environment is PROJECT/NAME");

  const facts = {
    project: `stackscope-live-${randomBytes(4).toString("hex")}`,
    stackName: "live",
    organization: values.organization,
    environment: values.environment,
    transferTo: values["transfer-to"],
    deployments: values.deployments || undefined,
  };
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    console.error("\ntest:live: taking away what was made; once more to leave it");
    controller.abort();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const progress = (call) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${call}`);
  try {
    const options = { token, baseUrl: values.backend, allowInsecure: values["allow-insecure"] };
    const { table, left } = await run(options, STEPS, facts, { signal: controller.signal, known: knownOf(values.server), progress });
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    const told = { table, left, backend: values.backend, project: facts.project };
    console.log(values.format === "json" ? json(told) : text(told));
    return table.surprises > 0 || left.length > 0 ? 1 : 0;
  } catch (error) {
    for (const what of error.left ?? []) console.error(`test:live: left over: ${what}`);
    if (controller.signal.aborted) return 130;
    console.error(`test:live: ${error.message}`);
    return error.code === "validation" ? 2 : 1;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

process.exitCode = await main(process.argv.slice(2));
