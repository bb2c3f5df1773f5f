/** Inputs named on the command line: a file or stdin in, a checkpoint out, without ever holding the whole file. */
import { fstat as fstatCallback, read as readCallback } from "node:fs";
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import type { Checkpoint, LoadOptions } from "../node.js";
import { StackscopeError } from "../error.js";
import { InputError, isSystemError } from "./exit.js";
import { progress } from "./progress.js";

/** Large enough that the calls cost nothing, small enough to stay in the processor's cache. */
const CHUNK = 1 << 20;

// By descriptor rather than by handle: stdin has no handle.
const read = promisify(readCallback);
const fstat = promisify(fstatCallback);

interface Source {
  bytes: AsyncIterable<Uint8Array>;
  total?: number;
  close(): Promise<void>;
}

/** Reads the state at `input`, a path or `-`; `base` is a state that it probably resembles. */
export async function load(input: string, base?: Checkpoint): Promise<Checkpoint> {
  const name = input === "-" ? "stdin" : input;
  const { Checkpoint } = await import("../node.js");
  const bar = progress(name);
  let source: Source | undefined;
  try {
    source = await (input === "-" ? standardInput() : openFile(input));
    const options: LoadOptions = { onProgress: bar.update };
    if (source.total !== undefined) options.total = source.total;
    if (base !== undefined) options.base = base;
    const state = await Checkpoint.load(source.bytes, options);
    bar.clear();
    for (const { code, message, path } of state.summary.warnings) {
      process.stderr.write(`warning[${code}]: ${name}: ${message}${path === undefined ? "" : ` at ${path}`}\n`);
    }
    return state;
  } catch (error) {
    throw new InputError(name, isSystemError(error) ? unreadable(error) : error);
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
  let reading = read(descriptor, current, 0, CHUNK, null);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = read(descriptor, next, 0, CHUNK, null);
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
