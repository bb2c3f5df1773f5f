/** payments: queues, a ledger and the functions between them; the keys of the providers it talks to. */
import { fileArchive, json } from "../values.js";
import { lambda } from "./parts.js";
import type { Program } from "./program.js";

const PROVIDERS = ["card", "transfer", "invoice", "wallet"];

export function payments(p: Program): void {
  const net = p.engine.reference(`acme/network/${p.stack}`);
  const lake = p.engine.reference(`acme/data/${p.isProd ? "prod" : "dev"}`);
  const key = p.aws(
    "kms/key:Key",
    "ledger",
    { description: "Ledger", enableKeyRotation: true, deletionWindowInDays: p.since(6) ? 30 : 10, tags: p.tags("ledger") },
    { protect: p.isProd },
  );
  const ledger = p.aws(
    "dynamodb/table:Table",
    "ledger",
    {
      hashKey: "account",
      rangeKey: "entry",
      attributes: [
        { name: "account", type: "S" },
        { name: "entry", type: "S" },
      ],
      deletionProtectionEnabled: p.isProd,
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.get("arn") },
      ...(p.since(8) ? { streamEnabled: true, streamViewType: "NEW_IMAGE" } : {}),
      tags: p.tags("ledger"),
    },
    { protect: p.isProd },
  );
  const dead = p.aws("sqs/queue:Queue", "dead-letters", { messageRetentionSeconds: 1209600, tags: p.tags("dead-letters") });
  const store = p.aws("rds/subnetGroup:SubnetGroup", "reports", {
    subnetIds: p.outputOf(net, "privateSubnetIds"),
    tags: p.tags("reports"),
  });
  p.aws("rds/instance:Instance", "reports", {
    engine: "postgres",
    engineVersion: p.since(10) ? "17.4" : "16.8",
    instanceClass: p.isProd ? "db.r6g.large" : p.since(4) ? "db.t4g.medium" : "db.t4g.small",
    allocatedStorage: 100,
    dbSubnetGroupName: store.get("name"),
    username: "reports",
    password: p.secret("reports-password", p.since(9) ? 1 : 0),
    storageEncrypted: true,
    tags: p.tags("reports"),
    vpcSecurityGroupIds: [p.outputOf(net, "internalSecurityGroupId")],
    backupRetentionPeriod: p.since(5) ? 14 : 7,
    // Somebody was in a hurry.
    ...(p.breaks && p.stack === "staging" && !p.since(12) ? { publiclyAccessible: true } : {}),
  });
  const events = p.aws("sns/topic:Topic", "events", { tags: p.tags("events") });
  for (const [index, name] of PROVIDERS.entries()) {
    if (name === "wallet" && !p.since(7)) continue;
    if (name === "invoice" && p.since(18)) continue;
    const vault = p.aws("secretsmanager/secret:Secret", `${name}-api`, {
      description: `Access to ${name}`,
      kmsKeyId: key.get("arn"),
      tags: p.tags(name),
    });
    p.aws("secretsmanager/secretVersion:SecretVersion", `${name}-api`, {
      secretId: vault.id,
      secretString: p.secret(`${name}-api`, Math.floor((p.revision + index) / 6)),
    });
    const queue = p.aws("sqs/queue:Queue", name, {
      fifoQueue: false,
      visibilityTimeoutSeconds: p.since(3) ? 180 : 90,
      redrivePolicy: json({ deadLetterTargetArn: dead.get("arn"), maxReceiveCount: p.since(11) ? 8 : 5 }),
      tags: p.tags(name),
    });
    const worker = lambda(p, `${name}-worker`, {
      memory: p.since(6) ? 512 : 256,
      timeout: 60,
      code: fileArchive(`payments/${name}/${Math.floor((p.revision + index) / 2)}`, `build/${name}.zip`),
      variables: {
        LEDGER: ledger.get("name"),
        SECRET: vault.get("arn"),
        WAREHOUSE: p.outputOf(lake, "warehouseEndpoint"),
        RETRIES: p.since(12) ? "5" : "3",
        VERSION: p.release("payments"),
      },
      statements: [
        { Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: queue.get("arn") },
        { Effect: "Allow", Action: "dynamodb:*", Resource: ledger.get("arn") },
      ],
    });
    p.aws("lambda/eventSourceMapping:EventSourceMapping", name, {
      eventSourceArn: queue.get("arn"),
      functionName: worker.get("name"),
      batchSize: p.since(9) ? 25 : 10,
    });
    p.aws("sns/topicSubscription:TopicSubscription", name, { topic: events.get("arn"), protocol: "sqs", endpoint: queue.get("arn") });
    p.aws("cloudwatch/metricAlarm:MetricAlarm", `${name}-age`, {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 2,
      metricName: "ApproximateAgeOfOldestMessage",
      namespace: "AWS/SQS",
      period: 60,
      statistic: "Maximum",
      threshold: p.since(13) ? 300 : 600,
      dimensions: { QueueName: queue.get("name") },
      tags: p.tags(name),
    });
  }
  p.exports({ ledgerTable: ledger.get("name"), eventsTopic: events.get("arn"), signingKey: p.secret("signing-key") });
}
