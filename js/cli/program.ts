/** The command line: its commands, its help, and how a run ends. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { serveCommand } from "../serve/command.js";
import { pageCommand } from "../serve/static.js";
import { apiCommand } from "./api.js";
import { auditCommands } from "./audit.js";
import type { Done } from "./call.js";
import { checkCommand } from "./check.js";
import { diffCommand } from "./diff.js";
import { eventsCommand } from "./events.js";
import { Exit, report } from "./exit.js";
import { exportCommand } from "./export.js";
import { membersCommands } from "./members.js";
import { searchCommand } from "./search.js";
import { stacksCommands } from "./stacks.js";
import { summaryCommand } from "./summary.js";
import { tagsCommands } from "./tags.js";
import { teamsCommands } from "./teams.js";
import { tokensCommands } from "./tokens.js";
import { updatesCommands } from "./updates.js";
import { usageCommand } from "./usage.js";
import { visibleLines } from "./visible.js";
import { webhooksCommands } from "./webhooks.js";

/** Runs one command line and returns its exit code; never throws. */
export async function run(args: string[]): Promise<number> {
  let code: number = Exit.ok;
  // Nobody reads what is said beside the result: no reason to fail.
  process.stderr.on("error", () => {});
  const program = build((exit) => {
    code = exit;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.ok : Exit.usage;
    return report(error);
  }
}

/** The order of the help. */
const API = [stacksCommands, updatesCommands, eventsCommand, exportCommand, tagsCommands, membersCommands, teamsCommands, tokensCommands, webhooksCommands, auditCommands, usageCommand, searchCommand, apiCommand];

function build(done: Done): Command {
  const program = new Command("stackscope")
    .description("What is in my Pulumi stacks, and what changed?")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureOutput({ writeErr: (text) => void process.stderr.write(visibleLines(text)) })
    .showHelpAfterError("(run with --help for the options and examples)")
    .exitOverride()
    .addHelpText("after", HELP);
  for (const command of [diffCommand(done), summaryCommand(done), checkCommand(done), serveCommand(done), pageCommand(done)]) {
    program.addCommand(command.copyInheritedSettings(program).helpOption("-h, --help", "print help"));
  }
  program.commandsGroup("Pulumi Cloud, or a server that speaks its API:");
  for (const add of API) add(program, done);
  return program;
}

const HELP = `
A state is the file that \`pulumi stack export\` writes, a file of a self-managed backend, or the API's answer; plain, gzip or zstd.
\`-\` reads it from stdin, organization/project/stack[@version] from the server. Secrets are not printed; \`export\` gives them encrypted.

The server is https://api.pulumi.com, unless PULUMI_BACKEND_URL or --backend names another; the token comes from PULUMI_ACCESS_TOKEN.

Examples:
  $ stackscope diff before.json after.json
  $ stackscope diff acme/web/prod@41 acme/web/prod
  $ pulumi stack export | stackscope check -
  $ pulumi up --yes --json | stackscope summary -
  $ stackscope stacks list --organization acme

Exit codes:
  0  done
  1  diff --exit-code: something differs; summary --exit-code: the update did not succeed; check: a finding of severity error
  2  the command line is wrong
  3  an input is absent, unreadable, no state and no log
  4  the API refused, failed, or cannot be reached
  70 a defect of stackscope
  74 the result cannot be written`;

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}
