/** The sample program: a shop in one AWS region, its services in a Kubernetes cluster. */
import { Program } from "./program.mjs";
import { Aws } from "./blocks/aws.mjs";
import { cluster } from "./blocks/cluster.mjs";
import { database, randomPassword } from "./blocks/database.mjs";
import { bastion, certificate, launchTemplate, listenerRule, loadBalancer, record } from "./blocks/frontdoor.mjs";
import { lambda, logGroup, queue } from "./blocks/function.mjs";
import { Kubernetes, namespace, sealed, workload } from "./blocks/kubernetes.mjs";
import { alarm, dashboard, topic } from "./blocks/monitoring.mjs";
import { network, rule, securityGroup } from "./blocks/network.mjs";
import { bucket, object, readableBy } from "./blocks/storage.mjs";
import { reference, secret, text } from "./values.mjs";

export const PROJECT = "storefront";
export const STACK = "prod";

const SITE_YAML = `# served to the browser as is
currency: EUR
locales: [de, en, fr]
features:
  giftCards: false
  search:
    engine: trigram
    maxResults: 48
  checkout:
    guest: true
    providers:
      - name: card
        timeoutSeconds: 20
      - name: transfer
        timeoutSeconds: 60
banner: |
  Gruß aus der Werkstatt —
  free shipping until Sunday ☀
`;

/** The records of the program, in the order an engine writes them; `next` declares what its next version adds. */
export function storefront({ next = false } = {}) {
  const program = new Program({ project: PROJECT, stack: STACK, seed: "storefront", start: Date.UTC(2025, 8, 18, 7, 40, 12) });
  const aws = new Aws(program, {
    provider: program.defaultProvider("aws", "6.83.0", { region: "us-west-2" }), tags: { Project: PROJECT, Stack: STACK },
  });
  const shared = platform(program);

  const net = network(aws, { name: "main", zones: ["a", "b", "c"] });
  const vpcId = net.vpc.get("id");
  const groups = securityGroups(aws, vpcId);

  const logs = bucket(aws, "access-logs", { expireAfter: 90, retainOnDelete: true });
  const media = bucket(aws, "media", { versioned: true });
  object(aws, "robots", { bucket: media, key: "robots.txt", contentType: "text/plain" });
  object(aws, "sitemap", { bucket: media, key: "sitemap.xml", contentType: "application/xml" });
  const store = database(aws, "orders", { subnets: net.privateSubnets, group: groups.database });

  const cert = certificate(aws, "shop", { domains: ["shop.example.com", "www.shop.example.com"] });
  const door = loadBalancer(aws, "shop", { subnets: net.publicSubnets, group: groups.door, vpc: net.vpc, certificate: cert, logs });
  listenerRule(aws, "api", { ...door, priority: 10, paths: ["/api/*"] });
  listenerRule(aws, "legacy-feed", { ...door, priority: 90, paths: ["/feed.xml"] });
  for (const host of ["shop.example.com", "www.shop.example.com"]) {
    record(aws, host, { zone: shared.zone, host, alias: door.balancer });
  }
  record(aws, "status.example.com", { zone: shared.zone, host: "status.example.com", value: "status.example.net" });
  bastion(aws, "bastion", { subnet: net.privateSubnets[0], group: groups.bastion, ami: "ami-0b8c6b923777519db" });

  const jobs = queue(aws, "order-events");
  const functions = {};
  const access = [{ Sid: "Consume", Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: jobs.queue.get("arn") }];
  functions.checkout = lambda(aws, "checkout", {
    memory: 1024, statements: access, secrets: ["PAYMENT_KEY"], variables: { QUEUE_URL: jobs.queue.get("url"), STAGE: STACK },
  });
  functions.thumbnails = lambda(aws, "thumbnails", { files: ["index.js", "sharp.wasm"], variables: { BUCKET: media.get("bucket") } });
  functions.reports = lambda(aws, "reports", { memory: 256, variables: { SECRET_ARN: store.vault.get("arn"), STAGE: STACK } });
  readableBy(aws, "media-thumbnails", { bucket: media, principal: functions.thumbnails.role.get("arn") });
  logGroup(aws, "audit-trail", { path: "/storefront/audit", retention: 365 });

  const template = launchTemplate(aws, "workers", { ami: "ami-0f1f7f3a2dc5ac1d3", group: groups.workers });
  const eks = cluster(aws, "shop", { vpc: net.vpc, subnets: net.privateSubnets, template });
  const inCluster = services(program, eks, { store, jobs });
  const monitoring = alarms(aws, { door, store, jobs, functions });
  if (next) additions(inCluster, monitoring);

  program.exportFrom(program.root, {
    url: "https://shop.example.com", vpcId, cluster: reference(eks.control, "6.83.0"), kubeconfig: eks.component.record.outputs.kubeconfig,
    databaseEndpoint: store.instance.get("endpoint"), databasePassword: secret(program.random("output", "password"), 32),
    functions: Object.keys(functions), webUrl: text`${inCluster.web.component.get("url")}`,
  });
  return program.take();
}

