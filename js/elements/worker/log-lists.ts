/** The long lists of an event log: messages, policies, times, outputs, configuration. */
import type { DiagnosticRow, EventLog } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import { wholeOf } from "./log-facts.js";
import { aboutOf, changeOf, messageOf, type About, type LogChange, type LogMessage } from "./log-shapes.js";
import type { LongUrns } from "./long-urns.js";
import { shown, type Shown } from "./shown.js";

const MOST = 500;
const LONGEST_MESSAGE = 4000;
const SEVERITIES = ["error", "warning", "info", "info#err", "debug"];

/** A message in the list: grouped by severity, in it by resource. */
export interface MessageRow extends LogMessage {
  /** Tells it apart from the others of its log, also while that grows. */
  key: number;
  about?: About;
  /** It is the first of its severity, of so many. */
  firstOf?: number;
  /** It is the first of its resource in its severity. */
  leads: boolean;
}

export interface MessageFilter {
  severity?: string[];
  text?: string;
}

export function messagesOf(log: EventLog, urns: LongUrns, { severity = [], text = "" }: MessageFilter, offset: number, limit: number): { rows: MessageRow[]; total: number; omitted: number } {
  const { diagnostics, diagnosticsOmitted = 0 } = wholeOf(log);
  const needle = text.toLowerCase();
  const fits = (row: DiagnosticRow): boolean =>
    (severity.length === 0 || severity.includes(row.severity)) && (needle === "" || row.message.toLowerCase().includes(needle) || (row.urn ?? "").toLowerCase().includes(needle));
  const sorted = grouped(diagnostics.filter(fits));
  const rows = sorted.slice(offset, offset + limit).map((row, at) => {
    const before = sorted[offset + at - 1];
    const opens = before?.severity !== row.severity;
    return {
      ...messageOf(row, diagnostics),
      key: diagnostics.indexOf(row),
      ...(row.urn && { about: aboutOf(row.urn, urns) }),
      ...(opens && { firstOf: sorted.filter(({ severity }) => severity === row.severity).length }),
      leads: opens || before?.urn !== row.urn,
    };
  });
  return { rows, total: sorted.length, omitted: diagnosticsOmitted };
}

function grouped(rows: readonly DiagnosticRow[]): DiagnosticRow[] {
  const groups = new Map<string, Map<string | undefined, DiagnosticRow[]>>();
  for (const row of rows) {
    const group = groups.get(row.severity) ?? new Map<string | undefined, DiagnosticRow[]>();
    groups.set(row.severity, group);
    const list = group.get(row.urn);
    if (list) list.push(row);
    else group.set(row.urn, [row]);
  }
  const rank = (severity: string): number => (SEVERITIES.includes(severity) ? SEVERITIES.indexOf(severity) : SEVERITIES.length);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b)).flatMap(([, group]) => [...group.values()].flat());
}

export interface ViolationRow {
  policy: string;
  pack: string;
  level: string;
  severity?: string;
  text: string;
  about?: About;
}

export interface Policies {
  packs: { name: string; version: string; path?: string; violations: Record<string, number>; remediations: number; passed: number; failed: number }[];
  violations: ViolationRow[];
  violationsOmitted: number;
  remediations: { policy: string; pack: string; about: About; changes: LogChange[] }[];
  remediationsOmitted: number;
}

export function policiesOf(log: EventLog, urns: LongUrns): Policies {
  const { policyPacks, policies, policiesOmitted = 0, remediations, remediationsOmitted = 0 } = wholeOf(log);
  return {
    packs: bounded(policyPacks.slice(0, MOST)),
    violations: policies.slice(0, MOST).map(({ policy, pack, packVersion, enforcementLevel, severity, message, urn }) => ({
      policy: cut(policy, 300),
      pack: packName(pack, packVersion),
      level: cut(enforcementLevel, 60),
      ...(severity && { severity: cut(severity, 60) }),
      text: cut(message.trimEnd(), LONGEST_MESSAGE),
      ...(urn && { about: aboutOf(urn, urns) }),
    })),
    violationsOmitted: policiesOmitted + Math.max(0, policies.length - MOST),
    remediations: remediations.slice(0, MOST).map(({ policy, pack, packVersion, urn, changes }) => ({
      policy: cut(policy, 300),
      pack: packName(pack, packVersion),
      about: aboutOf(urn, urns),
      changes: changes.slice(0, 50).map((change) => changeOf(change)),
    })),
    remediationsOmitted: remediationsOmitted + Math.max(0, remediations.length - MOST),
  };
}

/** Where the time went; unix seconds. */
export interface Timing {
  critical: { about: About; op: string; startTime: number; endTime: number; after?: string }[];
  criticalOmitted: number;
  slowest: { about: About; durationSeconds: number }[];
}

export function timingOf(log: EventLog, urns: LongUrns): Timing {
  const { criticalPath, slowest } = wholeOf(log);
  return {
    critical: criticalPath.slice(0, MOST).map(({ urn, op, startTime, endTime, after }) => ({ about: aboutOf(urn, urns), op, startTime, endTime, ...(after && { after: String(after) }) })),
    criticalOmitted: Math.max(0, criticalPath.length - MOST),
    slowest: slowest.map(({ urn, durationSeconds }) => ({ about: aboutOf(urn, urns), durationSeconds })),
  };
}

export interface Outputs {
  outputs: { name: string; value: Shown; truncated: boolean }[];
  changes: LogChange[];
  configuration: { key: string; value: Shown }[];
}

export function outputsOf(log: EventLog): Outputs {
  const { outputs, outputsTruncated = [], outputChanges, configuration } = wholeOf(log);
  return {
    outputs: Object.entries(outputs)
      .slice(0, MOST)
      .map(([name, value]) => ({ name: cut(name, 300), value: shown(value, { output: name }), truncated: outputsTruncated.includes(name) })),
    changes: outputChanges.slice(0, MOST).map((change) => changeOf(change)),
    configuration: Object.entries(configuration)
      .slice(0, MOST)
      .map(([key, value]) => ({ key: cut(key, 300), value: shown(cut(value, 1400)) })),
  };
}

function packName(pack: string, version: string): string {
  return cut([pack, version].filter(Boolean).join(" "), 300);
}
