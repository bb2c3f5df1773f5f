// Compiled, never run: event logs as a strict caller meets them.
import { EventLog } from "stackscope";
import type {
  ChangesFrom, DiagnosticRow, EngineEvent, EventLogLoadOptions, EventLogOptions, EventPage, LogColor, LogMarkdownOptions, LogProblem, LogSummary, LogTextOptions, LogTextStyle,
  OpType, PolicyViolation, PulumiCloud, ReplaceReason, ResourceChanges, ResourcePropertyChange, ResourceUpdate, ResourceUpdatePage, ResourceUpdateQuery, RowStatus, StepRow,
} from "stackscope";

/** Compiles only where A and B are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;

declare const bytes: Uint8Array;
declare const buffer: ArrayBuffer;
declare const blob: Blob;
declare const response: Response;
declare const stream: ReadableStream<Uint8Array>;
declare const iterable: AsyncIterable<Uint8Array>;
declare const event: EngineEvent;
declare const page: EventPage;

export async function read(signal: AbortSignal): Promise<EventLog> {
  for (const source of [bytes, buffer, blob, response, stream, iterable]) (await EventLog.load(source)).free();
  const kept: EventLogOptions = { strict: true, keepBytes: Infinity };
  const options: EventLogLoadOptions = { ...kept, signal, total: 5, onProgress: ({ read, total }) => console.log(read + 1, total ?? "unknown") };
  const forwarded: EventLogLoadOptions = { signal: undefined, onProgress: undefined, total: undefined, strict: undefined, keepBytes: undefined };
  void forwarded;
  // @ts-expect-error a path is no source
  await EventLog.load("up.ndjson");
  // @ts-expect-error no such option
  await EventLog.load(bytes, { base: 1 });
  // @ts-expect-error progress is of `load` alone
  new EventLog({ onProgress: () => {} });
  return EventLog.load(blob, options);
}

export function feed(): EventLog {
  const log = new EventLog();
  log.push(event);
  log.push([event, event] as readonly EngineEvent[]);
  log.push(page);
  for (const part of [bytes, buffer, "text"]) log.write(part);
  // @ts-expect-error a Blob is loaded, not written
  log.write(blob);
  // @ts-expect-error text is written, not pushed
  log.push("text");
  log.setStatus("failed");
  log.setStatus("a word of another server's");
  log.end();
  return new EventLog({ keepBytes: 0 });
}

/** The shape that scripts rely on. */
interface Promised {
  result: string;
  isPreview: boolean;
  changes: { create?: number; same?: number };
  totalChanges: number;
  unchanged: number;
  errored: number;
  durationSeconds?: number;
  resources: { urn: string; type: string; name: string; parent?: string; op: string; status: string; startTime?: number; endTime?: number; diff: string[] }[];
  diagnostics: { severity: string; urn?: string; message: string }[];
  policies: object[];
  outputs: Record<string, unknown>;
}

export function ask(log: EventLog): Promised {
  const summary: LogSummary = log.summary();
  holds<Same<LogSummary, ReturnType<EventLog["overview"]>>>();
  holds<Same<typeof summary.changesFrom, ChangesFrom>>();
  holds<Same<ChangesFrom, "summary" | "steps">>();
  holds<Same<typeof summary.changes, ResourceChanges>>();
  holds<Same<typeof summary.resources, ResourceUpdate[]>>();
  holds<Same<typeof summary.diagnostics, DiagnosticRow[]>>();
  holds<Same<typeof summary.policies, PolicyViolation[]>>();
  holds<Same<typeof summary.problems, LogProblem[]>>();
  holds<Same<typeof summary.outputs, Record<string, unknown>>>();
  holds<Same<RowStatus, "pending" | "running" | "done" | "failed" | "interrupted">>();
  if (summary.result === "interrupted" || summary.result === "running") console.log(summary.errored + summary.erroredResources);
  const { changes, recomputed, timeline, criticalPath, slowest, policyPacks, remediations, unknown, problemCount, maybeCorrupt } = summary;
  console.log(changes["create"]?.toFixed(), recomputed?.["same"]?.toFixed(), unknown.ops?.["vanish"]?.toFixed(), problemCount + 1, maybeCorrupt === true);
  console.log(timeline[0]?.phase === "begin", criticalPath[0]?.after === "parent", slowest[0]?.durationSeconds.toFixed(), policyPacks[0]?.violations["mandatory"], remediations[0]?.changes[0]?.path);
  // @ts-expect-error the clock may be missing
  summary.startTime.toFixed();
  summary.resources.forEach(show);
  return summary;
}

function show({ urn, op, status, steps, diff, propertyDiff, replaceReasons, durationSeconds, custom }: ResourceUpdate): void {
  holds<Same<typeof op, OpType>>();
  holds<Same<typeof status, RowStatus>>();
  const rows: StepRow[] = steps;
  const changes: ResourcePropertyChange[] = propertyDiff;
  const reasons: ReplaceReason[] | undefined = replaceReasons;
  for (const { path, kind, before, after, secret, replace } of changes) {
    holds<Same<typeof kind, "add" | "delete" | "update">>();
    holds<Same<typeof before, unknown>>();
    console.log(path, before, after, secret === true, replace === true);
  }
  console.log(urn, custom, rows[0]?.found, diff.join(), reasons?.[0]?.because, reasons?.[0]?.causedBy?.length, durationSeconds?.toFixed());
}

export function print(log: EventLog): string[] {
  const query: ResourceUpdateQuery = { offset: 0, limit: 5, filter: { op: ["create"], status: ["failed"], text: "x" } };
  const found: ResourceUpdatePage = log.resources(query);
  const style: LogTextStyle = "diff";
  const color: LogColor = "html";
  const options: LogTextOptions = {
    style, color, all: true, showConfig: true, showSames: true, showReplacementSteps: true, showReads: true, showUrns: true, showFullOutput: true, suppressProgress: true,
    stack: "dev", project: "web", permalink: "https://app.example.com", preview: false,
  };
  const markdown: LogMarkdownOptions = { title: "a", link: "https://app.example.com", maxLength: 100, marker: "m" };
  // @ts-expect-error no such style
  log.toText({ style: "tree" });
  // @ts-expect-error no such option
  log.toMarkdown({ maxBytes: 1 });
  const events: EngineEvent[] = log.events({ offset: 5, limit: 5 });
  const kinds: Record<string, number> = log.kinds;
  const keeps: boolean = log.keepsEvents;
  const length: number = log.length;
  console.log(found.total, found.rows[0]?.urn, events[0]?.type, kinds["preludeEvent"], keeps, length);
  return [log.toText(), log.toText(options), log.toMarkdown(markdown), log.toJson(), log.toNdjson()];
}

export async function follow(cloud: PulumiCloud): Promise<LogSummary> {
  const log: EventLog = await cloud.updates.eventLog("acme/web/prod", "id", { follow: true });
  for await (const page of cloud.updates.events("acme/web/prod", "id", { follow: { minMs: 100 } }).pages()) {
    log.push(page);
    const { result } = log.overview();
    console.log(result, page.status, page.resumeToken);
  }
  return log.summary();
}
