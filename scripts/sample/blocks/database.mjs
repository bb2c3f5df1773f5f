/** A relational database and generated passwords. */
import { Derived, secret } from "../values.mjs";
import { timeouts } from "./aws.mjs";

/** A PostgreSQL instance whose password is a generated secret. */
export function database(aws, name, { subnets, group, parent }) {
  const { program } = aws;
  const component = program.component("storefront:data:Database", name, { parent });
  const inside = { parent: component };
  const password = randomPassword(program, `${name}-password`, 32, inside);
  const subnetGroup = aws.resource("rds/subnetGroup:SubnetGroup", name, {
    subnetIds: subnets.map((one) => one.get("id")), tags: { Name: name },
  }, {
    ...inside, autoname: "name", defaults: { description: "Managed by Pulumi" },
    outputs: (random, plain, id) => ({
      arn: aws.arn("rds", `subgrp:${id}`), namePrefix: "", supportedNetworkTypes: ["IPV4"], vpcId: "",
    }),
  });
  const parameters = aws.resource("rds/parameterGroup:ParameterGroup", name, {
    family: "postgres16", tags: { Name: name },
    parameters: [
      { __defaults: ["applyMethod"], applyMethod: "immediate", name: "log_min_duration_statement", value: "500" },
      { __defaults: [], applyMethod: "pending-reboot", name: "max_connections", value: "400" },
      { __defaults: [], applyMethod: "pending-reboot", name: "shared_preload_libraries", value: "pg_stat_statements" },
    ],
  }, {
    ...inside, autoname: "name", defaults: { description: "Managed by Pulumi", skipDestroy: false },
    outputs: (random, plain, id) => ({ arn: aws.arn("rds", `pg:${id}`), namePrefix: "" }),
  });
  const hidden = (property) => new Derived(secret(program.random(property, name), 32), [password]);
  const instance = aws.resource("rds/instance:Instance", name, {
    allocatedStorage: 200, backupRetentionPeriod: 14, dbName: "storefront", dbSubnetGroupName: subnetGroup.get("name"),
    deletionProtection: true, engine: "postgres", engineVersion: "16.8", instanceClass: "db.r6g.xlarge", multiAz: true,
    parameterGroupName: parameters.get("name"), password: hidden("input"), performanceInsightsEnabled: true,
    storageEncrypted: true, storageType: "gp3", tags: { Name: name, Backup: "daily" }, username: "storefront",
    vpcSecurityGroupIds: [group.get("id")],
  }, {
    ...inside, autoname: "identifier", protect: true, meta: timeouts({ create: 40, delete: 60, update: 80 }, 2),
    additionalSecretOutputs: ["password"], customTimeouts: { create: 3600, update: 7200 },
    defaults: { applyImmediately: false, autoMinorVersionUpgrade: true, copyTagsToSnapshot: false, skipFinalSnapshot: false },
    id: (random) => `db-${random.upper(26)}`,
    outputs: (random, plain) => ({
      address: `${plain.identifier}.db.example.com`, arn: aws.arn("rds", `db:${plain.identifier}`),
      availabilityZone: `${aws.region}b`, backupTarget: "region", backupWindow: "09:28-09:58",
      caCertIdentifier: "rds-ca-rsa2048-g1", endpoint: `${plain.identifier}.db.example.com:5432`,
      engineVersionActual: plain.engineVersion, hostedZoneId: `Z${random.upper(12)}`, iops: 3000,
      kmsKeyId: aws.arn("kms", `key/${random.uuid()}`), latestRestorableTime: "2026-03-03T08:55:00Z", licenseModel: "postgresql-license",
      maintenanceWindow: "sun:11:30-sun:12:00", maxAllocatedStorage: 0, networkType: "IPV4", password: secret(random, 32),
      performanceInsightsRetentionPeriod: 7, port: 5432, replicas: [], resourceId: `db-${random.upper(26)}`,
      status: "available", storageThroughput: 125, timezone: "",
    }),
  });
  const vault = aws.resource("secretsmanager/secret:Secret", name, { description: "Database credentials", tags: { Name: name } }, {
    ...inside, autoname: "name", defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    id: (random, plain) => aws.arn("secretsmanager", `secret:${plain.name}-${random.word(6)}`),
    outputs: (random, plain, id) => ({ arn: id, kmsKeyId: "", namePrefix: "", policy: "", replicas: [] }),
  });
  const version = aws.resource("secretsmanager/secretVersion:SecretVersion", name, {
    secretId: vault.get("id"), secretString: new Derived(secret(program.random("credentials", name), 180), [instance, password]),
  }, {
    ...inside, meta: undefined, additionalSecretOutputs: ["secretBinary", "secretString"],
    id: (random, plain) => `${plain.secretId}|${random.uuid()}`,
    outputs: (random, plain) => ({ arn: plain.secretId, secretString: secret(random, 180), versionId: random.uuid(), versionStages: ["AWSCURRENT"] }),
  });
  program.exportFrom(component, { endpoint: instance.get("endpoint"), secretArn: vault.get("arn") });
  return { component, instance, password, vault, version };
}

export function randomPassword(program, name, length, { parent, ...options } = {}) {
  const counts = { minLower: 0, minNumeric: 0, minSpecial: 0, minUpper: 0 };
  const flags = { lower: true, number: true, numeric: true, special: false, upper: true };
  return program.custom("random:index/randomPassword:RandomPassword", name, { length, special: false }, {
    parent, provider: program.defaultProvider("random", "4.18.4"), id: () => "none",
    additionalSecretOutputs: ["bcryptHash", "result"],
    outputs: (random) => ({
      __meta: '{"schema_version":"3"}', ...counts, ...flags, id: "none", bcryptHash: secret(random, 60), result: secret(random, length),
    }),
    ...options,
  });
}

export function randomId(program, name, { parent } = {}) {
  return program.custom("random:index/randomId:RandomId", name, { byteLength: 4 }, {
    parent, provider: program.defaultProvider("random", "4.18.4"), id: (random) => random.base64(4).slice(0, 6),
    outputs: (random, plain, id) => {
      const bytes = Buffer.from(id, "base64");
      const number = bytes.readUInt32BE(0);
      return { b64Std: `${id}==`, b64Url: id.replaceAll("+", "-").replaceAll("/", "_"), dec: String(number), hex: bytes.toString("hex"), id };
    },
  });
}
