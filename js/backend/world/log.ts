/** The engine events that an update of these steps leaves behind, in the engine's order. */
import { governing, PACKS } from "./guardrails.js";
import type { Row } from "./state.js";
import { STACK_TYPE } from "./state.js";
import { counted, lasting, type TimedStep, type Violation } from "./step.js";
import type { EngineEvent, Shape } from "./types.js";
import { shown } from "./values.js";

export interface LogOptions {
  /** Unix milliseconds. */
  started: number;
  preview: boolean;
  policies: boolean;
  config: Record<string, string>;
  steps: readonly TimedStep[];
  rootUrn: string;
  /** Why the update failed, if it did. */
  failure?: { message: string; urn: string };
  /** A provider that had to be fetched first. */
  download?: { name: string; version: string };
  /** What the program printed. */
  said?: readonly string[];
  canceled?: boolean;
}

type Put = (at: number, type: string, payload: Shape) => void;

export function eventsOf(options: LogOptions): EngineEvent[] {
  const { started, preview, policies, steps, failure } = options;
  const found: { at: number; event: EngineEvent }[] = [];
  const put: Put = (at, type, payload) => {
    found.push({ at, event: { timestamp: Math.floor((started + at) / 1000), type, [type]: payload } });
  };

  put(0, "preludeEvent", { config: options.config });
  if (policies) put(5, "policyLoadEvent", {});
  if (options.download) downloading(put, options.download);
  for (const line of options.said ?? []) {
    put(850, "diagnosticEvent", {
      urn: options.rootUrn,
      message: `<{%reset%}>${line}<{%reset%}>\n`,
      color: "raw",
      severity: "info",
      streamID: 0,
    });
  }
  for (const step of steps) if (!step.internal) stepEvents(put, step, options);
  const end = lasting(steps);
  const rootStep = steps.find((step) => step.type === STACK_TYPE);
  if (rootStep && !failure && !options.canceled && (rootStep.op === "same" || rootStep.op === "create")) {
    put(end - 200, "resOutputsEvent", { metadata: metadata(rootStep, rootStep.new), ...(preview ? { planning: true } : {}) });
  }
  if (failure) {
    put(end - 150, "diagnosticEvent", {
      urn: options.rootUrn,
      prefix: "<{%fg 1%}>error: <{%reset%}>",
      color: "raw",
      severity: "error",
      message: `<{%reset%}>${steps.some((step) => step.failed) ? (preview ? "preview failed" : "update failed") : failure.message}<{%reset%}>\n`,
    });
  }
  if (policies) {
    for (const pack of PACKS) {
      put(end - 120, "policyAnalyzeStackSummaryEvent", {
        policyPackName: pack.name,
        policyPackVersion: pack.versionTag,
        policyPackVersionTag: pack.versionTag,
      });
    }
  }
  put(end, "summaryEvent", {
    maybeCorrupt: false,
    durationSeconds: Math.max(1, Math.round(end / 1000)),
    resourceChanges: counted(steps),
    PolicyPacks: policies ? Object.fromEntries(PACKS.map((pack) => [pack.name, pack.versionTag])) : {},
    isPreview: preview,
    result: options.canceled ? "canceled" : failure ? "failed" : "succeeded",
  });
  put(end, "cancelEvent", {});
  return found
    .map((item, i) => ({ ...item, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map((item) => item.event);
}

function stepEvents(put: Put, step: TimedStep, { preview, policies, failure, rootUrn }: LogOptions): void {
  const planning = preview ? { planning: true } : {};
  for (const violation of step.violations ?? []) put(step.start, "policyEvent", policyEvent(step.urn, violation));
  if (policies && step.new?.custom && step.op !== "same" && step.op !== "read") {
    for (const pack of PACKS) {
      const names = governing(pack, step.type);
      if (names.length === 0) continue;
      const failed = names.filter((name) => step.violations?.some((violation) => violation.policy === name));
      put(step.start, "policyAnalyzeSummaryEvent", {
        resourceUrn: step.urn,
        policyPackName: pack.name,
        policyPackVersion: pack.versionTag,
        policyPackVersionTag: pack.versionTag,
        passed: names.filter((name) => !failed.includes(name)),
        failed,
      });
    }
  }
  if (step.refused) return;
  put(step.start, "resourcePreEvent", { metadata: metadata(step, before(step)), ...planning });
  if (step.failed) {
    put(step.end, "diagnosticEvent", {
      urn: step.urn,
      prefix: "<{%fg 1%}>error: <{%reset%}>",
      message: `<{%reset%}>${failure?.message ?? "failed"}<{%reset%}>\n`,
      color: "raw",
      severity: "error",
    });
    if (!preview) put(step.end, "resOpFailedEvent", { metadata: metadata(step, before(step)), status: 0, steps: 1 });
    return;
  }
  if (step.urn === rootUrn && step.op !== "delete" && step.op !== "refresh") return;
  const after = step.op === "refresh" ? { ...step, op: step.found ?? "same" } : step;
  put(step.end, "resOutputsEvent", { metadata: metadata(after, step.new), ...planning });
}

/** What is known of the new state before the provider has answered. */
function before(step: TimedStep): Row | undefined {
  if (!step.new || step.op === "same" || step.op === "read") return step.new;
  if (step.op === "refresh") return step.old;
  const { id: _, outputs: __, ...rest } = step.new;
  const replacing = step.op !== "create-replacement" && step.op !== "replace" && step.old?.id !== undefined;
  return replacing ? { ...rest, id: step.old?.id ?? "", outputs: {} } : rest;
}

function metadata(step: TimedStep, next: Row | undefined): Shape {
  const provider = step.new?.provider ?? step.old?.provider ?? "";
  const deleting = step.op === "delete" || step.op === "delete-replaced" || step.op === "discard";
  return {
    op: step.op,
    urn: step.urn,
    type: step.type,
    old: step.old ? state(step.old) : null,
    new: next && !deleting ? state(next) : null,
    ...(step.keys ? { keys: step.keys } : {}),
    ...(step.diffs ? { diffs: step.diffs } : {}),
    detailedDiff: step.detailedDiff ?? null,
    ...(step.op === "refresh" ? {} : { logical: step.logical }),
    provider,
  };
}

function state(row: Row): Shape {
  return {
    type: row.type,
    urn: row.urn,
    ...(row.custom ? { custom: true } : {}),
    ...(row.delete ? { delete: true } : {}),
    id: row.id ?? "",
    parent: row.parent ?? "",
    ...(row.protect ? { protect: true } : {}),
    ...(row.external ? { external: true } : {}),
    ...(row.retainOnDelete ? { retainOnDelete: true } : {}),
    inputs: shown(row.inputs ?? {}),
    outputs: shown(row.outputs ?? {}),
    provider: row.provider ?? "",
  };
}

function policyEvent(urn: string, violation: Violation): Shape {
  return {
    resourceUrn: urn,
    message: `<{%reset%}>${violation.message}<{%reset%}>\n`,
    color: "raw",
    policyName: violation.policy,
    policyPackName: violation.pack,
    policyPackVersion: violation.packVersion,
    policyPackVersionTag: violation.packVersion,
    enforcementLevel: violation.level,
    severity: violation.severity,
  };
}

function downloading(put: Put, { name, version }: { name: string; version: string }): void {
  const total = 184_549_376;
  for (let part = 0; part <= 4; part += 1) {
    put(20 + part * 180, "progressEvent", {
      type: "plugin-download",
      id: `resource:${name}:${version}`,
      message: `Downloading provider: ${name}`,
      received: (total / 4) * part,
      total,
      done: part === 4,
    });
  }
  put(790, "stdoutEvent", { message: `<{%reset%}>Installed provider ${name} v${version}<{%reset%}>\n`, color: "raw" });
}
