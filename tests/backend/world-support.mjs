// What the tests of the sample organisation share.
import assert from "node:assert/strict";
import { Refusal } from "../../dist/backend/world/index.js";

export const NOW = 1_795_000_000_000;
export const WEB_DEV = { organization: "acme", project: "web", stack: "dev" };
export const WEB_PROD = { organization: "acme", project: "web", stack: "prod" };
export const nameOf = (stack) => ({ organization: stack.orgName, project: stack.projectName, stack: stack.stackName });

export const refused = (status, attempt, errorType) =>
  assert.throws(attempt, (error) => {
    assert(error instanceof Refusal, String(error));
    assert.equal(error.status, status, error.message);
    if (errorType) assert.equal(error.errors[0].errorType, errorType);
    return true;
  });

/** Totals from an event log, as a console counts them. */
export function totals(events) {
  const counts = {};
  const add = (op, by) => {
    counts[op] = (counts[op] ?? 0) + by;
  };
  const announced = new Map();
  for (const event of events) {
    const step = event[event.type]?.metadata;
    if (event.type === "resourcePreEvent") {
      announced.set(step.urn, (announced.get(step.urn) ?? new Set()).add(step.op));
      if (step.logical && step.op !== "refresh" && step.op !== "read") add(step.op, 1);
    } else if (event.type === "resOpFailedEvent") {
      if (step.logical && step.op !== "refresh" && step.op !== "read") add(step.op, -1);
    } else if (event.type === "resOutputsEvent" && announced.get(step.urn)?.has("refresh") && !announced.get(step.urn).has(step.op))
      add(step.op, 1);
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}
