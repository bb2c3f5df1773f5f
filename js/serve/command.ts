/** `stackscope serve` */
import { Command, InvalidArgumentError, Option } from "commander";
import type { DialectName } from "../backend/index.js";
import { startServe, type Serving } from "./server.js";

export const DEFAULT_PORT = 4173;

interface Flags {
  port: number;
  backend?: string;
  allowWrites?: true;
  dialect?: DialectName;
}

export function serveCommand(done: (code: number) => void = () => {}): Command {
  return new Command("serve")
    .summary("show stacks in a page in the browser, of a backend or of a sample")
    .description("Serves the page on this machine only, and prints its address. Without --backend it shows a made-up organization held in memory.")
    .addOption(new Option("--port <N>", "the port to listen on; a taken one gives way to the next, 0 takes any").argParser(portOf).env("PORT").default(DEFAULT_PORT))
    .option("--backend <URL>", "show what this Pulumi service or self-hosted server has; the token comes from PULUMI_ACCESS_TOKEN")
    .option("--allow-writes", "pass on requests that change something, too")
    .addOption(new Option("--dialect <D>", "let the sample speak like another server").choices(["cloud", "procella", "pulumi-backend"]).conflicts("backend"))
    .addHelpText("after", HELP)
    .action(async (flags: Flags) => done(await run(flags)));
}

const HELP = `
Examples:
  $ stackscope serve
  $ PULUMI_ACCESS_TOKEN=… stackscope serve --backend https://api.pulumi.com

The token stays in this process: the page never sees it. Only the page itself and programs on this machine can use the server.
Ctrl-C stops it.`;

/** Runs until the process is told to stop; returns the exit code. */
async function run({ port, backend, allowWrites, dialect }: Flags): Promise<number> {
  let serving: Serving;
  try {
    serving = await startServe({ port, allowWrites: allowWrites === true, ...(backend === undefined ? {} : { backend }), ...(dialect === undefined ? {} : { sample: { dialect } }) });
  } catch (error) {
    process.stderr.write(`error[serve]: ${error instanceof RangeError ? error.message : `the server cannot start (${(error as NodeJS.ErrnoException).code ?? "unknown"})`}\n`);
    return error instanceof RangeError ? 2 : 1;
  }
  if (backend !== undefined && !process.env["PULUMI_ACCESS_TOKEN"]) process.stderr.write("warning: PULUMI_ACCESS_TOKEN is not set; the backend will refuse most requests\n");
  process.stdout.write(`stackscope is at ${serving.url}  (Ctrl-C stops it)\n`);
  await stopped();
  await serving.close();
  return 0;
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function portOf(given: string): number {
  const port = Number(given);
  if (given.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError("It takes a number from 0 to 65535.");
  return port;
}
