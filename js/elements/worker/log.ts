/**
 * Answers about event logs: of files, and of a server's updates, which are followed while they run.
 *
 * A log is named by its number. Everything fails with `gone` where the worker holds no such log any more.
 */
import { EventLog } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { linePage, type LinePage } from "./diff-shape.js";
import { factsOf, wholeOf, type LogFacts } from "./log-facts.js";
import { Feed, type FeedReport } from "./log-feed.js";
import { findUpdate, type UpdateFacts, type UpdateName } from "./log-find.js";
import { linesBetween } from "./log-lines.js";
import { messagesOf, outputsOf, policiesOf, timingOf, type MessageFilter, type Outputs, type Policies, type Timing } from "./log-lists.js";
import { positionOf, resourceOf, rowsOf, sideOf, type LogFilter, type LogResource } from "./log-rows.js";
import { linesOf, plainOf, type TextChoice } from "./log-text.js";
import type { Context, Progress } from "./messages.js";
import { rest, type Rest } from "./shown.js";
import { bytesOf, seldom, type BytesSource } from "./source.js";

export interface OpenLog {
  id: number;
  facts: LogFacts;
  /** Of a server's update. */
  update?: UpdateFacts;
}

/** Where the rest of a long value is. */
export type LogWhere = { urn: string; at: number; side: "before" | "after" } | { output: string };

interface OfLog {
  log: number;
}
interface Span {
  offset: number;
  limit: number;
}

const LONGEST_COPY = 5_000_000;
const KEEP_BYTES = 64 * 1024 * 1024;

export function logCalls(desk: Desk) {
  const feeds = new WeakMap<EventLog, Feed>();
  return {
    /** Reads a log. Its events are kept for the command line's own texts if there are not too many; `keepAll` keeps them all. */
    "log.open": async ({ source, keepAll }: { source: BytesSource; keepAll: boolean }, { signal, report }: Context<Progress>): Promise<OpenLog> => {
      const isLarge = "file" in source && source.file.size > KEEP_BYTES;
      const keepBytes = keepAll ? Infinity : isLarge ? 0 : KEEP_BYTES;
      const log = await EventLog.load(await bytesOf(source, signal), { signal, keepBytes, onProgress: seldom(report) });
      if (log.length === 0) throw noEvents(log);
      return { id: desk.keep("log", log), facts: factsOf(log, desk.urns) };
    },
    /** Finds an update of a stack. Its log is empty until `log.follow`. */
    "log.find": async ({ server, ...name }: UpdateName & { server: number }, { signal }: Context): Promise<OpenLog> => {
      const cloud = desk.server(server);
      const found = await findUpdate(cloud, name, signal);
      const log = new EventLog({ keepBytes: KEEP_BYTES });
      feeds.set(log, new Feed(log, desk.urns, cloud, found));
      return { id: desk.keep("log", log), facts: factsOf(log, desk.urns), update: found.facts };
    },
    /** Reads the events of an update, waiting for more until it has ended; goes on where it was when it is called again. */
    "log.follow": async ({ log }: OfLog, { signal, report }: Context<FeedReport>): Promise<FeedReport> => {
      const feed = feeds.get(desk.log(log));
      if (feed === undefined) return { facts: factsOf(desk.log(log), desk.urns), ended: true };
      await feed.listen(signal, report);
      return feed.report;
    },
    "log.resources": ({ log, filter, offset, limit }: OfLog & Span & { filter: LogFilter }) => rowsOf(desk.log(log), desk.urns, filter, offset, limit),
    "log.position": ({ log, filter, urn }: OfLog & { filter: LogFilter; urn: string }, { signal }: Context): Promise<number> => positionOf(desk.log(log), filter, desk.urns.full(urn), signal),
    "log.resource": ({ log, urn }: OfLog & { urn: string }): LogResource | undefined => resourceOf(desk.log(log), desk.urns, desk.urns.full(urn)),
    "log.rest": ({ log, where, from }: OfLog & { where: LogWhere; from: number }): Rest => {
      const of = desk.log(log);
      return rest("output" in where ? wholeOf(of).outputs[where.output] : sideOf(of, desk.urns.full(where.urn), where.at, where.side), from);
    },
    /** Further lines of a property that differs by lines. */
    "log.propertyLines": ({ log, urn, at, from }: OfLog & { urn: string; at: number; from: number }): LinePage => {
      const [before, after] = (["before", "after"] as const).map((side) => sideOf(desk.log(log), desk.urns.full(urn), at, side));
      return linePage(linesBetween(before, after) ?? [], from);
    },
    "log.messages": ({ log, filter, offset, limit }: OfLog & Span & { filter: MessageFilter }) => messagesOf(desk.log(log), desk.urns, filter, offset, limit),
    /** A message that is too long to be shown, to be copied; the first five million characters of it. */
    "log.message": ({ log, at }: OfLog & { at: number }): string => cut(wholeOf(desk.log(log)).diagnostics[at]?.message.trimEnd() ?? "", LONGEST_COPY),
    "log.policies": ({ log }: OfLog): Policies => policiesOf(desk.log(log), desk.urns),
    "log.timing": ({ log }: OfLog): Timing => timingOf(desk.log(log), desk.urns),
    "log.outputs": ({ log }: OfLog): Outputs => outputsOf(desk.log(log)),
    "log.lines": ({ log, choice, offset, limit }: OfLog & Span & { choice: TextChoice }) => linesOf(desk.log(log), choice, offset, limit),
    /** The log in a form to be copied or saved; as a Blob, which crosses to the page without being copied. */
    "log.save": ({ log, form, choice, title }: OfLog & { form: "markdown" | "json" | "ndjson" | "text"; choice?: TextChoice; title?: string }): Blob => {
      const of = desk.log(log);
      if (form === "markdown") return new Blob([of.toMarkdown(title ? { title } : {})]);
      if (form === "json") return new Blob([of.toJson()]);
      if (form === "ndjson") return new Blob([of.toNdjson()]);
      return new Blob([plainOf(of, choice ?? { style: "summary", showSames: false })]);
    },
  };
}

/** A file without any event is none that was meant. */
function noEvents(log: EventLog): Error {
  const [first] = log.overview().problems;
  const place = first === undefined ? "it is empty" : `line ${first.line}: ${first.message}`;
  return Object.assign(new Error(`there is no engine event in it: ${place}`), {
    code: "wrong_shape",
    hint: "An event log is what `pulumi up --json`, `pulumi preview --json` or `--event-log FILE` writes.",
  });
}
