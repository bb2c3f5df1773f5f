/** Reads states from files, addresses and servers. The answer is a number to call by, and a small summary. */
import { Checkpoint, type CheckpointSummary } from "../../browser.js";
import { bounded } from "./bounded.js";
import type { Desk } from "./desk.js";
import type { Context, Progress } from "./messages.js";
import { recognise, type Recognised } from "./recognise.js";

/** Where bytes come from. */
export type BytesSource = { file: Blob } | { bytes: Uint8Array | ArrayBuffer } | { url: string };
/** A version of a stack, the current one where none is named. */
export type StackSource = { server: number; stack: string; version?: number };

export interface OpenState {
  id: number;
  summary: CheckpointSummary;
}

const PROGRESS_EVERY_MS = 50;

export function sourceCalls(desk: Desk) {
  return {
    "state.open": async (source: BytesSource | StackSource, { signal, report }: Context<Progress>): Promise<OpenState> => {
      const state = await readState(desk, source, signal, seldom(report));
      return { id: desk.keep("state", state), summary: bounded(state.summary) };
    },
    /** The current version of a stack, where the server tells it. */
    "state.version": async ({ server, stack }: { server: number; stack: string }, { signal }: Context): Promise<number | undefined> =>
      (await desk.server(server).stacks.get(stack, { signal })).version,
    /** What a file is, told by what is in it. */
    "source.recognise": ({ file }: { file: Blob }, { signal }: Context): Promise<Recognised> => recognise(file, signal),
  };
}

async function readState(desk: Desk, source: BytesSource | StackSource, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Checkpoint> {
  if ("stack" in source) {
    const { server, stack, version } = source;
    return desk.server(server).stacks.exportState(stack, { signal, ...(version !== undefined && { version }) });
  }
  return Checkpoint.load(await bytesOf(source, signal), { signal, onProgress });
}

/** What the package reads from. */
export async function bytesOf(source: BytesSource, signal: AbortSignal): Promise<Blob | Uint8Array | ArrayBuffer | Response> {
  if ("file" in source) return source.file;
  if ("bytes" in source) return source.bytes;
  const response = await fetch(source.url, { signal });
  if (!response.ok) throw Object.assign(new Error(`the server answered ${response.status}`), { code: "unreadable" });
  return response;
}

/** Tells of progress a few times a second at most. */
export function seldom(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS && progress.read !== progress.total) return;
    last = now;
    report(progress);
  };
}
