/**
 * Engine events of an update, in pages of at most a hundred. While the update runs an answer may be empty and repeat the
 * token it was asked with; null comes only once the update is over and everything has been handed out.
 */
import { ok } from "../http/answer.js";
import type { Call } from "../http/call.js";
import { isObject } from "../http/call.js";
import { offsetOf, tokenOf } from "../http/paging.js";
import { flag, invalid, text } from "../http/query.js";
import type { EngineEvent } from "../world/index.js";
import { OPERATIONS, parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";

const PAGE_SIZE = 100;

/** In the order of the documents; an event type's code is its place here, from 1. The service's own codes are not published. */
const TYPES = [
  "cancelEvent",
  "stdoutEvent",
  "diagnosticEvent",
  "preludeEvent",
  "summaryEvent",
  "resourcePreEvent",
  "resOutputsEvent",
  "resOpFailedEvent",
  "policyEvent",
  "policyRemediationEvent",
  "policyLoadEvent",
  "policyAnalyzeSummaryEvent",
  "policyRemediateSummaryEvent",
  "policyAnalyzeStackSummaryEvent",
  "startDebuggingEvent",
  "progressEvent",
  "errorEvent",
];

export const events: WorldRoute[] = OPERATIONS.map((operation) =>
  route("GET", `${STACK}/${operation}/{updateID}/events`, (world, call, p) => {
    const { events, running } = world.updates.events(stackOf(p), parameter(p, "updateID"));
    const wanted = events.filter(filterOf(call));
    const start = Math.min(offsetOf(text(call, "continuationToken"), "events"), wanted.length);
    const end = Math.min(start + (call.pageSize ?? PAGE_SIZE), wanted.length);
    const more = running || end < wanted.length;
    return ok({ events: wanted.slice(start, end), continuationToken: more ? tokenOf("events", end) : null });
  }),
);

function filterOf(call: Call): (event: EngineEvent) => boolean {
  flag(call, "include_non_activated");
  const types = call.query.getAll("type").map((code) => {
    if (!/^\d{1,6}$/.test(code)) throw invalid("type", "Must be an event type code.");
    return TYPES[Number(code) - 1];
  });
  const urn = text(call, "urn");
  return (event) => (types.length === 0 || types.includes(event.type)) && (urn === undefined || urnOf(event) === urn);
}

function urnOf(event: EngineEvent): unknown {
  const payload = event[event.type];
  if (!isObject(payload)) return undefined;
  return isObject(payload["metadata"]) ? payload["metadata"]["urn"] : (payload["resourceUrn"] ?? payload["urn"]);
}
