/**
 * A made-up event log of any length: an update that goes over the same resources again and again, as a refresh loop, a policy's retries or a
 * noisy provider make it. In: how many events, about how many resources. Out: chunks of NDJSON of about 256 KiB. The same numbers give the same log.
 */

const CHUNK = 256 * 1024;
const STACK = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
const START = 1_700_000_000;

/** Chunks, each with how many events have come by its end. */
export function* chunks(events, resources) {
  let lines = [];
  let size = 0;
  for (let number = 0; number < events; number += 1) {
    const line = `${JSON.stringify({ sequence: number, timestamp: START + Math.floor(number / 500), ...payload(number, events, resources) })}\n`;
    lines.push(line);
    size += line.length;
    if (size >= CHUNK || number === events - 1) {
      yield { chunk: Buffer.from(lines.join("")), done: number + 1 };
      lines = [];
      size = 0;
    }
  }
}

/** Of ten events seven are about steps, two are passing messages, one is a download's progress. */
function payload(number, events, resources) {
  if (number === 0) return { preludeEvent: { config: { "aws:region": "eu-west-1", "shop:replicas": "3" } } };
  if (number === 1) return { policyLoadEvent: {} };
  if (number === events - 2) return { summaryEvent: { maybeCorrupt: false, durationSeconds: Math.floor(number / 500), resourceChanges: { same: 1 }, PolicyPacks: {}, isPreview: false, result: "succeeded" } };
  if (number === events - 1) return { cancelEvent: {} };
  const kind = number % 10;
  const which = Math.floor(number / 10) % resources;
  if (kind === 7 || kind === 8) return { diagnosticEvent: { urn: urn(which), message: `<{%reset%}>[${kind - 6}/2] waiting for the ${number % 97}th of its dependencies<{%reset%}>\n`, color: "raw", severity: "info", ephemeral: true } };
  if (kind === 9) return { progressEvent: { type: "plugin-download", id: `aws-${which % 5}`, message: "downloading", received: number, total: events, done: false } };
  // Two resources a round: one stays as it is, the other is refreshed, and updated now and then.
  const resource = kind < 2 ? which : (which + 1) % resources;
  if (kind === 0) return { resourcePreEvent: { metadata: step("same", resource, 0) } };
  if (kind === 1) return { resOutputsEvent: { metadata: step("same", resource, 0) } };
  if (kind < 5) return { [kind === 2 ? "resourcePreEvent" : "resOutputsEvent"]: { metadata: step("refresh", resource, 0) } };
  return { [kind === 5 ? "resourcePreEvent" : "resOutputsEvent"]: { metadata: step("update", resource, 1 + (number % 3)) } };
}

const urn = (which) => `urn:pulumi:prod::shop::aws:ec2/instance:Instance::web-${which}`;

function step(op, which, change) {
  const metadata = { op, urn: urn(which), type: "aws:ec2/instance:Instance", old: state(which, 0), new: state(which, change), logical: true, provider: `${PROVIDER}::04da6b54-80e4-46f7-96ec-b56ff0331ba9` };
  return change === 0 ? { ...metadata, detailedDiff: null } : { ...metadata, diffs: ["tags"], detailedDiff: { "tags.revision": { diffKind: "update", inputDiff: true } } };
}

const PROVIDER = "urn:pulumi:prod::shop::pulumi:providers:aws::default_6_0_0";

function state(which, revision) {
  const tags = { Name: `web-${which}`, revision: `r${revision}` };
  return {
    type: "aws:ec2/instance:Instance", urn: urn(which), custom: true, id: `i-0${which.toString(16).padStart(16, "0")}`, parent: STACK,
    inputs: { __defaults: [], ami: "ami-0175af5baaf2bce8e", instanceType: "t3.micro", tags, vpcSecurityGroupIds: ["sg-07498abcdbdf88f34"] },
    outputs: { ami: "ami-0175af5baaf2bce8e", arn: `arn:aws:ec2:eu-west-1:123456789012:instance/i-${which}`, tags, privateIp: `10.0.${which >> 8}.${which & 255}` },
    provider: `${PROVIDER}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`,
  };
}
