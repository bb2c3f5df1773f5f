/**
 * Tells a state from an event log, and when a state was saved, by the first bytes of a file. Names are not looked at: people call both `out.json`.
 * Where the first bytes do not tell (zstd, an unknown beginning), reading is tried.
 *
 * In: a file. Out: what it is, or why it is nothing of the kind. What begins as a state or a log is one, be it broken: what is wrong with it is said by
 * whoever reads it. Fails with the signal's reason, and where the module's memory gave out.
 */
import { Checkpoint, EventLog } from "../../browser.js";

export type SourceKind = "state" | "log";

/** `saved`: when the state was saved, in ISO 8601, where its beginning tells. `code`: what a reader of states says of a file that is neither. */
export type Recognised = { kind: SourceKind; saved?: string } | { kind: "neither"; code: string };

const LOOK_AT = 64 * 1024;
const GZIP = [0x1f, 0x8b];
// Keys of the engine events that begin a log, and of the forms that `preview --json` and `--output json` give.
const EVENT = /"(preludeEvent|resourcePreEvent|resOutputsEvent|resOpFailedEvent|diagnosticEvent|summaryEvent|stdoutEvent|policyEvent|policyLoadEvent|progressEvent|cancelEvent|startDebuggingEvent|errorEvent|changeSummary)"\s*:/;
const STATE = /"(deployment|checkpoint|manifest)"\s*:/;
const SAVED = /"manifest"\s*:\s*\{[^{}]*?"time"\s*:\s*"([^"\\]{10,40})"/;
/** More than this is not read twice to find out what it is. */
const LARGEST_TRIED = 256 * 1024 * 1024;

export async function recognise(file: Blob, signal: AbortSignal): Promise<Recognised> {
  const text = new TextDecoder().decode(await firstBytes(file));
  const event = text.search(EVENT);
  const state = text.search(STATE);
  if (event < 0 && state < 0) return file.size <= LARGEST_TRIED ? tried(file, signal) : { kind: "state" };
  if (event >= 0 && (state < 0 || event < state)) return { kind: "log" };
  return { kind: "state", ...savedAt(SAVED.exec(text)?.[1]) };
}

async function tried(file: Blob, signal: AbortSignal): Promise<Recognised> {
  let code: string;
  try {
    const state = await Checkpoint.load(file, { signal });
    const { time } = state.summary.manifest ?? {};
    state.free();
    return { kind: "state", ...savedAt(time) };
  } catch (error) {
    code = codeOf(error, signal);
  }
  if (file.size === 0) return { kind: "neither", code };
  try {
    const log = await EventLog.load(file, { signal, keepBytes: 0, strict: true });
    log.free();
    return { kind: "log" };
  } catch (error) {
    codeOf(error, signal);
    return { kind: "neither", code };
  }
}

function codeOf(error: unknown, signal: AbortSignal): string {
  signal.throwIfAborted();
  const { code } = error as { code?: unknown };
  if (typeof code !== "string") throw error;
  return code;
}

/** The zero time that unsaved states carry tells nothing. */
function savedAt(time: string | undefined): { saved?: string } {
  const milliseconds = Date.parse(time ?? "");
  return milliseconds > 0 ? { saved: new Date(milliseconds).toISOString() } : {};
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  try {
    const first = new Uint8Array(await file.slice(0, LOOK_AT).arrayBuffer());
    return GZIP.every((byte, at) => first[at] === byte) ? await unpacked(file) : first;
  } catch {
    return new Uint8Array();
  }
}

/** The first 64 KB of what a gzip file holds. */
async function unpacked(file: Blob): Promise<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array[] = [];
  try {
    for (let length = 0; length < LOOK_AT; ) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
  } catch {
    // Cut off: what came before has to do.
  }
  reader.cancel().catch(() => {});
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
