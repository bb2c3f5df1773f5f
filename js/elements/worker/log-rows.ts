/** What an event log says about single resources: rows for a list, and all of one resource. */
import type { EventLog, LogSummary, ResourceUpdate } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import { wholeOf } from "./log-facts.js";
import { changeOf, messageOf, nameOf, type LogChange, type LogMessage } from "./log-shapes.js";
import type { LongUrns } from "./long-urns.js";

const MOST_STEPS = 20;
const MOST_CHANGES = 200;
const MOST_MESSAGES = 50;
const LONGEST_MESSAGE = 4000;
const FIND_AT_ONCE = 1000;

export interface LogFilter {
  op?: string[];
  status?: string[];
  text?: string;
  /** Default: that of the log. Of a log whose long lists are left out there is no other. */
  order?: LogOrder;
}

/** `trouble`: what failed or was interrupted first, then as in the log. */
export type LogOrder = "longest" | "name" | "trouble";

/** A step on the axis of time; unix seconds. */
export interface LogStep {
  op: string;
  /** What a refresh found. */
  found?: string;
  status: string;
  startTime?: number;
  endTime?: number;
}

export interface LogRow {
  urn: string;
  type: string;
  name: string;
  op: string;
  status: string;
  startTime?: number;
  endTime?: number;
  durationSeconds?: number;
  steps: LogStep[];
  errors: number;
  warnings: number;
  violations: number;
  /** Properties that differ. */
  changed: number;
  protect: boolean;
  /** It is one of those that the whole update waited for. */
  critical: boolean;
}

export interface LogResource {
  row: LogRow;
  id?: string;
  parent?: string;
  provider?: string;
  retainOnDelete: boolean;
  reasons: { because: string; property?: string; causedBy?: string; causedByName?: string }[];
  changes: LogChange[];
  /** Further changes that are not listed. */
  changesOmitted: number;
  stepsOmitted: number;
  messages: LogMessage[];
  violations: { policy: string; pack: string; level: string; severity?: string; text: string }[];
  remediations: { policy: string; pack: string; changes: LogChange[] }[];
}

/** Rows of a list. */
export function rowsOf(log: EventLog, urns: LongUrns, filter: LogFilter, offset: number, limit: number): { rows: LogRow[]; total: number } {
  const critical = criticalUrns(log);
  const { rows, total } = pageOf(log, filter, offset, limit);
  return { total, rows: rows.map((row) => rowOf(row, urns, critical)) };
}

