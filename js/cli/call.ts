/** A command that speaks with a server: the options that all of them have, and the run of one. */
import { Option, type Command } from "commander";
import type { PulumiCloud } from "../node.js";
import { connect, connectionOptions, type ConnectionFlags } from "./connection.js";
import { UsageError } from "./exit.js";
import type { Format, FormatFlags } from "./results.js";

export type Done = (code: number) => void;

export interface Call<F = object> {
  cloud: PulumiCloud;
  flags: F & ConnectionFlags & FormatFlags;
}

export interface CallCommand {
  /** Name and arguments, such as `get <STACK>`. */
  spec: string;
  summary: string;
  /** More than the summary. */
  description?: string;
  options?: Option[];
  /** Takes something away: needs `--yes`. */
  takesAway?: boolean;
  /** Where the output has a form of its own and no colours: how it can be printed, the usual way first. */
  formats?: readonly Format[];
  /** Printed below the help. */
  help?: string;
}

/** Adds the command to `parent`; `act` runs it and returns the exit code if that isn't 0. */
export function addCall<A extends unknown[], F>(parent: Command, done: Done, about: CallCommand, act: (call: Call<F>, ...args: A) => Promise<number | void>): void {
  const { spec, summary, description = `${summary[0]?.toUpperCase()}${summary.slice(1)}.`, options = [], takesAway = false, formats, help } = about;
  const command = parent.command(spec).summary(summary).description(description);
  for (const option of [...options, ...(takesAway ? [YES] : []), ...(formats === undefined ? [formatOption(), COLOR] : [formatOption(formats)]), ...connectionOptions()]) command.addOption(option);
  if (help !== undefined) command.addHelpText("after", help);
  command.action(async (...given: unknown[]) => {
    const flags = given.at(-2) as Call<F>["flags"] & { yes?: true };
    if (takesAway && !flags.yes) throw new UsageError(`this takes something away; repeat it with --yes if you mean it`);
    const cloud = await connect(flags);
    done((await act({ cloud, flags }, ...(given.slice(0, -2) as A))) ?? 0);
  });
}

const YES = new Option("--yes", "do it; without this nothing happens");

const COLOR = new Option("--color <WHEN>", "colour the text").choices(["auto", "always", "never"]).default("auto");

function formatOption(formats: readonly Format[] = ["text", "json", "markdown"]): Option {
  const use = formats.length > 1 ? "how to print: for people, scripts, or a pull request" : "how to print; there is one way";
  return new Option("--format <FORMAT>", use).choices(formats).default(formats[0]);
}

/** A command that only has commands. */
export function addGroup(program: Command, name: string, summary: string, examples: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .helpCommand("help [command]", "print help for a command")
    .addHelpText("after", `\nExamples:\n${examples.trim().split("\n").map((line) => `  $ ${line.trim()}`).join("\n")}`);
}

/** An option that may be given many times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description} (repeatable)`).argParser((value: string, before: string[] = []) => [...before, value]);
}

/** `NAME=VALUE` texts as an object; the first `=` divides. */
export function pairs(texts: readonly string[], what: string): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at <= 0) throw new UsageError(`${what} takes NAME=VALUE, not \`${text}\``);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

/** Leaves out what was not given: the client takes absent for absent. */
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
