/** The smaller projects: documentation, people's access, alarms, one shop per tenant, and the bulk. */
import { Random } from "../random.js";
import { fileArchive, fileAsset, json } from "../values.js";
import { lambda } from "./parts.js";
import type { Program } from "./program.js";

export function docsSite(p: Program): void {
  const host = p.isProd ? "docs.acme.example" : `docs.${p.stack}.acme.example`;
  const bucket = p.aws("s3/bucket:Bucket", "pages", {
    website: { indexDocument: "index.html", errorDocument: p.since(2) ? "404.html" : "index.html" },
    tags: p.tags("pages"),
  });
  for (const path of ["index.html", "404.html", "guide.html", "reference.html", ...(p.since(4) ? ["changelog.html"] : [])]) {
    p.aws("s3/bucketObject:BucketObject", path, {
      bucket: bucket.id,
      key: path,
      contentType: "text/html",
      source: fileAsset(`docs/${path}/${path === "404.html" ? 0 : p.revision}`, `public/${path}`),
    });
  }
  const certificate = p.aws("acm/certificate:Certificate", "docs", { domainName: host, validationMethod: "DNS", tags: p.tags("docs") });
  const site = p.aws("cloudfront/distribution:Distribution", "docs", {
    enabled: true,
    aliases: [host],
    origins: [{ domainName: bucket.get("bucketRegionalDomainName"), originId: "pages" }],
    comment: `Documentation ${p.release("docs", 2)}`,
    viewerCertificate: { acmCertificateArn: certificate.get("arn"), sslSupportMethod: "sni-only" },
    tags: p.tags("docs"),
  });
  p.aws("route53/record:Record", host, {
    name: host,
    type: "A",
    zoneId: "Z09283112QVWZ4XKJ1PLE",
    aliases: [{ name: site.get("domainName"), zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }],
  });
  p.exports({ url: `https://${host}`, bucket: bucket.id, distribution: site.id });
}

const TEAMS = ["platform", "storefront", "payments", "data", "security", "developer-experience"];

export function identity(p: Program): void {
  for (const [index, team] of TEAMS.entries()) {
    const home = p.component("acme:identity:Team", team);
    const inside = { parent: home };
    for (const level of ["reader", "operator", ...(p.since(3) ? ["breakglass"] : [])]) {
      const role = p.aws(
        "iam/role:Role",
        `${team}-${level}`,
        {
          assumeRolePolicy: p.assumedBy("sso.amazonaws.com"),
          maxSessionDuration: level === "breakglass" ? 3600 : p.since(5) ? 28800 : 43200,
          tags: p.tags(`${team}-${level}`),
        },
        inside,
      );
      const policy = p.aws(
        "iam/policy:Policy",
        `${team}-${level}`,
        {
          policy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: level === "reader" ? ["*:Get*", "*:List*", ...(p.since(index + 4) ? ["*:Describe*"] : [])] : ["*"],
                Resource: "*",
              },
            ],
          }),
          tags: p.tags(team),
        },
        inside,
      );
      p.aws(
        "iam/rolePolicyAttachment:RolePolicyAttachment",
        `${team}-${level}`,
        { role: role.get("name"), policyArn: policy.get("arn") },
        inside,
      );
    }
    if (p.since(2)) p.aws("iam/user:User", `${team}-ci`, { path: "/ci/", tags: p.tags(`${team}-ci`) }, inside);
  }
  p.exports({ teams: TEAMS.length });
}

