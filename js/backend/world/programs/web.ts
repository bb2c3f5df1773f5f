/** web: the storefront's front door, its site, and the functions behind it. */
import { fileArchive, fileAsset, json, text } from "../values.js";
import type { Program } from "./program.js";
import { lambda } from "./parts.js";

export function web(p: Program): void {
  const host = p.isProd ? "shop.acme.example" : `shop.${p.stack}.acme.example`;
  const net = p.engine.reference(`acme/network/${p.stack}`);
  const vpcId = p.outputOf(net, "vpcId");
  const group = p.aws("ec2/securityGroup:SecurityGroup", "door", {
    vpcId,
    description: "Towards the internet",
    tags: p.tags("door"),
    ingress: [443, 80].map((port) => ({ fromPort: port, toPort: port, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] })),
    egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
  });
  const door = p.component("acme:web:FrontDoor", "shop");
  const inside = { parent: door };
  const balancer = p.aws(
    "lb/loadBalancer:LoadBalancer",
    "shop",
    {
      internal: false,
      securityGroups: [group.id],
      subnets: p.outputOf(net, "publicSubnetIds"),
      idleTimeout: p.since(14) ? 120 : 60,
      tags: p.tags("shop"),
    },
    inside,
  );
  const target = p.aws(
    "lb/targetGroup:TargetGroup",
    "app",
    {
      port: p.since(19) ? 8443 : 8080,
      protocol: "HTTP",
      targetType: "ip",
      vpcId,
      healthCheck: { path: p.since(4) ? "/healthz" : "/", interval: p.since(10) ? 10 : 30, matcher: "200" },
      tags: p.tags("app"),
    },
    inside,
  );
  const certificate = p.aws(
    "acm/certificate:Certificate",
    "shop",
    {
      domainName: host,
      validationMethod: "DNS",
      subjectAlternativeNames: [`www.${host}`, ...(p.since(16) ? [`api.${host}`] : [])],
      tags: p.tags("shop"),
    },
    inside,
  );
  p.aws(
    "lb/listener:Listener",
    "https",
    {
      loadBalancerArn: balancer.get("arn"),
      port: 443,
      protocol: "HTTPS",
      certificateArn: certificate.get("arn"),
      sslPolicy: p.since(8) ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : "ELBSecurityPolicy-2016-08",
      defaultActions: [{ type: "forward", targetGroupArn: target.get("arn") }],
      tags: p.tags("https"),
    },
    inside,
  );
  for (const name of [host, `www.${host}`, ...(p.since(16) ? [`api.${host}`] : [])]) {
    p.aws(
      "route53/record:Record",
      name,
      {
        name,
        type: "A",
        zoneId: "Z09283112QVWZ4XKJ1PLE",
        aliases: [{ name: balancer.get("dnsName"), zoneId: "Z215JYRZR1TBD5", evaluateTargetHealth: true }],
      },
      inside,
    );
  }

  const site = p.aws("s3/bucket:Bucket", "site", { tags: p.tags("site"), versioning: { enabled: p.since(6) } }, { protect: p.isProd });
  p.aws("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "site", {
    bucket: site.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  for (const [path, type] of [
    ["index.html", "text/html"],
    ["app.js", "text/javascript"],
    ["app.css", "text/css"],
    ["robots.txt", "text/plain"],
  ] as const) {
    const turn = path === "robots.txt" ? 0 : path === "app.js" ? p.revision : Math.floor(p.revision / 3);
    p.aws("s3/bucketObject:BucketObject", path, {
      bucket: site.id,
      key: path,
      contentType: type,
      source: fileAsset(`${p.project}/${path}/${turn}`, `dist/${path}`),
    });
  }
  p.aws("cloudfront/distribution:Distribution", "site", {
    enabled: true,
    aliases: [`static.${host}`],
    priceClass: p.since(11) ? "PriceClass_200" : "PriceClass_100",
    httpVersion: p.since(13) ? "http2and3" : "http2",
    origins: [{ domainName: site.get("bucketRegionalDomainName"), originId: "site" }],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    defaultCacheBehavior: {
      targetOriginId: "site",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      maxTtl: 86400,
    },
    viewerCertificate: { acmCertificateArn: certificate.get("arn"), sslSupportMethod: "sni-only" },
    tags: p.tags("site"),
  });

  const session = p.resource("random:index/randomPassword:RandomPassword", "session-key", {
    length: 48,
    special: false,
    keepers: { turn: String(Math.floor(p.revision / 12)) },
  });
  const cart = p.aws("dynamodb/table:Table", "carts", {
    hashKey: "cart",
    attributes: [{ name: "cart", type: "S" }],
    ttl: { enabled: true, attributeName: "expires" },
    pointInTimeRecovery: { enabled: p.since(7) },
    tags: p.tags("carts"),
  });
  const mails = p.aws("sqs/queue:Queue", "mails", {
    messageRetentionSeconds: p.since(5) ? 1209600 : 345600,
    visibilityTimeoutSeconds: 120,
    tags: p.tags("mails"),
  });
  const functions = {
    checkout: 512,
    search: 256,
    thumbnails: p.since(17) ? 2048 : 1024,
    ...(p.since(12) ? { vouchers: 256 } : {}),
    ...(p.since(21) ? {} : { "legacy-feed": 128 }),
  };
  const made = Object.entries(functions).map(([name, memory], i) =>
    lambda(p, name, {
      memory,
      code: fileArchive(`${p.project}/${name}/${Math.floor(p.revision / (i + 1))}`, `build/${name}.zip`),
      variables: {
        STAGE: p.stack,
        TABLE: cart.get("name"),
        QUEUE: mails.get("url"),
        LOG_LEVEL: p.since(9) ? "info" : "debug",
        ...(name === "checkout" ? { SESSION_KEY: session.get("result"), PAYMENT_KEY: p.secret("payment-key", p.since(15) ? 1 : 0) } : {}),
      },
      statements: [
        {
          Effect: "Allow",
          Action: ["dynamodb:GetItem", "dynamodb:PutItem", ...(p.since(7) ? ["dynamodb:DeleteItem"] : [])],
          Resource: cart.get("arn"),
        },
        { Effect: "Allow", Action: "sqs:SendMessage", Resource: mails.get("arn") },
      ],
    }),
  );
  for (const [name, threshold] of [
    ["door-5xx", 25],
    ["door-latency", p.since(10) ? 1.5 : 2],
    ["mails-age", 600],
  ] as const) {
    p.aws("cloudwatch/metricAlarm:MetricAlarm", name, {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 3,
      metricName: name,
      namespace: "AWS/ApplicationELB",
      period: 60,
      statistic: "Sum",
      threshold,
      dimensions: { LoadBalancer: balancer.get("arnSuffix") },
      tags: p.tags(name),
    });
  }
  p.aws("cloudwatch/dashboard:Dashboard", "shop", {
    dashboardName: `shop-${p.stack}`,
    dashboardBody: json({
      widgets: Object.keys(functions).map((name) => ({
        type: "metric",
        properties: { title: name, metrics: [["AWS/Lambda", "Errors", "FunctionName", name]] },
      })),
    }),
  });
  p.exports({
    url: `https://${host}`,
    siteBucket: site.id,
    cartTable: cart.get("name"),
    apiUrl: text`https://${balancer.get("dnsName")}/api`,
    functions: made.map((one) => one.get("name")),
    sessionKey: session.get("result"),
  });
}
