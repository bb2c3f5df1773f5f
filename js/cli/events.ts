/** `stackscope events STACK@UPDATE` */
import { Option, type Command } from "commander";
import type { EngineEvent } from "../node.js";
import { updateOf } from "./address.js";
import { addCall, given, type Call, type Done } from "./call.js";
import { atLeast } from "./connection.js";
import { linesOf, type EventLine } from "./event-lines.js";
import { Exit } from "./exit.js";
import { fromStart, resumed, type ListFlags } from "./listing.js";
import { note, useColor, write } from "./output.js";
import type { FormatFlags } from "./results.js";
import { masked } from "./secrets.js";
import { markdown, markdownRow, paint } from "./table.js";
import { findUpdate, kindOption, UPDATE, type KindFlags } from "./updates.js";
import { visibleJson, visibleLines } from "./visible.js";

interface Flags extends ListFlags, KindFlags {
  follow?: true;
  urn?: string;
}

export function eventsCommand(program: Command, done: Done): void {
  const options = [
    new Option("--follow", "wait for more until the update has ended; Ctrl-C leaves it running"),
    new Option("--urn <URN>", "events of this resource only"),
    kindOption(),
    new Option("--all", "print everything; this is the default here"),
    new Option("--limit <N>", "print N events").argParser(atLeast(1)).conflicts("all"),
    new Option("--resume <TOKEN>", "go on where an earlier run left off; it printed the token"),
  ];
  addCall(program, done, { spec: "events <STACK@UPDATE>", summary: "print the engine's events of an update, finished or running", description: DESCRIPTION, options, help: HELP }, events);
}

const DESCRIPTION = `Prints the engine's events of an update, finished or running. ${UPDATE} Text leaves out what did not change; JSON is an array of all events, one a line.`;

const HELP = `
Examples:
  $ stackscope events acme/web/prod@41
  $ stackscope events acme/web/dev@latest --follow
  $ stackscope events acme/web/prod@41 --format json > events.json`;

async function events({ cloud, flags }: Call<Flags>, text: string): Promise<number> {
  const { stack, update } = updateOf(text);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const out = writer(flags);
  let number = 0;
  try {
    const { id, kind } = await findUpdate(cloud, stack, update, flags.kind);
    const source = cloud.updates.events(stack, id, { signal: stop.signal, ...given({ kind, urn: flags.urn, follow: flags.follow }), ...resumed(flags) });
    const limit = flags.limit ?? Infinity;
    let read = true;
    while (read && number < limit) {
      const { done, value } = await source.next();
      if (done) break;
      number += 1;
      read = await out.event(value);
    }
    const { resumeToken } = source;
    await source.return();
    await out.end();
    if (number >= limit && resumeToken !== undefined) note(`note: ${number} events, more follow: --all, or --resume ${resumeToken}`);
    return Exit.ok;
  } catch (error) {
    // What was printed stays whole, so that --resume can go on behind it.
    if (number > 0) await out.end();
    if (stop.signal.aborted) return Exit.interrupted;
    throw number === 0 && flags.resume === undefined ? fromStart(error) : error;
  } finally {
    process.removeListener("SIGINT", interrupt);
  }
}

/** Prints events as they come; whether somebody still reads. */
interface EventWriter {
  event(event: EngineEvent): Promise<boolean>;
  end(): Promise<void>;
}

function writer(flags: FormatFlags): EventWriter {
  if (flags.format === "json") return jsonWriter();
  const row = flags.format === "markdown" ? markdownLine : textLine(useColor(flags.color));
  let begun = flags.format !== "markdown";
  const header = `${markdownRow(["time", "event"])}\n${markdownRow(["---", "---"])}\n`;
  return {
    async event(event) {
      const lines = linesOf(masked(event)).map(row).join("");
      if (lines === "") return true;
      const text = begun ? lines : header + lines;
      begun = true;
      return write(text);
    },
    async end() {
      if (!begun) await write(header);
    },
  };
}

/** The array is written as it grows, and closed whatever happens. */
function jsonWriter(): EventWriter {
  let number = 0;
  return {
    event: (event) => write(`${number++ === 0 ? "[\n" : ",\n"}${visibleJson(masked(event), 0)}`),
    async end() {
      await write(number === 0 ? "[]\n" : "\n]\n");
    },
  };
}

function markdownLine({ time, text }: EventLine): string {
  return `${markdownRow([time, markdown(text)])}\n`;
}

function textLine(color: boolean): (line: EventLine) => string {
  return ({ time, text, tone }) => `${paint(time, "faint", color)}  ${paint(visibleLines(text), tone, color)}\n`;
}
