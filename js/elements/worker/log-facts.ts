/**
 * What an event log says as a whole, small enough to be sent several times a second; and its long lists, made once for each state of the log.
 *
 * In: a log, which may still grow. Out: `LogFacts`, and the whole summary where the log is not too large for it.
 */
import type { EventLog, LogSummary } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import type { LongUrns } from "./long-urns.js";
import { aboutOf, messageOf, type About, type LogMessage } from "./log-shapes.js";

/** Beyond this many resources the whole summary is too much for a page's memory: the long lists are left out then. */
const MOST_RESOURCES = 50_000;
const OPS = [
  "create", "update", "replace", "delete", "create-replacement", "delete-replaced", "read", "read-replacement", "refresh", "import", "import-replacement",
  "discard", "discard-replaced", "remove-pending-replace", "same",
] as const;
const STATUSES = ["running", "pending", "failed", "interrupted", "done"] as const;
const LONGEST_MESSAGE = 600;
const MOST_MESSAGES = 20;
const MOST_ERRORS = 3;
const ROOT = "::pulumi:pulumi:Stack::";
const BUSY_FACTOR = 8;

type Kept =
  | "result" | "isPreview" | "changesFrom" | "totalChanges" | "unchanged" | "errored" | "erroredResources" | "startTime" | "endTime"
  | "durationSeconds" | "timeResolutionSeconds" | "maybeCorrupt" | "events" | "ephemeral" | "stdoutLines" | "problemCount";

/** The figures of a log. */
export interface LogFacts extends Pick<LogSummary, Kept> {
  changes: Record<string, number>;
  diagnosticCounts: Record<string, number>;
  /** Rows by op, and by status; only those that there are. */
  ops: Record<string, number>;
  statuses: Record<string, number>;
  /** Resources that have a row. */
  rows: number;
  violations: number;
  remediations: number;
  packs: number;
  /** What the engine itself failed with, and pieces that could not be read: the first of them. */
  errors: string[];
  problems: LogSummary["problems"];
  /** The first errors: those of single resources, or else of the stack. */
  firstErrors: (LogMessage & { about?: About })[];
  /** The first violations of mandatory policies, which make an update fail. */
  blocking: { policy: string; text: string; about?: About }[];
  /** Downloads and installations that are under way. */
  downloads: { message: string; completed: number; total: number }[];
  keepsEvents: boolean;
  /** The long lists are there; else the log is too large for them. */
  whole: boolean;
}

/** The figures as they are now. */
export function factsOf(log: EventLog, urns: LongUrns): LogFacts {
  const summary = log.overview();
  const rows = totalOf(log, {});
  const others = Object.keys(summary.unknown.ops ?? {});
  const { result, isPreview, changesFrom, totalChanges, unchanged, errored, erroredResources, startTime, endTime, durationSeconds, timeResolutionSeconds, maybeCorrupt, events, ephemeral, stdoutLines, problemCount } = summary;
  return {
    result, isPreview, changesFrom, totalChanges, unchanged, errored, erroredResources, timeResolutionSeconds, maybeCorrupt, events, ephemeral, stdoutLines, problemCount,
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    changes: bounded(summary.changes) as Record<string, number>,
    diagnosticCounts: bounded(summary.diagnosticCounts),
    ops: rows === 0 ? {} : counts([...OPS, ...others], (op) => totalOf(log, { op: [op] })),
    statuses: rows === 0 ? {} : counts(STATUSES, (status) => totalOf(log, { status: [status] })),
    rows,
    violations: summary.policies.length + (summary.policiesOmitted ?? 0),
    remediations: summary.remediations.length + (summary.remediationsOmitted ?? 0),
    packs: summary.policyPacks.length,
    errors: summary.errors.slice(0, MOST_MESSAGES).map((text) => cut(text, LONGEST_MESSAGE)),
    problems: bounded(summary.problems.slice(0, MOST_MESSAGES)),
    firstErrors: firstErrors(summary.diagnostics, urns),
    blocking: summary.policies
      .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
      .slice(0, MOST_ERRORS)
      .map(({ policy, message, urn }) => ({ policy: cut(policy, 200), text: cut(message.trimEnd(), LONGEST_MESSAGE), ...(urn && { about: aboutOf(urn, urns) }) })),
    downloads: summary.progress.filter(({ done }) => !done).slice(0, MOST_MESSAGES).map(({ message, completed, total }) => ({ message: cut(message, LONGEST_MESSAGE), completed, total })),
    keepsEvents: log.keepsEvents,
    whole: rows <= MOST_RESOURCES,
  };
}

interface Made {
  events: number;
  summary: LogSummary;
  at: number;
  tookMs: number;
}

const made = new WeakMap<EventLog, Made>();

/** All that the log says; of a log that grows fast it may be a little behind, and of a very large one the long lists are not there. */
export function wholeOf(log: EventLog): LogSummary {
  const last = made.get(log);
  const now = performance.now();
  if (last && (last.events === log.length || now - last.at < last.tookMs * BUSY_FACTOR)) return last.summary;
  const summary = totalOf(log, {}) <= MOST_RESOURCES ? log.summary() : log.overview();
  made.set(log, { events: log.length, summary, at: performance.now(), tookMs: performance.now() - now });
  return summary;
}

/** A log's end changes what its summary says, without any event. */
export function forget(log: EventLog): void {
  made.delete(log);
}

/** What a failed resource says is more than that the update failed. */
function firstErrors(errors: LogSummary["diagnostics"], urns: LongUrns): LogFacts["firstErrors"] {
  const ofResources = errors.filter(({ urn }) => urn !== undefined && !urn.includes(ROOT));
  const [first] = errors;
  const told = ofResources.length > 0 || first === undefined ? ofResources : [first];
  return told.slice(0, MOST_ERRORS).map((row) => ({ ...messageOf(row), ...(row.urn && { about: aboutOf(row.urn, urns) }) }));
}

function totalOf(log: EventLog, filter: { op?: string[]; status?: string[] }): number {
  return log.resources({ limit: 0, filter }).total;
}

function counts(words: readonly string[], count: (word: string) => number): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, count(word)] as const).filter(([, n]) => n > 0));
}
