/** Tells a state from an event log by the first bytes of a file. Names are not looked at: people call both `out.json`. */

export type SourceKind = "state" | "log";

const LOOK_AT = 64 * 1024;
const GZIP = [0x1f, 0x8b];
// Keys of the engine events that begin a log, and of the forms that `preview --json` and `--output json` give.
const EVENT = /"(preludeEvent|resourcePreEvent|resOutputsEvent|resOpFailedEvent|diagnosticEvent|summaryEvent|stdoutEvent|policyEvent|policyLoadEvent|progressEvent|cancelEvent|startDebuggingEvent|errorEvent|changeSummary)"\s*:/;
const STATE = /"(deployment|checkpoint|manifest)"\s*:/;

/** A file that looks like neither is taken for a state: what is wrong with it is then said in those words. */
export async function recognise(file: Blob): Promise<SourceKind> {
  const text = new TextDecoder().decode(await firstBytes(file));
  const event = text.search(EVENT);
  const state = text.search(STATE);
  return event >= 0 && (state < 0 || event < state) ? "log" : "state";
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  const first = new Uint8Array(await file.slice(0, LOOK_AT).arrayBuffer());
  return GZIP.every((byte, at) => first[at] === byte) ? unpacked(file) : first;
}

async function unpacked(file: Blob): Promise<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    return (await reader.read()).value ?? new Uint8Array();
  } catch {
    return new Uint8Array();
  } finally {
    reader.cancel().catch(() => {});
  }
}
