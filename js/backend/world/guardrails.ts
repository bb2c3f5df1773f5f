/** The organisation's policy packs, and what they find in a resource. */
import type { Row } from "./state.js";
import type { Violation } from "./step.js";
import type { Properties } from "./values.js";

interface Rule {
  name: string;
  displayName: string;
  description: string;
  severity: string;
  level: Violation["level"];
  types: readonly string[];
  breaks(inputs: Properties): string | undefined;
}
export interface Pack {
  name: string;
  displayName: string;
  version: number;
  versionTag: string;
  rules: readonly Rule[];
  config: Properties;
}

const tagsOf = (inputs: Properties) => (inputs["tags"] ?? {}) as Properties;

export const PACKS: readonly Pack[] = [
  {
    name: "acme-guardrails",
    displayName: "Acme guardrails",
    version: 12,
    versionTag: "1.12.0",
    config: { "required-tags": { enforcementLevel: "advisory", tags: ["Team"] } },
    rules: [
      {
        name: "required-tags",
        displayName: "Required tags",
        description: "Resources carry the tag of the team that runs them.",
        severity: "low",
        level: "advisory",
        types: ["aws:s3/bucket:Bucket", "aws:sqs/queue:Queue", "aws:dynamodb/table:Table", "aws:kinesis/stream:Stream"],
        breaks: (inputs) => (tagsOf(inputs)["Team"] === undefined ? "The tag Team is missing." : undefined),
      },
      {
        name: "database-not-public",
        displayName: "Databases are not public",
        description: "A database answers inside its network only.",
        severity: "critical",
        level: "mandatory",
        types: ["aws:rds/instance:Instance"],
        breaks: (inputs) => (inputs["publiclyAccessible"] === true ? "A database must not be publicly accessible." : undefined),
      },
      {
        name: "log-retention",
        displayName: "Logs are kept for a while",
        description: "Log groups say for how long they keep what they hold.",
        severity: "medium",
        level: "advisory",
        types: ["aws:cloudwatch/logGroup:LogGroup"],
        breaks: (inputs) =>
          Number(inputs["retentionInDays"] ?? 0) < 30
            ? `Logs are kept for ${String(inputs["retentionInDays"] ?? "an unlimited number of")} days; they must be kept for 30 or more.`
            : undefined,
      },
      {
        name: "replica-count",
        displayName: "More than one replica",
        description: "Deployments survive the loss of a node.",
        severity: "medium",
        level: "advisory",
        types: ["kubernetes:apps/v1:Deployment"],
        breaks: (inputs) =>
          Number((inputs["spec"] as Properties)["replicas"] ?? 1) < 2 ? "A Deployment must have two replicas or more." : undefined,
      },
    ],
  },
  {
    name: "aws-cost",
    displayName: "AWS cost",
    version: 5,
    versionTag: "0.5.1",
    config: { "function-memory": { maximum: 1024 } },
    rules: [
      {
        name: "function-memory",
        displayName: "Function memory",
        description: "Functions get as much memory as they need.",
        severity: "low",
        level: "advisory",
        types: ["aws:lambda/function:Function"],
        breaks: (inputs) =>
          Number(inputs["memorySize"] ?? 128) > 1024 ? `Memory of ${String(inputs["memorySize"])} MB is more than 1024 MB.` : undefined,
      },
      {
        name: "vpc-sizing",
        displayName: "Sizes of networks",
        description: "Networks are not larger than they have to be.",
        severity: "low",
        level: "advisory",
        types: ["aws:ec2/vpc:Vpc"],
        breaks: (inputs) =>
          String(inputs["cidrBlock"]).endsWith("/16")
            ? `VPCs must be of appropriate size.\nAddress space [${String(inputs["cidrBlock"])}] is too large. Must be [/18] or smaller.`
            : undefined,
      },
    ],
  },
];

const BY_TYPE = new Map<string, { pack: Pack; rule: Rule }[]>();
for (const pack of PACKS) {
  for (const rule of pack.rules) {
    for (const type of rule.types) BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), { pack, rule }]);
  }
}

export function violations(row: Row): Violation[] {
  return (BY_TYPE.get(row.type) ?? []).flatMap(({ pack, rule }) => {
    const message = rule.breaks(row.inputs ?? {});
    return message === undefined
      ? []
      : [{ policy: rule.name, pack: pack.name, packVersion: pack.versionTag, level: rule.level, severity: rule.severity, message }];
  });
}

/** Which of a pack's policies look at the type. */
export function governing(pack: Pack, type: string): string[] {
  return pack.rules.filter((rule) => rule.types.includes(type)).map((rule) => rule.name);
}
