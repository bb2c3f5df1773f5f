/** What an update does to one resource, and how the steps of one update lie in time. */
import type { Row } from "./state.js";
import type { PropertyDiff } from "./values.js";

export interface Violation {
  policy: string;
  pack: string;
  packVersion: string;
  level: "advisory" | "mandatory";
  severity: string;
  message: string;
}

export interface Step {
  op: string;
  urn: string;
  type: string;
  old?: Row;
  new?: Row;
  /** Whether it counts: the halves of a replacement do not. */
  logical: boolean;
  /** Not told to the service: steps of default providers. */
  internal?: boolean;
  /** What a refresh found: `same`, `update`, `delete`. */
  found?: string;
  keys?: string[];
  diffs?: string[];
  detailedDiff?: Record<string, PropertyDiff>;
  /** Milliseconds it takes. */
  takes: number;
  /** URNs whose steps have to be over first. */
  waits: readonly string[];
  /** Deletions come after all others. */
  last?: boolean;
  violations?: Violation[];
}

/** A step with its place in time, milliseconds from the update's start. */
export interface TimedStep extends Step {
  start: number;
  end: number;
  failed?: boolean;
  /** A mandatory policy did not let it begin. */
  refused?: boolean;
}

export interface Failure {
  /** The step that fails, or none: the program itself breaks. */
  step?: Step;
  /** It does not even begin: a mandatory policy is against it. */
  refused?: boolean;
}

/** When the engine has started and the program's first resource arrives. */
const BEGIN = 900;
const GAP = 35;

/**
 * The steps that take place, in the order in which they were issued. After a failure nothing new starts; what runs is finished.
 */
export function timed(steps: readonly Step[], failure?: Failure): TimedStep[] {
  const ends = new Map<string, number>();
  const placed: TimedStep[] = [];
  let issue = BEGIN;
  let over = BEGIN;
  const place = (step: Step, earliest: number) => {
    let start = Math.max(earliest, ends.get(step.urn) ?? 0);
    for (const urn of step.waits) start = Math.max(start, ends.get(urn) ?? 0);
    const end = start + step.takes;
    ends.set(step.urn, end);
    over = Math.max(over, end);
    placed.push({
      ...step,
      start,
      end,
      ...(failure?.step === step ? { failed: true, ...(failure.refused ? { refused: true } : {}) } : {}),
    });
  };
  for (const step of steps) {
    if (step.last) continue;
    place(step, issue);
    issue += step.internal ? 1 : GAP;
  }
  const deletions = Math.max(over, issue);
  ends.clear();
  for (const step of steps) {
    if (step.last) place(step, deletions);
  }
  if (!failure) return placed;
  const victim = placed.find((step) => step.failed);
  const broken = victim ? victim.end : BEGIN + GAP * Math.ceil(steps.length * 0.6);
  return placed.filter((step) => step === victim || step.start < broken);
}

/** When the last of them is over. */
export function lasting(steps: readonly TimedStep[]): number {
  return steps.reduce((latest, step) => Math.max(latest, step.end), BEGIN) + 400;
}

/** How many of each operation, as the summary says it: logical ones that did not fail; a refresh counts as what it found. */
export function counted(steps: readonly TimedStep[]): Record<string, number> {
  const changes: Record<string, number> = {};
  for (const step of steps) {
    if (step.internal || step.failed) continue;
    const op = step.op === "refresh" ? step.found : step.logical && step.op !== "read" ? step.op : undefined;
    if (op !== undefined) changes[op] = (changes[op] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The state after the steps: what was registered in its order, then what remains of the old rows. */
export function applied(old: readonly Row[], steps: readonly TimedStep[]): Row[] {
  if (steps.some((step) => step.op === "refresh")) return refreshed(old, steps);
  const rows: Row[] = [];
  const gone = new Set<Row>();
  const replaced = new Set<Row>();
  for (const step of steps) {
    if (step.failed || step.op === "replace") continue;
    if (step.op === "delete" || step.op === "delete-replaced" || step.op === "discard") {
      if (step.old) gone.add(step.old);
      continue;
    }
    if (step.old) (step.op === "create-replacement" ? replaced : gone).add(step.old);
    if (step.new) rows.push(step.new);
  }
  for (const row of old) {
    if (!gone.has(row)) rows.push(replaced.has(row) ? { ...row, delete: true } : row);
  }
  return rows;
}

/** A refresh leaves every row in its place. */
function refreshed(old: readonly Row[], steps: readonly TimedStep[]): Row[] {
  const found = new Map(steps.map((step) => [step.old, step]));
  return old.flatMap((row) => {
    const step = found.get(row);
    return step ? (step.new ?? []) : row;
  });
}
