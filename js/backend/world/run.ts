/** One operation carried out on a state: its steps, what they change, and the state after. */
import { deletions } from "./deletions.js";
import { Engine } from "./engine.js";
import { programError, providerError } from "./failures.js";
import { PROGRAMS, type ProgramName } from "./programs/index.js";
import { Program } from "./programs/program.js";
import { refreshSteps } from "./refresh.js";
import type { Row } from "./state.js";
import { applied, counted, lasting, type Failure, type Step, timed, type TimedStep } from "./step.js";
import { fileAsset, type Properties } from "./values.js";

export interface RunOptions {
  seed: number;
  project: string;
  stack: string;
  key: string;
  version: number;
  program: ProgramName;
  revision: number;
  kind: "update" | "refresh" | "destroy" | "resource-import";
  /** How many resources were imported before, this one included. */
  adopted: number;
  preview: boolean;
  breaks: boolean;
  policies: boolean;
  /** Unix milliseconds. */
  started: number;
  old: readonly Row[];
  outputsOf(name: string): Properties;
}

export interface Run {
  steps: TimedStep[];
  rows: readonly Row[];
  changes: Record<string, number>;
  /** Milliseconds. */
  lasts: number;
  failure?: { message: string; urn: string };
}

export function run(options: RunOptions): Run {
  const { seed, version, preview, old, started } = options;
  const steps = declared(options);
  const failure = options.breaks ? failing(steps) : undefined;
  const placed = timed(steps, failure);
  if (!preview) stamp(placed, started);
  const victim = failure?.step;
  return {
    steps: placed,
    rows: preview ? old : applied(old, placed),
    changes: counted(placed),
    lasts: lasting(placed),
    ...(failure
      ? {
          failure: victim
            ? { message: providerError(victim, seed), urn: victim.urn }
            : { message: programError(seed, `${options.project}/${version}`), urn: "" },
        }
      : {}),
  };
}

/** The part of a run that was over when it was cancelled, `after` milliseconds from its start. */
export function cutShort(whole: Run, old: readonly Row[], after: number): Run {
  const steps = whole.steps.filter((step) => step.end <= after);
  return { steps, rows: applied(old, steps), changes: counted(steps), lasts: after };
}

function declared(options: RunOptions): Step[] {
  const { kind, old, seed, version, preview, revision } = options;
  if (kind === "refresh") return refreshSteps(old, seed, version);
  if (kind === "destroy")
    return deletions(
      old.filter((row) => !row.delete),
      old.filter((row) => row.delete),
      { seed, version, preview },
    );
  const engine = new Engine({ ...options, providerAge: revision < 8 ? 0 : revision < 24 ? 1 : 2 });
  const program = new Program(engine, options.project, options.stack, revision, seed, options.breaks);
  const adopt = (index: number, now: boolean) => {
    const bucket = `acme-${options.project}-${options.stack}-archive-${index}`;
    program.aws(
      "s3/bucketObject:BucketObject",
      `archive-index-${index}`,
      {
        bucket,
        key: "index.json",
        contentType: "application/json",
        source: fileAsset(`archive/${index}`, "archive/index.json"),
      },
      { adopt: now, protect: true },
    );
  };
  if (kind === "resource-import") {
    adopt(options.adopted, true);
    const rootStep = engine.steps[0];
    if (rootStep?.old) rootStep.new = rootStep.old;
    return engine.steps;
  }
  for (let index = 1; index <= options.adopted; index += 1) adopt(index, false);
  PROGRAMS[options.program](program);
  return engine.finish();
}

/** Two thirds on, among what the providers are asked to do; the program itself, if they have nothing to do. */
function failing(steps: readonly Step[]): Failure {
  const step = steps.find((one) => one.violations?.some((violation) => violation.level === "mandatory"));
  if (step) return { step, refused: true };
  const candidates = steps.filter(
    (step) =>
      ["create", "update", "create-replacement", "delete", "import"].includes(step.op) &&
      !step.internal &&
      (step.new ?? step.old)?.custom &&
      !step.type.startsWith("pulumi:"),
  );
  const victim = candidates[Math.floor(candidates.length * 0.66)];
  return victim ? { step: victim } : {};
}

/** Rows that this run made say when. */
function stamp(steps: readonly TimedStep[], started: number): void {
  for (const step of steps) {
    if (!step.new || step.new === step.old || step.failed || step.op === "replace" || (step.op === "same" && step.old)) continue;
    const at = new Date(started + step.end).toISOString();
    step.new.created ||= at;
    step.new.modified = at;
  }
}
