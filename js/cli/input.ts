/**
 * Inputs named on the command line: a file, stdin, or a stack of the server's in, a checkpoint out. Files are never held as a whole. An
 * input that cannot be read, or is no state, is an InputError; so is what the API says of a stack.
 */
import type { Checkpoint, LoadOptions } from "../node.js";
import { stackVersion, type StackVersion } from "./address.js";
import { connect, type ConnectionFlags } from "./connection.js";
import { InputError, isSystemError, UsageError } from "./exit.js";
import { note } from "./output.js";
import { progress } from "./progress.js";
import { isAbsent, openSource, unreadable, type Source } from "./source.js";

export interface Inputs {
  /** Where stacks are. */
  connection: ConnectionFlags;
  /** A state that this one probably resembles. */
  base?: Checkpoint;
}

/** Reads the state at `input`: a path, `-`, or `organization/project/stack[@version]`. */
export async function load(input: string, { connection, base }: Inputs): Promise<Checkpoint> {
  const name = input === "-" ? "stdin" : input;
  try {
    const stack = await stackNamed(input);
    const state = stack === undefined ? await read(input, name, base) : await download(stack, connection);
    for (const { code, message, path } of state.summary.warnings) note(`warning[${code}]: ${name}: ${message}${path === undefined ? "" : ` at ${path}`}`);
    return state;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new InputError(name, isSystemError(error) ? unreadable(error) : error);
  }
}

async function stackNamed(input: string): Promise<StackVersion | undefined> {
  const stack = stackVersion(input);
  return stack !== undefined && (await isAbsent(input)) ? stack : undefined;
}

async function download({ stack, version }: StackVersion, connection: ConnectionFlags): Promise<Checkpoint> {
  const cloud = await connect(connection);
  return cloud.stacks.exportState(stack, version === undefined ? {} : { version });
}

async function read(input: string, name: string, base: Checkpoint | undefined): Promise<Checkpoint> {
  const { Checkpoint } = await import("../node.js");
  const bar = progress(name);
  let source: Source | undefined;
  try {
    source = await openSource(input, "a state");
    const options: LoadOptions = { onProgress: bar.update };
    if (source.total !== undefined) options.total = source.total;
    if (base !== undefined) options.base = base;
    return await Checkpoint.load(source.bytes, options);
  } finally {
    bar.clear();
    await source?.close();
  }
}