function pageOf(log: EventLog, { order, ...filter }: LogFilter, offset: number, limit: number): { rows: readonly ResourceUpdate[]; total: number } {
  const whole = order && wholeOf(log);
  if (order === undefined || !whole || whole.resources.length === 0) return log.resources({ offset, limit, filter });
  const rows = sorted(whole, filter, order);
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

const lastSorted = new WeakMap<LogSummary, { key: string; rows: readonly ResourceUpdate[] }>();

function sorted(whole: LogSummary, { op, status, text = "" }: LogFilter, order: LogOrder): readonly ResourceUpdate[] {
  const key = JSON.stringify([op, status, text, order]);
  const last = lastSorted.get(whole);
  if (last?.key === key) return last.rows;
  const needle = text.toLowerCase();
  const rows = whole.resources.filter((row) => (!op || op.includes(row.op)) && (!status || status.includes(row.status)) && row.urn.toLowerCase().includes(needle));
  if (order === "name") rows.sort((a, b) => byName.compare(a.name, b.name));
  else if (order === "trouble") rows.sort((a, b) => rankOf(a) - rankOf(b));
  else rows.sort((a, b) => lengthOf(b, whole) - lengthOf(a, whole));
  lastSorted.set(whole, { key, rows });
  return rows;
}

const byName = new Intl.Collator("en", { numeric: true });

const TROUBLE = ["failed", "interrupted", "running"];

function rankOf({ status }: ResourceUpdate): number {
  return TROUBLE.includes(status) ? TROUBLE.indexOf(status) : TROUBLE.length;
}

/** Of a step that runs, until now. What stays as it is takes no time. */
function lengthOf({ op, durationSeconds, startTime }: ResourceUpdate, { endTime }: LogSummary): number {
  if (op === "same") return -1;
  return durationSeconds ?? (startTime === undefined || endTime === undefined ? 0 : endTime - startTime);
}

/** The position of a resource among those that fit, or -1. Other calls are answered meanwhile. */
export async function positionOf(log: EventLog, filter: LogFilter, urn: string, signal: AbortSignal): Promise<number> {
  for (let offset = 0; ; offset += FIND_AT_ONCE) {
    const { rows, total } = pageOf(log, filter, offset, FIND_AT_ONCE);
    const at = rows.findIndex((row) => row.urn === urn);
    if (at >= 0) return offset + at;
    if (offset + FIND_AT_ONCE >= total) return -1;
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
  }
}

/** All that is said about one resource; undefined where the log doesn't name it. */
export function resourceOf(log: EventLog, urns: LongUrns, urn: string): LogResource | undefined {
  const found = find(log, urn);
  if (found === undefined) return undefined;
  const whole = wholeOf(log);
  const { id, parent, provider, retainOnDelete, replaceReasons = [], propertyDiff, propertyDiffOmitted = 0, stepsOmitted = 0 } = found;
  return {
    row: rowOf(found, urns, criticalUrns(log)),
    ...(id && { id: cut(id) }),
    ...(parent && { parent: urns.short(parent) }),
    ...(provider && { provider: cut(provider) }),
    retainOnDelete: retainOnDelete === true,
    reasons: replaceReasons.slice(0, MOST_MESSAGES).map(({ because, property, causedBy }) => ({
      because: cut(because),
      ...(property && { property: cut(property) }),
      ...(causedBy && { causedBy: urns.short(causedBy), causedByName: cut(nameOf(causedBy), 200) }),
    })),
    changes: propertyDiff.slice(0, MOST_CHANGES).map((change, at) => changeOf(change, { urn: urns.short(urn), at })),
    changesOmitted: propertyDiffOmitted + Math.max(0, propertyDiff.length - MOST_CHANGES),
    stepsOmitted: stepsOmitted + Math.max(0, found.steps.length - MOST_STEPS),
    messages: whole.diagnostics.filter((message) => message.urn === urn).slice(0, MOST_MESSAGES).map((message) => messageOf(message, whole.diagnostics)),
    violations: whole.policies
      .filter((violation) => violation.urn === urn)
      .slice(0, MOST_MESSAGES)
      .map(({ policy, pack, enforcementLevel, severity, message }) => ({ policy: cut(policy), pack: cut(pack), level: enforcementLevel, ...(severity && { severity }), text: cut(message, LONGEST_MESSAGE) })),
    remediations: whole.remediations
      .filter((remediation) => remediation.urn === urn)
      .slice(0, MOST_MESSAGES)
      .map(({ policy, pack, changes }) => ({ policy: cut(policy), pack: cut(pack), changes: changes.slice(0, MOST_CHANGES).map((change) => changeOf(change)) })),
  };
}

/** A side of a property of a resource, whole, as far as the log keeps it. */
export function sideOf(log: EventLog, urn: string, at: number, side: "before" | "after"): unknown {
  return find(log, urn)?.propertyDiff[at]?.[side];
}

function find(log: EventLog, urn: string): ResourceUpdate | undefined {
  for (let offset = 0; ; offset += FIND_AT_ONCE) {
    const { rows, total } = log.resources({ offset, limit: FIND_AT_ONCE, filter: { text: urn } });
    const found = rows.find((row) => row.urn === urn);
    if (found || offset + FIND_AT_ONCE >= total) return found;
  }
}

/** Known once the update has ended: until then another step is the last with every event. */
function criticalUrns(log: EventLog): ReadonlySet<string> {
  if (wholeOf(log).result === "running") return new Set();
  return new Set(wholeOf(log).criticalPath.map(({ urn }) => urn));
}

function rowOf(row: ResourceUpdate, urns: LongUrns, critical: ReadonlySet<string>): LogRow {
  const { urn, type, name, op, status, startTime, endTime, durationSeconds, steps, diagnostics, policies = {}, propertyDiff, propertyDiffOmitted = 0, protect } = row;
  return {
    urn: urns.short(urn),
    type: cut(type, 300),
    name: cut(name, 300),
    op: cut(op, 60),
    status,
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    // The last steps say where it stands.
    steps: bounded(steps.slice(-MOST_STEPS)),
    errors: diagnostics["error"] ?? 0,
    warnings: diagnostics["warning"] ?? 0,
    violations: Object.values(policies).reduce((sum, n) => sum + n, 0),
    changed: propertyDiff.length + propertyDiffOmitted,
    protect: protect === true,
    critical: critical.has(urn),
  };
}
