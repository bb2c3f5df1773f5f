/**
 * Bytes named on the command line: of a file, or of stdin.
 *
 * In: a path, or `-`. Out: chunks; a file is never held as a whole. A chunk is valid until the next is asked for. Fails as the system does; what
 * the failure means to a person is told by `unreadable`.
 */
import { fstat as fstatCallback, read as readCallback } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { promisify } from "node:util";
import { StackscopeError } from "../error.js";

/** Large enough that the calls cost nothing, small enough to stay in the processor's cache. */
const CHUNK = 1 << 20;

// By descriptor rather than by handle: stdin has no handle.
const readChunk = promisify(readCallback);
const fstat = promisify(fstatCallback);

export interface Source {
  bytes: AsyncIterable<Uint8Array>;
  total?: number;
  close(): Promise<void>;
}

/** Opens the file, or stdin; `what` is what is expected of it, such as `a state`. */
export function openSource(input: string, what: string): Promise<Source> {
  return input === "-" ? standardInput(what) : openFile(input);
}

/** Whether there is nothing of this name: a file goes before a stack, whoever has one of that name means it. */
export function isAbsent(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
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

async function standardInput(what: string): Promise<Source> {
  const stdin = 0;
  const about = await fstat(stdin);
  // The stream would take a directory for an empty input; reading it says what it is.
  if (about.isFile() || about.isDirectory()) return { ...(await fromDescriptor(stdin)), close: async () => {} };
  if (process.stdin.isTTY) process.stderr.write(`reading ${what} from the terminal; end with Ctrl-D\n`);
  // Node's stream copes with pipes and terminals in any mode.
  return { bytes: process.stdin, close: async () => {} };
}

async function fromDescriptor(descriptor: number): Promise<Omit<Source, "close">> {
  const about = await fstat(descriptor);
  const bytes = chunks(descriptor);
  // Pipes and the files of /proc have no size.
  return about.isFile() && about.size > 0 ? { bytes, total: about.size } : { bytes };
}

/** Two buffers in turn: while one is being taken in, the system fills the other. */
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
  ENOENT: ["no such file", "check the path"],
  EISDIR: ["is a directory, not a file", "name one file in it"],
  EACCES: ["permission denied"],
  ENOTDIR: ["a part of the path is not a directory"],
  ELOOP: ["too many symbolic links"],
};

/** What a failure of the system means. */
export function unreadable(error: NodeJS.ErrnoException): StackscopeError {
  const [message, hint] = REASONS[error.code ?? ""] ?? [`cannot be read (${error.code})`];
  return new StackscopeError(message, { code: "unreadable", hint, cause: error });
}
