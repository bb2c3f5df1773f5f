/** data: a lake of many tables, the streams into it, and a warehouse. */
import type { Program } from "./program.js";
import { Random } from "../random.js";

const SOURCES = ["orders", "payments", "visits", "shipments", "returns", "stock", "prices", "reviews", "mails", "searches"];

/** How many tables each of the ten sources has: about 190 in `prod`. */
function tablesOf(p: Program, source: number): number {
  return (p.isProd ? 186 : 3) + (p.since(3) ? 1 : 0) + (source % 3 === 0 && p.since(4) ? 2 : 0);
}

interface Table {
  name: string;
  columns: readonly { name: string; type: string }[];
}

const known = new Map<string, Table>();

/** A table never changes its name and first columns, so it is made up once. */
function tableOf(source: string, index: number): Table {
  const key = `${source}/${index}`;
  let table = known.get(key);
  if (!table) {
    const random = new Random("table", source, index);
    table = {
      name: `${source}_${random.pick(["raw", "clean", "daily", "hourly", "by_country", "by_device"])}_${String(index).padStart(3, "0")}`,
      columns: Array.from({ length: random.int(3, 7) }, (_, i) => ({
        name: `${random.pick(["id", "at", "amount", "country", "device", "state", "count"])}_${i}`,
        type: random.pick(["string", "bigint", "timestamp", "double"]),
      })),
    };
    known.set(key, table);
  }
  return table;
}

export function data(p: Program): void {
  const net = p.engine.reference(`acme/network/${p.stack}`);
  const lake = p.aws(
    "s3/bucket:Bucket",
    "lake",
    { versioning: { enabled: true }, tags: p.tags("lake") },
    { protect: p.isProd, retainOnDelete: true },
  );
  p.aws("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "lake", {
    bucket: lake.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const key = p.aws("kms/key:Key", "lake", { description: "Data at rest", enableKeyRotation: p.since(2), tags: p.tags("lake") });
  p.aws("kms/alias:Alias", "lake", { name: `alias/acme-${p.stack}-lake`, targetKeyId: key.get("keyId") });
  for (const [index, source] of SOURCES.entries()) {
    const home = p.component("acme:data:Source", source);
    const inside = { parent: home };
    const database = p.aws(
      "glue/catalogDatabase:CatalogDatabase",
      source,
      { name: `${p.stack}_${source}`, description: `What ${source} sends`, tags: p.tags(source) },
      inside,
    );
    p.aws(
      "kinesis/stream:Stream",
      source,
      { shardCount: p.isProd ? (p.since(4) && index < 3 ? 4 : 2) : 1, retentionPeriod: p.since(2) ? 48 : 24, tags: p.tags(source) },
      inside,
    );
    for (let table = 0; table < tablesOf(p, index); table += 1) {
      const { name, columns: declared } = tableOf(source, table);
      const columns = [...declared];
      if (p.since(5) && table % 97 === 5) columns.push({ name: "ingested_at", type: "timestamp" });
      p.aws(
        "glue/catalogTable:CatalogTable",
        name,
        {
          name,
          databaseName: database.get("name"),
          tableType: "EXTERNAL_TABLE",
          parameters: { classification: p.since(4) && table % 50 === 0 ? "iceberg" : "parquet" },
          storageDescriptor: { columns, location: `s3://lake/${source}/${name}/`, compressed: false },
        },
        inside,
      );
    }
  }
  const group = p.aws("rds/subnetGroup:SubnetGroup", "warehouse", {
    subnetIds: p.outputOf(net, "privateSubnetIds"),
    tags: p.tags("warehouse"),
  });
  const password = p.resource("random:index/randomPassword:RandomPassword", "warehouse", { length: 40, special: false });
  const warehouse = p.aws(
    "rds/instance:Instance",
    "warehouse",
    {
      engine: "postgres",
      engineVersion: p.since(3) ? "17.4" : "16.8",
      instanceClass: p.isProd ? "db.r6g.2xlarge" : "db.t4g.large",
      allocatedStorage: p.isProd ? (p.since(5) ? 800 : 400) : 50,
      dbSubnetGroupName: group.get("name"),
      username: "warehouse",
      password: password.get("result"),
      storageEncrypted: true,
      multiAz: p.isProd,
      kmsKeyId: key.get("arn"),
      tags: p.tags("warehouse"),
      vpcSecurityGroupIds: [p.outputOf(net, "internalSecurityGroupId")],
    },
    { protect: p.isProd },
  );
  p.exports({
    lakeBucket: lake.id,
    warehouseEndpoint: warehouse.get("endpoint"),
    warehousePassword: password.get("result"),
    streams: SOURCES.length,
  });
}
