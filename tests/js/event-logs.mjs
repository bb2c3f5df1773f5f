// Small engine event logs for the tests beside this file and elsewhere.
import { urn } from "./states.mjs";

export const STACK_TYPE = "pulumi:pulumi:Stack";
export const BUCKET = "aws:s3/bucket:Bucket";
export const INSTANCE = "aws:ec2/instance:Instance";
export const STACK = urn(STACK_TYPE, "web-dev");
export const START = 1_700_000_000;

/** One event at `second` seconds from the start. */
export function event(kind, payload, second = 0) {
  return { timestamp: START + second, type: kind, [kind]: payload };
}

const before = (op) => !["create", "import", "read", "create-replacement"].includes(op);
const after = (op) => !["delete", "delete-replaced", "discard", "discard-replaced"].includes(op);

/** The metadata of a step; `older` and `newer` are its inputs, `more` overrides any field. */
export function step(op, type, name, { older = {}, newer = older, parent = STACK, ...more } = {}) {
  const custom = type !== STACK_TYPE;
  const state = (inputs) => ({ type, urn: urn(type, name), custom, id: custom ? `${name}-id` : "", parent: custom ? parent : "", provider: "", inputs, outputs: structuredClone(inputs) });
  return {
    op, type, urn: urn(type, name), provider: "", keys: null, diffs: null, detailedDiff: null, logical: true,
    old: before(op) ? state(older) : null,
    new: after(op) ? state(newer) : null,
    ...more,
  };
}

export const prelude = (config = { "aws:region": "eu-central-1" }) => event("preludeEvent", { config });
export const begins = (metadata, second = 0) => event("resourcePreEvent", { metadata }, second);
export const ends = (metadata, second = 0) => event("resOutputsEvent", { metadata }, second);
export const fails = (metadata, second = 0) => event("resOpFailedEvent", { metadata, status: 0, steps: 1 }, second);
export const says = (severity, message, about, second = 0) => event("diagnosticEvent", { ...(about ? { urn: about } : {}), prefix: `${severity}: `, message: `<{%reset%}>${message}<{%reset%}>\n`, color: "raw", severity }, second);
export const sums = (resourceChanges, more = {}, second = 0) => event("summaryEvent", { maybeCorrupt: false, durationSeconds: second, resourceChanges, PolicyPacks: {}, isPreview: false, result: "succeeded", ...more }, second);
export const over = (second = 0) => event("cancelEvent", {}, second);

/** An update that creates a bucket in two seconds, changes an instance and leaves the stack as it is: ten events. */
export function smallUpdate() {
  const stack = step("same", STACK_TYPE, "web-dev");
  const bucket = step("create", BUCKET, "logs", { newer: { acl: "private" } });
  const older = { size: "small", tags: { env: "dev" } };
  const instance = step("update", INSTANCE, "server", { older, newer: { ...older, size: "large" }, diffs: ["size"], detailedDiff: { size: { kind: "update", inputDiff: true } } });
  return [
    prelude(),
    begins(stack),
    begins(bucket, 1),
    begins(instance, 1),
    says("warning", "the bucket has no owner", urn(BUCKET, "logs"), 2),
    ends(bucket, 3),
    ends(instance, 4),
    ends({ ...stack, new: { ...stack.new, outputs: { url: "https://web.example.com" } } }, 4),
    sums({ create: 1, update: 1, same: 1 }, {}, 5),
    over(5),
  ];
}

/** An update whose instance cannot be made, and which says so. */
export function failedUpdate() {
  const stack = step("same", STACK_TYPE, "web-dev");
  const instance = step("create", INSTANCE, "server", { newer: { size: "huge" } });
  return [
    prelude(),
    begins(stack),
    begins(instance, 1),
    says("error", "no such size: huge", urn(INSTANCE, "server"), 2),
    fails(instance, 2),
    says("error", "update failed", STACK, 2),
    sums({ same: 1 }, { result: "failed" }, 3),
    over(3),
  ];
}

/** The events one on each line, as `pulumi up --event-log` writes them. */
export const ndjson = (events) => events.map((each, sequence) => `${JSON.stringify({ sequence, ...each })}\n`).join("");

/** Bytes as a zstd frame of stored blocks: Node 20 cannot compress so. */
export function zstd(content) {
  const bytes = Buffer.from(content);
  const parts = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58])];
  const most = 1 << 16;
  for (let at = 0; at === 0 || at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most);
    const isLast = at + most >= bytes.length;
    const header = Buffer.alloc(4);
    header.writeUInt32LE((block.length << 3) | (isLast ? 1 : 0));
    parts.push(header.subarray(0, 3), block);
  }
  return Buffer.concat(parts);
}
