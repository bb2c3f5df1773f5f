/** `stackscope summary LOG` */
import { Command, Option } from "commander";
import type { EventLog, LogTextOptions } from "../node.js";
import { given } from "./call.js";
import { atLeast, connectionOptions } from "./connection.js";
import { Exit, UsageError } from "./exit.js";
import { loadLog, type LogFlags } from "./log-input.js";
import { note, print, useColor } from "./output.js";
import { kindOption } from "./updates.js";

interface Flags extends LogFlags {
  format: "text" | "json" | "markdown" | "diff" | "progress";
  color: "auto" | "always" | "never" | "raw" | "html";
  exitCode?: true;
  all?: true;
  showConfig?: true;
  showSames?: true;
  showReplacementSteps?: true;
  showReads?: true;
  showUrns?: true;
  showFullOutput?: true;
  suppressProgress?: true;
  stack?: string;
  project?: string;
  permalink?: string;
  preview?: true;
  update?: true;
  title?: string;
  marker?: string;
  maxLength?: number;
}

export function summaryCommand(done: (code: number) => void): Command {
  const command = new Command("summary")
    .summary("tell what an update did, from its event log")
    .description(
      "Tells what an update did: changes, failures, why resources were replaced, times, policies. Or prints the log as Pulumi's own command line does. Reads what `pulumi up --json`, `pulumi preview --json`, `--event-log FILE` and the API write, plain, gzip or zstd.",
    )
    .argument("<LOG>", "an event log: a file, - for stdin, or organization/project/stack@update")
    .addOption(new Option("--format <FORMAT>", "for people, scripts or a pull request; or as `pulumi up --diff` and Pulumi's progress view print it").choices(["text", "json", "markdown", "diff", "progress"]).default("text"))
    .addOption(new Option("--color <WHEN>", "colours; raw keeps Pulumi's own tags, html makes elements of them").choices(["auto", "always", "never", "raw", "html"]).default("auto"))
    .option("--all", "text: lists in full")
    .option("--exit-code", "exit with 1 unless the update succeeded")
    .option("--strict", "fail at the first line that is no event")
    .option("--follow", "wait until the update has ended")
    .addOption(kindOption());
  const pulumi = "As Pulumi's own options, for --format diff and progress:";
  const options = [
    new Option("--show-config", "show the configuration"),
    new Option("--show-sames", "show resources that stay as they are"),
    new Option("--show-replacement-steps", "show the steps of a replacement"),
    new Option("--show-reads", "show resources that are read (diff always does)"),
    new Option("--show-urns", "show URNs in place of names"),
    new Option("--show-full-output", "show long values in full"),
    new Option("--suppress-progress", "leave out downloads and installations"),
    new Option("--stack <NAME>", "the stack, if the log does not name it"),
    new Option("--project <NAME>", "the project, if the log does not name it"),
    new Option("--permalink <URL>", "address of the update, also for --format markdown"),
    new Option("--preview", "in the words of a preview, whatever the log says").conflicts("update"),
    new Option("--update", "in the words of an update, whatever the log says"),
  ];
  for (const option of options) command.addOption(option.helpGroup(pulumi));
  const markdown = [
    new Option("--title <TEXT>", "the heading"),
    new Option("--marker <WORD>", "put WORD into a hidden comment, to find the comment again"),
    new Option("--max-length <N>", "most characters (65536 unless told otherwise)").argParser(atLeast(1)),
  ];
  for (const option of markdown) command.addOption(option.helpGroup("For --format markdown:"));
  command.addHelpText("after", HELP).action(async (log: string, flags: Flags) => done(await summary(log, flags)));
  for (const option of connectionOptions()) command.addOption(option);
  return command;
}

const HELP = `
Examples:
  $ pulumi up --yes --json > up.ndjson; stackscope summary up.ndjson
  $ pulumi preview --json | stackscope summary - --format markdown > comment.md
  $ stackscope summary acme/web/prod@latest --follow
  $ stackscope summary up.ndjson --format json | jq .changes
  $ stackscope summary up.ndjson --format diff --show-sames --color always | less -R`;

async function summary(input: string, flags: Flags): Promise<number> {
  checkFormat(flags);
  const isView = VIEWS.has(flags.format);
  const { log, stack, interrupted } = await loadLog(input, isView ? Infinity : 0, flags);
  const { result, problems, problemCount } = log.overview();
  const name = input === "-" ? "stdin" : input;
  for (const { line, offset, message } of problems.slice(0, MOST_NOTES)) note(`warning: ${name}: line ${line}, byte ${offset}: ${message}`);
  if (problemCount > MOST_NOTES) note(`warning: ${name}: ${problemCount - MOST_NOTES} more pieces could not be read`);
  await print(render(log, flags, stack));
  if (interrupted) return Exit.interrupted;
  return flags.exitCode && result !== "succeeded" ? Exit.found : Exit.ok;
}

const VIEWS: ReadonlySet<string> = new Set(["diff", "progress"]);

/** Options that only some formats have. */
const BELONGS: [formats: string[], flags: (keyof Flags)[]][] = [
  [["diff", "progress"], ["showConfig", "showSames", "showReplacementSteps", "showReads", "showUrns", "showFullOutput", "suppressProgress", "stack", "project", "preview", "update"]],
  [["diff", "progress", "markdown"], ["permalink"]],
  [["markdown"], ["title", "marker", "maxLength"]],
  [["text"], ["all"]],
];

function checkFormat(flags: Flags): void {
  for (const [formats, names] of BELONGS) {
    const wrong = formats.includes(flags.format) ? undefined : names.find((name) => flags[name] !== undefined);
    if (wrong !== undefined) throw new UsageError(`--${wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} goes with --format ${formats.join(" or ")}`);
  }
  if (!VIEWS.has(flags.format) && (flags.color === "raw" || flags.color === "html")) throw new UsageError(`--color ${flags.color} goes with --format diff or progress`);
  if (flags.permalink !== undefined && !/^https?:\/\//.test(flags.permalink)) throw new UsageError("--permalink takes an address that begins with https:// or http://");
}

const MOST_NOTES = 5;

function render(log: EventLog, flags: Flags, stack: string | undefined): string {
  const { format, permalink } = flags;
  switch (format) {
    case "json":
      return log.toJson();
    case "markdown":
      return log.toMarkdown(given({ title: flags.title, marker: flags.marker, maxLength: flags.maxLength, link: permalink }));
    case "text":
      return log.toText({ color: useColor(flags.color === "always" || flags.color === "never" ? flags.color : "auto") ? "always" : "never", ...given({ all: flags.all }) });
    default:
      return log.toText(viewOptions(format, flags, stack));
  }
}

function viewOptions(style: "diff" | "progress", flags: Flags, stack: string | undefined): LogTextOptions {
  const { color } = flags;
  const [, project, name] = stack?.split("/") ?? [];
  return {
    style,
    color: color === "auto" ? (useColor("auto") ? "always" : "never") : color,
    ...given({
      showConfig: flags.showConfig,
      showSames: flags.showSames,
      showReplacementSteps: flags.showReplacementSteps,
      showReads: flags.showReads,
      showUrns: flags.showUrns,
      showFullOutput: flags.showFullOutput,
      suppressProgress: flags.suppressProgress,
      stack: flags.stack ?? name,
      project: flags.project ?? project,
      permalink: flags.permalink,
      preview: flags.preview ? true : flags.update ? false : undefined,
    }),
  };
}
