/** What one engine event says to people: lines with a time. Steps that change nothing say nothing. */
import type { EngineEvent, StepEventMetadata } from "../node.js";
import { changes, duration, partsOf } from "./cells.js";
import type { Tone } from "./table.js";

export interface EventLine {
  /** `12:30:05`, UTC. */
  time: string;
  text: string;
  tone?: Tone;
}

export function linesOf(event: EngineEvent): EventLine[] {
  const said = sayingOf(event);
  if (said === undefined) return [];
  const time = clock(event.timestamp);
  return said.text
    .split("\n")
    .map((text) => text.trimEnd())
    .filter((text) => text !== "")
    .map((text) => ({ ...said, time, text }));
}

type Saying = Omit<EventLine, "time">;

function sayingOf(event: EngineEvent): Saying | undefined {
  const { resourcePreEvent, resOutputsEvent, resOpFailedEvent, diagnosticEvent, policyEvent, summaryEvent, stdoutEvent, errorEvent } = event;
  if (resourcePreEvent) return step(resourcePreEvent.metadata, "", "busy");
  if (resOutputsEvent) return step(resOutputsEvent.metadata, resOutputsEvent.planning ? "planned " : "done ", "good");
  if (resOpFailedEvent) return step(resOpFailedEvent.metadata, "FAILED ", "bad", true);
  if (diagnosticEvent) {
    const { severity = "info", message = "", urn, ephemeral } = diagnosticEvent;
    if (ephemeral) return undefined;
    const text = `${severity}: ${urn ? `${nameOf(urn)}: ` : ""}${plain(message)}`;
    return severity.startsWith("info") ? { text } : { text, tone: severity === "error" ? "bad" : "busy" };
  }
  if (policyEvent) {
    const { enforcementLevel = "", policyPackName = "", policyName = "", resourceUrn, message = "" } = policyEvent;
    return { text: `policy ${enforcementLevel} ${policyPackName}/${policyName}: ${resourceUrn ? `${nameOf(resourceUrn)}: ` : ""}${plain(message)}`, tone: enforcementLevel === "mandatory" ? "bad" : "busy" };
  }
  if (summaryEvent) {
    const { result, durationSeconds, resourceChanges, isPreview } = summaryEvent;
    const head = [isPreview ? "preview" : "update", result, durationSeconds === undefined ? "" : `in ${duration(durationSeconds)}`].filter(Boolean).join(" ");
    return { text: `${head}: ${changes(resourceChanges as Record<string, number> | undefined)}` };
  }
  if (stdoutEvent) return { text: plain(stdoutEvent.message ?? "") };
  if (errorEvent) return { text: `error: ${errorEvent.error ?? ""}`, tone: "bad" };
  if (event.cancelEvent) return { text: "the end" };
  return SILENT.has(String(event.type)) ? undefined : { text: String(event.type ?? "an event of an unknown kind"), tone: "faint" };
}

/** Kinds that only tell that something begins, or how far a download is. */
const SILENT: ReadonlySet<string> = new Set(["preludeEvent", "policyLoadEvent", "progressEvent", "policyAnalyzeSummaryEvent", "policyRemediateSummaryEvent", "policyAnalyzeStackSummaryEvent"]);

function step({ op, urn, type, diffs }: StepEventMetadata, head: string, tone: Tone, always = false): Saying | undefined {
  if (op === "same" && !always) return undefined;
  const changed = head === "" && diffs?.length ? ` [${diffs.join(", ")}]` : "";
  return { text: `${head}${op} ${type} ${partsOf(urn).name}${changed}`, tone };
}

function nameOf(urn: string): string {
  const { type, name } = partsOf(urn);
  return `${type} ${name}`;
}

/** Messages carry the engine's own colour marks. */
function plain(message: string): string {
  return message.replace(/<\{%[^%]*%\}>/g, "");
}

function clock(timestamp: number | undefined): string {
  if (timestamp === undefined) return "        ";
  const date = new Date(timestamp * 1000);
  return Number.isNaN(date.getTime()) ? "        " : date.toISOString().slice(11, 19);
}
