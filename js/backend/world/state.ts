/** One row of a state, and the envelope around them. */
import type { Properties } from "./values.js";

/** `ResourceV3`, the fields that the sample uses. Rows are never changed: versions share those that stay as they are. */
export interface Row {
  urn: string;
  custom: boolean;
  type: string;
  delete?: boolean;
  id?: string;
  inputs?: Properties;
  outputs?: Properties;
  parent?: string;
  protect?: boolean;
  external?: boolean;
  dependencies?: string[];
  provider?: string;
  propertyDependencies?: Record<string, string[]>;
  additionalSecretOutputs?: string[];
  importID?: string;
  retainOnDelete?: boolean;
  created?: string;
  modified?: string;
}

export interface Operation {
  resource: Row;
  type: "creating" | "updating" | "deleting" | "reading";
}

export interface Deployment extends Properties {
  manifest: { time: string; magic: string; version: string };
  secrets_providers?: { type: string; state?: unknown };
  resources?: Row[];
  pending_operations?: Operation[];
}

export const STACK_TYPE = "pulumi:pulumi:Stack";

export function stackUrn(project: string, stack: string): string {
  return `urn:pulumi:${stack}::${project}::${STACK_TYPE}::${project}-${stack}`;
}

/** `parentTypes` is the qualified type of the parent, unless that is the stack. */
export function resourceUrn(project: string, stack: string, parentTypes: string | undefined, type: string, name: string): string {
  return `urn:pulumi:${stack}::${project}::${parentTypes === undefined ? "" : `${parentTypes}$`}${type}::${name}`;
}

export function urnParts(urn: string): { stack: string; project: string; qualifiedType: string; type: string; name: string } {
  const [stack = "", project = "", qualifiedType = "", ...name] = urn.slice("urn:pulumi:".length).split("::");
  return { stack, project, qualifiedType, type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1), name: name.join("::") };
}

export function isDefaultProvider(row: { type: string; urn: string }): boolean {
  return row.type.startsWith("pulumi:providers:") && urnParts(row.urn).name.startsWith("default");
}

/** The engine's versions that the history went through, each with the digest that a manifest carries. */
export const ENGINES = [
  { version: "v3.198.0", magic: "f415235851c84a9e7a4e0a681c656397e9a77db2af82cf68da1db8846c339524" },
  { version: "v3.231.0", magic: "85aa01bfd48b0131d9e9ebcc56b2a88faa9b8a580f90f11350be5550cbaaf581" },
  { version: "v3.259.0", magic: "ab35920a3077459b09dd1a3f7ddc28df4e3efc81b3240013bb6906688abc684d" },
] as const;

export interface EnvelopeOptions {
  at: string;
  engine: { version: string; magic: string };
  owner: string;
  project: string;
  stack: string;
  rows: readonly Row[];
  pending?: readonly Operation[];
}

/** `UntypedDeployment` */
export function envelope(options: EnvelopeOptions): { version: number; deployment: Deployment } {
  const { at, engine, owner, project, stack, rows, pending } = options;
  return {
    version: 3,
    deployment: {
      manifest: { time: at, magic: engine.magic, version: engine.version },
      secrets_providers: { type: "service", state: { url: "https://api.pulumi.com", owner, project, stack } },
      ...(rows.length > 0 ? { resources: [...rows] } : {}),
      ...(pending && pending.length > 0 ? { pending_operations: [...pending] } : {}),
      metadata: {},
    },
  };
}
