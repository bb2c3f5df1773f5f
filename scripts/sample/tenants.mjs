/** A program of any size: one foundation, then tenants of some thirty resources each, declared one at a time. */
import { Program } from "./program.mjs";
import { Aws } from "./blocks/aws.mjs";
import { randomId, randomPassword } from "./blocks/database.mjs";
import { certificate, loadBalancer, record } from "./blocks/frontdoor.mjs";
import { lambda, queue } from "./blocks/function.mjs";
import { attachment } from "./blocks/identity.mjs";
import { Kubernetes, namespace, sealed, workload } from "./blocks/kubernetes.mjs";
import { alarm, dashboard, topic } from "./blocks/monitoring.mjs";
import { network, rule, securityGroup } from "./blocks/network.mjs";
import { bucket, readableBy } from "./blocks/storage.mjs";

export const PROJECT = "tenants";
export const STACK = "prod";

/** Endless lists of records: first the foundation, then a list for each tenant, which refers only to itself and the foundation. */
export function* tenants({ seed }) {
  const program = new Program({ project: PROJECT, stack: STACK, seed: `tenants ${seed}`, start: Date.UTC(2025, 2, 3, 6, 0, 0) });
  const foundation = declareFoundation(program);
  yield program.take();
  for (let index = 0; ; index += 1) {
    declareTenant(program, foundation, index);
    yield program.take();
  }
}

function declareFoundation(program) {
  const aws = new Aws(program, {
    provider: program.defaultProvider("aws", "6.83.0", { region: "us-west-2" }), tags: { Project: PROJECT, Stack: STACK },
  });
  const net = network(aws, { name: "main", zones: ["a", "b", "c"] });
  const vpcId = net.vpc.get("id");
  const group = securityGroup(aws, "front-door", { vpcId, description: "Towards the internet", ingress: [rule(443, ["0.0.0.0/0"], "HTTPS")] });
  const cert = certificate(aws, "tenants", { domains: ["*.tenants.example.com"] });
  const logs = bucket(aws, "access-logs", { expireAfter: 30 });
  const { balancer } = loadBalancer(aws, "tenants", { subnets: net.publicSubnets, group, vpc: net.vpc, certificate: cert, logs });
  const zone = aws.resource("route53/zone:Zone", "tenants", { name: "tenants.example.com", tags: {} }, {
    defaults: { comment: "Managed by Pulumi", forceDestroy: false }, id: (random) => `Z${random.upper(20)}`,
    outputs: (random, plain, id) => ({ arn: `arn:aws:route53:::hostedzone/${id}`, nameServers: ["ns-1.example.net"], zoneId: id }),
  });
  const provider = program.provider("kubernetes", "cluster", { enableConfigMapMutable: "true", version: "4.22.1" });
  program.exportFrom(program.root, { vpcId, zone: zone.get("zoneId") });
  return { aws, vpcId, group, balancer, zone, topic: topic(aws, "alarms"), kubernetes: new Kubernetes(program, { provider }) };
}

function declareTenant(program, { aws, vpcId, group, balancer, zone, topic: speak, kubernetes }, index) {
  const name = `t${String(index).padStart(5, "0")}`;
  const random = program.random("tenant", index);
  const component = program.component("storefront:platform:Tenant", name);
  const inside = { parent: component };

  securityGroup(aws, `${name}-in`, {
    ...inside, vpcId, description: `Towards tenant ${index}`,
    ingress: [
      rule(8080, group, "From the load balancer"),
      ...Array.from({ length: random.int(0, 4) }, (unused, at) =>
        rule(8001 + at, [`10.${random.int(0, 255)}.${random.int(0, 255)}.0/24`], `Partner ${at + 1}`)),
    ],
  });
  const files = bucket(aws, `${name}-files`, { ...inside, expireAfter: random.chance(0.5) ? random.int(30, 365) : undefined });
  const { queue: events } = queue(aws, `${name}-events`, inside);
  const consume = [{ Sid: "Consume", Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: events.get("arn") }];
  const intake = lambda(aws, `${name}-intake`, {
    ...inside, statements: consume, secrets: ["TOKEN"], variables: { BUCKET: files.get("bucket"), QUEUE_URL: events.get("url") },
  });
  const exporter = lambda(aws, `${name}-export`, {
    ...inside, memory: 1024, files: ["index.js", "schema.json"], variables: { BUCKET: files.get("bucket") },
  });
  readableBy(aws, `${name}-read`, { ...inside, bucket: files, principal: exporter.role.get("arn") });
  for (const host of ["app", "api"]) {
    record(aws, `${name}-${host}`, { ...inside, zone, host: `${host}.${name}.tenants.example.com`, alias: balancer });
  }
  for (const host of ["cdn", "hooks"].slice(random.int(0, 1))) {
    record(aws, `${name}-${host}`, { ...inside, zone, host: `${host}.${name}.tenants.example.com`, value: "edge.example.net" });
  }
  attachment(aws, `${name}-tracing`, { ...inside, role: intake.role, policy: "AWSXRayDaemonWriteAccess" });
  attachment(aws, `${name}-insights`, { ...inside, role: exporter.role, policy: "CloudWatchLambdaInsightsExecutionRolePolicy" });
  for (const purpose of ["shard", "suffix", "release", "region", "cache", "canary", "session"]) randomId(program, `${name}-${purpose}`, inside);
  alarm(aws, `${name}-errors`, {
    ...inside, metric: "Errors", namespace: "AWS/Lambda", dimensions: { FunctionName: intake.function.get("name") },
    threshold: random.int(1, 40), topic: speak,
  });
  if (random.chance(0.25)) declareServices(kubernetes, name, random, inside);
  if (index % 40 === 7) dashboard(aws, `${name}-all`, { ...inside, titles: Array.from({ length: 60 }, (unused, at) => `${name}-${at}`) });
}

function declareServices(kubernetes, name, random, inside) {
  const home = namespace(kubernetes, name, inside);
  const session = randomPassword(kubernetes.program, `${name}-session`, 48, inside);
  sealed(kubernetes, `${name}-keys`, { ...inside, home, keys: ["database", "session"] });
  workload(kubernetes, `${name}-web`, {
    ...inside, home, image: `registry.example.com/tenants/web:${random.int(1, 9)}.${random.int(0, 40)}.0`, replicas: random.int(1, 6),
    config: { "app.yaml": settings(random) }, variables: { SESSION: session.get("result") },
  });
}

function settings(random) {
  const lines = ["# settings of the tenant", `region: ${random.pick(["eu", "us", "apac"])}`, "limits:"];
  for (let at = random.int(3, 60); at > 0; at -= 1) lines.push(`  ${random.word(random.int(4, 14))}: ${random.int(1, 5000)}`);
  return `${lines.join("\n")}\n`;
}
