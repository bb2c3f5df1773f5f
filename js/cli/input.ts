/**
 * Inputs named on the command line: a file, stdin, or a stack of the server's in, a checkpoint out. Files are never held as a whole. An
 * input that cannot be read, or is no state, is an InputError; so is what the API says of a stack.
 */
import { fstat as fstatCallback, read as readCallback } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { promisify } from "node:util";
import type { Checkpoint, LoadOptions } from "../node.js";
import { StackscopeError } from "../error.js";
import { stackVersion, type StackVersion } from "./address.js";
import { connect, type ConnectionFlags } from "./connection.js";
import { InputError, isSystemError, UsageError } from "./exit.js";
import { note } from "./output.js";
import { progress } from "./progress.js";

/** Large enough that the calls cost nothing, small enough to stay in the processor's cache. */
const CHUNK = 1 << 20;

// By descriptor rather than by handle: stdin has no handle.
const readChunk = promisify(readCallback);
const fstat = promisify(fstatCallback);

interface Source {
  bytes: AsyncIterable<Uint8Array>;
  total?: number;
  close(): Promise<void>;
}

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

/** A file goes first: whoever has one of that name means it. */
async function stackNamed(input: string): Promise<StackVersion | undefined> {
  const stack = stackVersion(input);
  if (stack === undefined) return undefined;
  const absent = await lstat(input).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
  return absent ? stack : undefined;
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
    source = await (input === "-" ? standardInput() : openFile(input));
    const options: LoadOptions = { onProgress: bar.update };
    if (source.total !== undefined) options.total = source.total;
    if (base !== undefined) options.base = base;
    return await Checkpoint.load(source.bytes, options);
  } finally {
    bar.clear();
    await source?.close();
  }
}

async function openFile(path: string): Promise<Source> {
  const file = await open(path, "r");
  try {
    return { ...(await fromDescriptor(file.fd)), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function standardInput(): Promise<Source> {
  const stdin = 0;
  const about = await fstat(stdin);
  // The stream would take a directory for an empty input; reading it says what it is.
  if (about.isFile() || about.isDirectory()) return { ...(await fromDescriptor(stdin)), close: async () => {} };
  if (process.stdin.isTTY) process.stderr.write("reading a state from the terminal; end with Ctrl-D\n");
  // Node's stream copes with pipes and terminals in any mode.
  return { bytes: process.stdin, close: async () => {} };
}

async function fromDescriptor(descriptor: number): Promise<Omit<Source, "close">> {
  const about = await fstat(descriptor);
  const bytes = chunks(descriptor);
  // Pipes and the files of /proc have no size.
  return about.isFile() && about.size > 0 ? { bytes, total: about.size } : { bytes };
}

/** Two buffers in turn: while one is being taken in, the system fills the other. A chunk is valid until the next is asked for. */
async function* chunks(descriptor: number): AsyncGenerator<Uint8Array, void, void> {
  let [current, next] = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
  let reading = readChunk(descriptor, current, 0, CHUNK, null);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = readChunk(descriptor, next, 0, CHUNK, null);
      yield current.subarray(0, bytesRead);
      [current, next] = [next, current];
    }
  } finally {
    // Where the reader gave up early, the file must not be closed under a read.
    await reading.catch(() => {});
  }
}

const REASONS: Record<string, [message: string, hint?: string]> = {
  ENOENT: ["no such file", "check the path; `pulumi stack export --file NAME` writes a state to a file"],
  EISDIR: ["is a directory, not a state file", "name one file in it"],
  EACCES: ["permission denied"],
  ENOTDIR: ["a part of the path is not a directory"],
  ELOOP: ["too many symbolic links"],
};

function unreadable(error: NodeJS.ErrnoException): StackscopeError {
  const [message, hint] = REASONS[error.code ?? ""] ?? [`cannot be read (${error.code})`];
  return new StackscopeError(message, { code: "unreadable", hint, cause: error });
}
