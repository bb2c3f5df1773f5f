/**
 * What the integrity check found, as a list of groups that can be folded. Checking takes as long as reading each record, so it is done once for a state.
 */
import type { Checkpoint, Finding, Severity } from "../../browser.js";
import { cut } from "./bounded.js";
import type { LongUrns } from "./long-urns.js";

/** Every field that is given must fit. */
export interface FindingFilter {
  /** Stands in the URN, the path or the message, whatever its case. */
  text?: string;
  severity?: string;
  code?: string;
}

export interface FindingGroup {
  row: "group";
  code: string;
  severity: Severity;
  count: number;
  repair: string;
  open: boolean;
}

export interface FindingLine {
  row: "finding";
  severity: Severity;
  urn: string | undefined;
  name: string | undefined;
  type: string | undefined;
  path: string | undefined;
  message: string;
  /** Where it differs from the group's. */
  repair: string | undefined;
}

const found = new WeakMap<Checkpoint, readonly Finding[]>();

function findings(state: Checkpoint): readonly Finding[] {
  const known = found.get(state) ?? state.check().findings;
  found.set(state, known);
  return known;
}

/** How many of each severity, and of each code with the other fields of the filter as they are. */
export function findingCounts(state: Checkpoint, filter: FindingFilter) {
  const all = findings(state);
  const codes = new Map<string, number>();
  for (const finding of all) if (fits(finding, { ...filter, code: "" })) codes.set(finding.code, (codes.get(finding.code) ?? 0) + 1);
  const errors = all.filter(({ severity }) => severity === "error").length;
  return { total: all.length, errors, warnings: all.length - errors, codes: [...codes].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count) };
}

/** Groups by code, errors first; `closed` are the codes of folded ones. */
export function findingPage(state: Checkpoint, filter: FindingFilter, closed: readonly string[], offset: number, limit: number, urns: LongUrns) {
  const groups = grouped(findings(state).filter((finding) => fits(finding, filter)));
  const rows: (FindingGroup | FindingLine)[] = [];
  let at = 0;
  for (const [first, ...others] of groups) {
    const { code, severity, repair } = first;
    const open = !closed.includes(code);
    if (at >= offset && at < offset + limit) rows.push({ row: "group", code, severity, count: others.length + 1, repair, open });
    at += 1;
    if (!open) continue;
    const size = others.length + 1;
    for (let i = Math.max(0, offset - at); i < Math.min(size, offset + limit - at); i++) rows.push(line(i === 0 ? first : (others[i - 1] as Finding), repair, urns));
    at += size;
  }
  return { rows, total: at };
}

function grouped(list: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of list) {
    const group = groups.get(finding.code);
    if (group) group.push(finding);
    else groups.set(finding.code, [finding]);
  }
  const rank = ([{ severity }]: [Finding, ...Finding[]]): number => (severity === "error" ? 0 : 1);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.length - a.length);
}

function fits({ code, severity, urn = "", path = "", message }: Finding, filter: FindingFilter): boolean {
  if (filter.code && code !== filter.code) return false;
  if (filter.severity && severity !== filter.severity) return false;
  const needle = filter.text?.toLowerCase();
  return !needle || [urn, path, message].some((text) => text.toLowerCase().includes(needle));
}

function line({ severity, urn, path, message, repair }: Finding, common: string, urns: LongUrns): FindingLine {
  const { name, type } = partsOf(urn);
  return {
    row: "finding",
    severity,
    urn: urns.short(urn),
    name,
    type,
    path: path === undefined ? undefined : cut(path),
    message: cut(message),
    repair: repair === common ? undefined : cut(repair),
  };
}

/** Name and type out of a URN, where it has the form of one. */
export function partsOf(urn: string | undefined): { name: string | undefined; type: string | undefined } {
  const [, , qualified, ...name] = urn?.split("::") ?? [];
  if (qualified === undefined || name.length === 0) return { name: undefined, type: undefined };
  return { name: cut(name.join("::")), type: cut(qualified.slice(qualified.lastIndexOf("$") + 1)) };
}
