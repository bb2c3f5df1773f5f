/** `stackscope check STATE` */
import { Command, Option } from "commander";
import { connectionOptions, type ConnectionFlags } from "./connection.js";
import { Exit } from "./exit.js";
import { load } from "./input.js";
import { print, useColor, type ColorChoice } from "./output.js";

interface Flags extends ConnectionFlags {
  format: "text" | "json" | "markdown";
  color: ColorChoice;
}

export function checkCommand(done: (code: number) => void): Command {
  const command = new Command("check")
    .summary("look for damage in a state")
    .description("Looks for what Pulumi would trip over: duplicate URNs, parents, providers and dependencies that are missing or come later, pending operations, a component with an id. Each finding says how to repair it.")
    .argument("<STATE>", "a file, - for stdin, or organization/project/stack[@version]")
    .addOption(new Option("--format <FORMAT>", "how to print: for people, scripts, or a pull request").choices(["text", "json", "markdown"]).default("text"))
    .addOption(new Option("--color <WHEN>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .addHelpText("after", HELP)
    .action(async (state: string, flags: Flags) => done(await check(state, flags)));
  for (const option of connectionOptions()) command.addOption(option);
  return command;
}

const HELP = `
Exits with 1 if there is a finding of severity error; warnings alone leave it at 0.

Examples:
  $ stackscope check state.json
  $ pulumi stack export | stackscope check -
  $ stackscope check acme/web/prod
  $ stackscope check state.json --format json | jq -r '.findings[].code'`;

async function check(input: string, flags: Flags): Promise<number> {
  const state = await load(input, { connection: flags });
  const result = state.check();
  switch (flags.format) {
    case "text":
      await print(state.checkText({ color: useColor(flags.color) }));
      break;
    case "json":
      await print(JSON.stringify(result, null, 2));
      break;
    case "markdown":
      await print(state.checkMarkdown());
  }
  return result.findings.some(({ severity }) => severity === "error") ? Exit.found : Exit.ok;
}
