/**
 * States and logs that elements share: what two elements show is read once, and what nobody shows any more is let go of after a while.
 *
 * In: a source. Out: a lease, whose `opened` resolves when the source was read. A lease is given back with `release`.
 */
import type { Progress } from "../worker/messages.js";
import { engine } from "./engine.js";

const LINGER_MS = 20_000;

/** Something that was opened in the worker. */
export interface Handle {
  id: number;
}

export interface Lease<T extends Handle> {
  opened: Promise<T>;
  /** How far reading has come; tells at once what is known already. */
  onProgress(hear: (progress: Progress) => void): void;
  release(): void;
}

interface Entry {
  opened: Promise<Handle>;
  users: number;
  progress: Progress | undefined;
  hearers: Set<(progress: Progress) => void>;
  stop: AbortController;
  linger: ReturnType<typeof setTimeout> | undefined;
}

const entries = new Map<unknown, Entry>();

engine.addEventListener("stopped", () => {
  for (const { linger } of entries.values()) clearTimeout(linger);
  entries.clear();
});

/** `key` tells what is the same; `open` is called if nobody has it open. */
export function lease<T extends Handle>(key: unknown, open: (options: { signal: AbortSignal; onReport: (progress: Progress) => void }) => Promise<T>): Lease<T> {
  const entry = entries.get(key) ?? begin(key, open);
  clearTimeout(entry.linger);
  entry.users += 1;
  let mine: ((progress: Progress) => void) | undefined;
  let released = false;
  return {
    opened: entry.opened as Promise<T>,
    onProgress(hear) {
      mine = hear;
      entry.hearers.add(hear);
      if (entry.progress) hear(entry.progress);
    },
    release() {
      if (released) return;
      released = true;
      if (mine) entry.hearers.delete(mine);
      entry.users -= 1;
      if (entry.users === 0) entry.linger = setTimeout(() => end(key, entry), LINGER_MS);
    },
  };
}

function begin<T extends Handle>(key: unknown, open: (options: { signal: AbortSignal; onReport: (progress: Progress) => void }) => Promise<T>): Entry {
  const stop = new AbortController();
  const entry: Entry = { opened: Promise.reject(), users: 0, progress: undefined, hearers: new Set(), stop, linger: undefined };
  entry.opened.catch(() => {});
  entry.opened = open({
    signal: stop.signal,
    onReport: (progress) => {
      entry.progress = progress;
      for (const hear of entry.hearers) hear(progress);
    },
  });
  // What failed is tried anew by whoever asks next.
  entry.opened.catch(() => entries.get(key) === entry && entries.delete(key));
  entries.set(key, entry);
  return entry;
}

function end(key: unknown, entry: Entry): void {
  if (entries.get(key) === entry) entries.delete(key);
  entry.stop.abort(new DOMException("nobody shows it any more", "AbortError"));
  entry.opened.then(
    ({ id }) => engine.call("desk.release", { id }),
    () => {},
  ).catch(() => {});
}
