/** `stackscope diff OLD NEW` */
import { Command, Option } from "commander";
import type { DiffOptions, StateDiff } from "../node.js";
import { repeatable } from "./call.js";
import { connectionOptions, type ConnectionFlags } from "./connection.js";
import { Exit, UsageError } from "./exit.js";
import { load } from "./input.js";
import { print, useColor, type ColorChoice } from "./output.js";

interface Flags extends ConnectionFlags {
  format: "text" | "json" | "markdown" | "patch";
  exitCode?: true;
  compare: "versions" | "stacks";
  ignore?: string[];
  ignoreType?: string[];
  ignoreUrn?: string[];
  unordered?: string[];
  listKey?: Record<string, string>;
  showInternal?: true;
  allowPlaintext?: true;
  color: ColorChoice;
}

export function diffCommand(done: (code: number) => void): Command {
  const command = new Command("diff")
    .summary("show what changed between two states")
    .description("Shows what changed from OLD to NEW: resources matched by URN, replaces and moves told apart from deletes and creates, and every changed property with its path.")
    .argument("<OLD>", "the earlier state: a file, - for stdin, or organization/project/stack[@version]")
    .argument("<NEW>", "the later state, named in the same ways")
    .addOption(new Option("--format <FORMAT>", "how to print: for people, scripts, a pull request, or as an RFC 6902 patch of OLD's JSON").choices(["text", "json", "markdown", "patch"]).default("text"))
    .option("--exit-code", "exit with 1 if anything differs")
    .addOption(new Option("--compare <WHAT>", "two versions of one stack, or two stacks of one program (ids and times don't count)").choices(["versions", "stacks"]).default("versions"))
    .addOption(repeatable("--ignore <PATH>", "leave out properties that match, such as outputs.tags.lastSeen"))
    .addOption(repeatable("--ignore-type <TYPE>", "leave out resources of this type, such as aws:iam/*"))
    .addOption(repeatable("--ignore-urn <GLOB>", "leave out resources whose URN matches, such as *::tmp-*"))
    .addOption(repeatable("--unordered <PATH>", "compare the list there without regard to order"))
    .addOption(new Option("--list-key <PATH=KEY>", "match the objects in the list at PATH by their KEY (repeatable)").argParser(listKey))
    .option("--show-internal", "show properties whose name begins with __")
    .option("--allow-plaintext", "let a patch hold secrets that a state stores in plain text")
    .addOption(new Option("--color <WHEN>", "colour the text").choices(["auto", "always", "never"]).default("auto"))
    .addHelpText("after", HELP)
    .action(async (older: string, newer: string, flags: Flags) => done(await diff(older, newer, flags)));
  for (const option of connectionOptions()) command.addOption(option);
  return command;
}

const HELP = `
Examples:
  $ stackscope diff before.json after.json
  $ stackscope diff acme/web/prod@41 acme/web/prod
  $ stackscope diff before.json after.json --ignore outputs.tags.lastSeen --ignore-type aws:ssm/parameter:Parameter
  $ stackscope diff staging.json prod.json --compare stacks
  $ stackscope diff before.json after.json --format json --exit-code > diff.json || echo changed
  $ stackscope diff before.json after.json --format patch > change.json-patch

In a PATH, * stands for one key or index (outputs.rules[*].port); what lies below is left out too. In a TYPE or GLOB, * stands for
any text. Paths are Pulumi's, rooted at the record's field: inputs.tags["a.b"], outputs.rules[2].`;

async function diff(older: string, newer: string, flags: Flags): Promise<number> {
  if (older === "-" && newer === "-") throw new UsageError("only one of OLD and NEW can be - (stdin)");
  if (flags.allowPlaintext && flags.format !== "patch") throw new UsageError("--allow-plaintext goes with --format patch; the other formats never show secrets");
  const old = await load(older, { connection: flags });
  const result = old.diff(await load(newer, { connection: flags, base: old }), options(flags));
  await print(render(result, flags));
  return flags.exitCode && result.differs ? Exit.found : Exit.ok;
}

function options(flags: Flags): DiffOptions {
  const { ignore = [], ignoreType = [], ignoreUrn = [], unordered = [], listKey: listKeys = {} } = flags;
  return {
    compare: flags.compare,
    ignore: [...ignore, ...ignoreType.map((type) => ({ type })), ...ignoreUrn.map((urn) => ({ urn }))],
    unordered,
    listKeys,
    showInternal: flags.showInternal === true,
  };
}

function render(result: StateDiff, flags: Flags): string {
  switch (flags.format) {
    case "text":
      return result.toText({ color: useColor(flags.color) });
    case "json":
      return result.toJson();
    case "markdown":
      return result.toMarkdown();
    case "patch":
      return result.toJsonPatch({ allowPlaintext: flags.allowPlaintext === true });
  }
}

/** The last `=` divides: a path may hold one, a key hardly. */
function listKey(value: string, before: Record<string, string> = {}): Record<string, string> {
  const at = value.lastIndexOf("=");
  if (at <= 0 || at === value.length - 1) throw new UsageError(`--list-key takes PATH=KEY, such as inputs.rules=port, not \`${value}\``);
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}
