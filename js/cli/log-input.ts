/**
 * Event logs named on the command line: a file, stdin, or an update of the server's in, an `EventLog` out.
 *
 * A log that cannot be read is an InputError, and so is what the API says of an update. A log of any length is read part by part.
 */
import type { EventLog } from "../node.js";
import { StackscopeError } from "../error.js";
import { stackVersion, updateOf } from "./address.js";
import { connect, type ConnectionFlags } from "./connection.js";
import { InputError, isSystemError, UsageError } from "./exit.js";
import { given } from "./call.js";
import { progress } from "./progress.js";
import { isAbsent, openSource, unreadable, type Source } from "./source.js";
import { findUpdate, type KindFlags } from "./updates.js";

export interface LogFlags extends ConnectionFlags, KindFlags {
  follow?: true;
  strict?: true;
}

export interface NamedLog {
  log: EventLog;
  /** Of an update of the server's. */
  stack?: string;
  /** The update goes on; Ctrl-C ended the waiting for it. */
  interrupted?: true;
}

/** Reads the log at `input`: a path, `-`, or `organization/project/stack@update`. */
export async function loadLog(input: string, keepBytes: number, flags: LogFlags): Promise<NamedLog> {
  const name = input === "-" ? "stdin" : input;
  try {
    if (isUpdate(input) && (await isAbsent(input))) return await download(input, keepBytes, flags);
    for (const [given, option] of [[flags.follow, "--follow"], [flags.kind, "--kind"]] as const) {
      if (given) throw new UsageError(`${option} goes with an update of a server's: organization/project/stack@update`);
    }
    const log = await read(input, name, { keepBytes, strict: flags.strict === true });
    if (log.length === 0) throw noEvents(log);
    return { log };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new InputError(name, isSystemError(error) ? unreadable(error) : error);
  }
}

/** A file without any event is none that was meant. */
function noEvents(log: EventLog): StackscopeError {
  const [first] = log.overview().problems;
  const place = first === undefined ? "it is empty" : `line ${first.line}: ${first.message}`;
  return new StackscopeError(`there is no engine event in it: ${place}`, {
    code: "wrong_shape",
    hint: "an event log is what `pulumi up --json`, `pulumi preview --json` or `--event-log FILE` writes; states are read by `diff` and `check`",
  });
}

function isUpdate(input: string): boolean {
  const at = input.indexOf("@");
  return stackVersion(at < 0 ? input : input.slice(0, at)) !== undefined;
}

async function download(input: string, keepBytes: number, flags: LogFlags): Promise<NamedLog> {
  const { stack, update } = updateOf(input);
  const cloud = await connect(flags);
  const { EventLog } = await import("../node.js");
  const { id, kind } = await findUpdate(cloud, stack, update, flags.kind);
  const log = new EventLog({ keepBytes });
  const asked = given({ kind });
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  if (flags.follow) process.once("SIGINT", interrupt);
  const waiting = progress(input, "events");
  try {
    for await (const page of cloud.updates.events(stack, id, flags.follow ? { ...asked, follow: true, signal: stop.signal } : asked).pages()) {
      log.push(page);
      page.free();
      waiting.update({ read: log.length });
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    // What was read until then is worth telling.
    return { log, stack, interrupted: true };
  } finally {
    process.removeListener("SIGINT", interrupt);
    waiting.clear();
  }
  if (!flags.follow) {
    const status = await cloud.updates.status(stack, id, asked).catch((error: unknown) => {
      // Not every server tells; the log then says what it can.
      if (error instanceof StackscopeError) return undefined;
      throw error;
    });
    if (status?.status !== undefined) log.setStatus(status.status);
  }
  return { log, stack };
}

async function read(input: string, name: string, options: { keepBytes: number; strict: boolean }): Promise<EventLog> {
  const { EventLog } = await import("../node.js");
  const bar = progress(name);
  let source: Source | undefined;
  try {
    source = await openSource(input, "an event log");
    return await EventLog.load(source.bytes, { ...options, onProgress: bar.update, ...given({ total: source.total }) });
  } finally {
    bar.clear();
    await source?.close();
  }
}
