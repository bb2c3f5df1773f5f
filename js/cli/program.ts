/** The command line: its commands, its help, and how a run ends. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { checkCommand } from "./check.js";
import { diffCommand } from "./diff.js";
import { Exit, report } from "./exit.js";

/** Runs one command line and returns its exit code; never throws. */
export async function run(args: string[]): Promise<number> {
  let code: number = Exit.ok;
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

function build(done: (code: number) => void): Command {
  const program = new Command("stackscope")
    .description("What is in my Pulumi stacks, and what changed?")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showHelpAfterError("(run with --help for the options and examples)")
    .exitOverride()
    .addHelpText("after", HELP);
  for (const command of [diffCommand(done), checkCommand(done)]) {
    program.addCommand(command.copyInheritedSettings(program).helpOption("-h, --help", "print help"));
  }
  return program;
}

const HELP = `
A state is the file that \`pulumi stack export\` writes, a file of a self-managed backend, or the API's answer;
plain, gzip or zstd. \`-\` reads it from stdin. Secrets are never printed.

Examples:
  $ stackscope diff before.json after.json
  $ pulumi stack export | stackscope diff before.json -
  $ stackscope check state.json

Exit codes:
  0  done
  1  diff --exit-code: something differs; check: a finding of severity error
  2  the command line is wrong
  3  an input is absent, unreadable, or no state`;

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}
