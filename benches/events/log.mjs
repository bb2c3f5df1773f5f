/**
 * A made-up event log of any length about the resources of the sample program: three of four steps leave a resource as it is, one of five
 * refreshes it, one of fifty updates it, and passing messages come in between. In: how many events, about how many resources. Out: chunks of NDJSON of about
 * 256 KiB. The same numbers give the same log.
 */
import { tenants } from "../../scripts/sample/tenants.mjs";

const CHUNK = 256 * 1024;
const START = 1_700_000_000;

/** Chunks, each with how many events have come by its end. */
export function* chunks(events, resources) {
  const steps = stepsOf(resources);
  let lines = [];
  let size = 0;
  for (let number = 0; number < events; number += 1) {
    const line = `{"sequence":${number},"timestamp":${START + Math.floor(number / 500)},${payload(number, events, steps)}}\n`;
    lines.push(line);
    size += line.length;
    if (size >= CHUNK || number === events - 1) {
      yield { chunk: Buffer.from(lines.join("")), done: number + 1 };
      lines = [];
      size = 0;
    }
  }
}

/** Of ten events eight are about steps (in the logs that Pulumi's own tests recorded it is seven); the others are small. */
function payload(number, events, steps) {
  if (number === 0) return '"preludeEvent":{"config":{"aws:region":"eu-west-1","shop:replicas":"3"}}';
  if (number === events - 2) return `"summaryEvent":{"maybeCorrupt":false,"durationSeconds":${Math.floor(number / 500)},"resourceChanges":{"same":1},"PolicyPacks":{},"isPreview":false,"result":"succeeded"}`;
  if (number === events - 1) return '"cancelEvent":{}';
  const [round, place] = [Math.floor(number / 10), number % 10];
  if (number < 10 || place === 8) return '"policyLoadEvent":{}';
  if (place === 9) {
    const urn = steps[round % steps.length].urn;
    if (round % 2 === 0) return `"progressEvent":{"type":"plugin-download","id":"aws-${round % 5}","message":"downloading","received":${number},"total":${events},"done":false}`;
    return `"diagnosticEvent":{"urn":${urn},"message":"<{%reset%}>[${number % 97}/97] waiting for the load balancer to become active<{%reset%}>\\n","color":"raw","severity":"info","ephemeral":true}`;
  }
  const pair = round * 4 + (place >> 1);
  const step = steps[pair % steps.length];
  const text = pair % 50 === 0 ? step.update : pair % 5 === 0 ? step.refresh : step.same;
  return `"${place % 2 === 0 ? "resourcePreEvent" : "resOutputsEvent"}":${text}`;
}

/** The texts of each resource's steps. */
function stepsOf(resources) {
  const steps = [];
  for (const records of tenants({ seed: 1 })) {
    for (const record of records) {
      if (record.type.startsWith("pulumi:")) continue;
      const [old, next] = [state(record, "r0"), state(record, "r1")];
      const text = (op, after, diff) =>
        JSON.stringify({ metadata: { op, urn: record.urn, type: record.type, old, new: after, ...diff, logical: true, provider: record.provider ?? "" } });
      const diff = { diffs: ["revision"], detailedDiff: { revision: { diffKind: "update", inputDiff: true } } };
      steps.push({ urn: JSON.stringify(record.urn), same: text("same", old, { detailedDiff: null }), refresh: text("refresh", old, { detailedDiff: null }), update: text("update", next, diff) });
      if (steps.length === resources) return steps;
    }
  }
}

function state({ type, urn, custom, id = "", parent = "", inputs = {}, outputs = {}, provider = "" }, revision) {
  return { type, urn, custom, id, parent, inputs: { ...inputs, revision }, outputs: { ...outputs, revision }, provider };
}