/** What the program only reads: the zone of the domain, and another stack's outputs. */
function platform(program) {
  const aws = new Aws(program, { provider: program.defaultProvider("aws", "6.83.0") });
  const { root, stack } = program;
  const network = program.custom("pulumi:pulumi:StackReference", `example/platform/${stack}`, { name: `example/platform/${stack}` }, {
    external: true, provider: program.provider("pulumi", "default", {}), id: () => `example/platform/${stack}`, parent: root,
    outputs: () => ({ outputs: { contact: "platform@example.com", zoneName: "example.com" }, secretOutputNames: [] }),
  });
  const zone = aws.resource("route53/zone:Zone", "example", { name: "example.com" }, {
    external: true, id: (random) => `Z${random.upper(20)}`, dependsOn: [network],
    outputs: (random, plain, id) => ({
      arn: `arn:aws:route53:::hostedzone/${id}`, comment: "Managed elsewhere", nameServers: ["ns-1.example.net", "ns-2.example.net"],
      primaryNameServer: "ns-1.example.net", tags: {}, tagsAll: {}, vpcs: [], zoneId: id,
    }),
  });
  return { zone };
}

function securityGroups(aws, vpcId) {
  const door = securityGroup(aws, "front-door", {
    vpcId, description: "Towards the internet",
    ingress: [rule(443, ["0.0.0.0/0"], "HTTPS"), rule(80, ["0.0.0.0/0"], "Redirected to HTTPS")],
  });
  const workers = securityGroup(aws, "workers", { vpcId, description: "Cluster nodes", ingress: [rule(8080, door, "From the load balancer")] });
  const bastionGroup = securityGroup(aws, "bastion", { vpcId, description: "No way in but the broker", ingress: [] });
  const databaseGroup = securityGroup(aws, "database", {
    vpcId, description: "PostgreSQL", ingress: [rule(5432, workers, "Services"), rule(5432, bastionGroup, "Operators")],
  });
  return { door, workers, bastion: bastionGroup, database: databaseGroup };
}

function services(program, eks, { store, jobs }) {
  const kubernetes = new Kubernetes(program, { provider: eks.provider });
  const home = namespace(kubernetes, "shop");
  sealed(kubernetes, "database", { keys: ["url", "password"], home });
  const sessionKey = randomPassword(program, "session-key", 64);
  const web = workload(kubernetes, "web", {
    home, image: "registry.example.com/storefront/web:2026.9.1", replicas: 4,
    config: { "site.yaml": SITE_YAML, "robots.txt": "User-agent: *\nDisallow: /cart\n" },
    variables: { SESSION_KEY: sessionKey.get("result") },
  });
  const cart = workload(kubernetes, "cart", {
    home, image: "registry.example.com/storefront/cart:1.31.0",
    config: { "cart.json": JSON.stringify({ ttlMinutes: 90, maxItems: 60, holds: { stock: true, price: false } }) },
    variables: { DATABASE_HOST: store.instance.get("address"), EVENTS_URL: jobs.queue.get("url") },
  });
  const catalog = workload(kubernetes, "catalog", {
    home, image: "registry.example.com/storefront/catalog:4.2.7", replicas: 2, config: { "index.yaml": "shards: 6\nrefreshSeconds: 30\n" },
  });
  return { kubernetes, home, web, cart, catalog };
}

function alarms(aws, { door, store, jobs, functions }) {
  const component = aws.program.component("storefront:ops:Monitoring", "monitoring");
  const inside = { parent: component };
  const speak = topic(aws, "alarms", inside);
  const watch = (name, metric, namespaceName, dimensions, threshold) =>
    alarm(aws, name, { ...inside, metric, namespace: namespaceName, dimensions, threshold, topic: speak });
  watch("door-5xx", "HTTPCode_ELB_5XX_Count", "AWS/ApplicationELB", { LoadBalancer: door.balancer.get("arnSuffix") }, 25);
  watch("database-cpu", "CPUUtilization", "AWS/RDS", { DBInstanceIdentifier: store.instance.get("identifier") }, 80);
  watch("queue-age", "ApproximateAgeOfOldestMessage", "AWS/SQS", { QueueName: jobs.queue.get("name") }, 600);
  for (const [name, made] of Object.entries(functions)) {
    if (name !== "reports") watch(`${name}-errors`, "Errors", "AWS/Lambda", { FunctionName: made.function.get("name") }, 5);
  }
  dashboard(aws, "storefront", { ...inside, titles: ["web", "cart", "catalog", "checkout", "thumbnails"] });
  return { watch };
}

function additions({ kubernetes, home, cart }, { watch }) {
  workload(kubernetes, "search", {
    home, image: "registry.example.com/storefront/search:0.3.0", replicas: 2, config: { "search.yaml": "engine: trigram\nminimumLength: 3\n" },
  });
  watch("cart-restarts", "pod_number_of_container_restarts", "ContainerInsights", { PodName: cart.deployment.get("id") }, 3);
}
