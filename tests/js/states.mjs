// Small states for the tests beside this file.
import { createHash } from "node:crypto";

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";

const ENGINE = "v3.200.0";

export function urn(type, name, { stack = "dev", project = "web" } = {}) {
  return `urn:pulumi:${stack}::${project}::${type}::${name}`;
}

export const STACK = urn("pulumi:pulumi:Stack", "web-dev");
export const PROVIDER = urn("pulumi:providers:aws", "default_6_0_0");
export const BUCKET = "aws:s3/bucket:Bucket";

/** A custom resource under the stack; `more` overrides any field. */
export function resource(type, name, inputs = {}, more = {}) {
  return {
    urn: urn(type, name),
    custom: true,
    id: `${name}-id`,
    type,
    inputs,
    outputs: structuredClone(inputs),
    parent: STACK,
    provider: `${PROVIDER}::provider-id`,
    ...more,
  };
}

export function secret(ciphertext) {
  return { [SIGNATURE]: SECRET, ciphertext };
}

/** The export of a stack that holds `resources` besides the stack itself and its provider. */
export function state(resources = [], { outputs = {}, ...deployment } = {}) {
  return {
    version: 3,
    deployment: {
      manifest: { time: "2026-01-02T03:04:05Z", magic: createHash("sha256").update(ENGINE).digest("hex"), version: ENGINE },
      resources: [
        { urn: STACK, custom: false, type: "pulumi:pulumi:Stack", outputs },
        { urn: PROVIDER, custom: true, id: "provider-id", type: "pulumi:providers:aws", inputs: { region: "eu-central-1" }, parent: STACK },
        ...resources,
      ],
      ...deployment,
    },
  };
}

export function bytes(value) {
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}

/** An old and a new state that differ in one resource of every kind. */
export function everyKind() {
  const kept = resource(BUCKET, "kept", { acl: "private" });
  return {
    older: state([
      kept,
      resource(BUCKET, "changed", { acl: "private", tags: { env: "dev", team: "core" } }),
      resource(BUCKET, "gone"),
      resource("aws:rds/instance:Instance", "db", { engine: "postgres" }, { id: "db-1" }),
    ]),
    newer: state([
      kept,
      resource(BUCKET, "changed", { acl: "public-read", tags: { env: "dev" } }),
      resource("aws:rds/instance:Instance", "db", { engine: "mysql" }, { id: "db-2" }),
      resource(BUCKET, "fresh"),
    ]),
  };
}
