/** Edits of what the engine keeps beside properties: flags, dependencies, pending work, stack outputs. */
import { record } from "../program.mjs";

export function leftoverDeleted(next) {
  const target = next.records.find((one) => one.delete && one.type === "aws:lb/targetGroup:TargetGroup");
  next.remove(target);
  next.expect({ urn: target.urn, kind: "delete", pendingDelete: true, note: "a row that waited for its deletion is gone" });
}

export function protect(next) {
  const media = next.at("aws:s3/bucketV2:BucketV2", "media");
  media.protect = true;
  next.update(media, "protected from now on", [["protect", "add"]]);
  const door = next.at("aws:lb/loadBalancer:LoadBalancer", "shop");
  delete door.protect;
  next.update(door, "no longer protected", [["protect", "delete"]]);
}

export function dependency(next) {
  const rule = next.at("aws:lb/listenerRule:ListenerRule", "api");
  rule.dependencies.push(next.at("aws:acm/certificate:Certificate", "shop").urn);
  next.update(rule, "depends on the certificate as well", [["dependencies[2]", "add"]]);
}

/** Saved by a step that changed nothing: no new `modified`, and nothing to see unless internal keys are shown. */
export function defaultsOnly(next) {
  const topic = next.at("aws:sns/topic:Topic", "alarms");
  topic.inputs.__defaults = topic.inputs.__defaults.filter((key) => key !== "contentBasedDeduplication");
  next.expect({ urn: topic.urn, kind: "same", note: "only __defaults changed", properties: [["inputs.__defaults[0]", "delete"]] });
}

export function stackOutputs(next) {
  const { outputs, urn } = next.at("pulumi:pulumi:Stack", "storefront-prod");
  outputs.databasePassword = next.secret(32);
  outputs.functions[2] = "reporting";
  outputs.searchUrl = next.at("storefront:app:Workload", "search").outputs.url;
  delete outputs.webUrl;
  next.expect({
    urn, kind: "update", note: "stack outputs",
    properties: [
      ["outputs.databasePassword", "ciphertext"], ["outputs.functions[2]", "update"], ["outputs.searchUrl", "add"], ["outputs.webUrl", "delete"],
    ],
  });
}

/** The last update was stopped while it was creating a queue. */
export function interrupted(next) {
  const known = next.at("aws:sqs/queue:Queue", "order-events");
  const inputs = structuredClone(known.inputs);
  inputs.name = `returns-${next.random().hex(7)}`;
  inputs.tags.Name = inputs.tagsAll.Name = "returns";
  delete inputs.redrivePolicy;
  const propertyDependencies = Object.fromEntries(Object.keys(inputs).filter((key) => !key.startsWith("__")).map((key) => [key, []]));
  next.operations.push({
    resource: record({
      urn: known.urn.replace(/order-events$/, "returns"), custom: true, type: known.type, inputs, parent: known.parent,
      provider: known.provider, propertyDependencies,
    }),
    type: "creating",
  });
}