export function observability(p: Program): void {
  const web = p.engine.reference(`acme/web/${p.stack}`);
  const payments = p.engine.reference(`acme/payments/${p.stack}`);
  const topics = ["pages", "tickets"].map((name) => p.aws("sns/topic:Topic", name, { tags: p.tags(name) }));
  const watched = ["shop", "checkout", "search", "ledger", "card-worker", "transfer-worker", "warehouse", "cluster", "ingress", "mails"];
  for (const [index, name] of watched.entries()) {
    if (index > 4 + p.revision) continue;
    p.aws("cloudwatch/logGroup:LogGroup", name, {
      name: `/acme/${p.stack}/${name}`,
      retentionInDays: p.since(index) ? 90 : 7,
      tags: p.tags(name),
    });
    for (const metric of ["errors", "latency", "saturation"]) {
      p.aws("cloudwatch/metricAlarm:MetricAlarm", `${name}-${metric}`, {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: p.since(6) ? 5 : 3,
        metricName: metric,
        namespace: "Acme",
        period: 60,
        statistic: "Average",
        threshold: 10 + 5 * Math.floor((p.revision + index) / 4),
        dimensions: { Service: name, Url: p.outputOf(web, "url"), Table: p.outputOf(payments, "ledgerTable") },
        alarmActions: topics.map((topic) => topic.get("arn")),
        tags: p.tags(name),
      });
    }
  }
  p.aws("cloudwatch/dashboard:Dashboard", "overview", {
    dashboardName: `overview-${p.stack}`,
    dashboardBody: json({ widgets: watched.slice(0, 5 + p.revision).map((title) => ({ type: "metric", properties: { title } })) }),
  });
  lambda(p, "pager", {
    memory: 128,
    code: fileArchive(`pager/${Math.floor(p.revision / 3)}`, "build/pager.zip"),
    variables: { TOKEN: p.secret("pager-token") },
    statements: [{ Effect: "Allow", Action: "logs:*", Resource: "*" }],
  });
  p.exports({ pages: topics[0]?.get("arn"), tickets: topics[1]?.get("arn") });
}

/** One tenant's shop. */
export function tenant(p: Program): void {
  const random = new Random("tenant", p.stack);
  const bucket = p.aws("s3/bucket:Bucket", "media", { tags: p.revision > 1 ? p.tags("media") : { Name: `media-${p.stack}` } });
  const table = p.aws("dynamodb/table:Table", "shop", {
    hashKey: "key",
    attributes: [{ name: "key", type: "S" }],
    pointInTimeRecovery: { enabled: p.since(2) },
    tags: p.tags("shop"),
  });
  p.aws("route53/record:Record", "shop", {
    name: `${p.stack}.shops.acme.example`,
    type: "CNAME",
    ttl: p.since(3) ? 300 : 60,
    zoneId: "Z09283112QVWZ4XKJ1PLE",
    records: ["ingress.acme.example"],
  });
  for (const name of ["orders", "mails", "exports", "imports", "webhooks", "search"].slice(0, random.int(3, 6))) {
    const queue = p.aws("sqs/queue:Queue", name, { visibilityTimeoutSeconds: p.since(2) ? 120 : 60, tags: p.tags(name) });
    const worker = lambda(p, name, {
      memory: 256,
      code: fileArchive(`tenant/${name}/${p.revision}`, `build/${name}.zip`),
      variables: { TENANT: p.stack, TABLE: table.get("name"), MEDIA: bucket.id, API_KEY: p.secret(`${name}-key`) },
      statements: [{ Effect: "Allow", Action: "sqs:*", Resource: queue.get("arn") }],
    });
    p.aws("lambda/eventSourceMapping:EventSourceMapping", name, { eventSourceArn: queue.get("arn"), functionName: worker.get("name") });
  }
  p.exports({ bucket: bucket.id, table: table.get("name") });
}

/** A few queues. */
export function bulk(p: Program): void {
  for (let i = 0; i < bulkQueues(p.project, p.stack); i += 1)
    p.aws("sqs/queue:Queue", `queue-${i}`, { visibilityTimeoutSeconds: 30 * p.revision, tags: p.tags(`queue-${i}`) });
  p.exports({ queues: bulkQueues(p.project, p.stack) });
}

/** How many. Besides them a state has the stack itself and a default provider. */
export function bulkQueues(project: string, stack: string): number {
  return ((project.length * 7 + stack.charCodeAt(stack.length - 1)) % 5) + 1;
}
