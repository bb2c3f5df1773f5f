/** k8s-platform: a cluster and what runs in all of them. */
import type { Resource } from "../resource.js";
import { json, secret, type Properties } from "../values.js";
import type { Program } from "./program.js";

const SERVICES = ["gateway", "accounts", "catalog", "cart", "search", "mailer", "invoices", "reports"];

export function platform(p: Program): void {
  const net = p.engine.reference(`acme/network/${p.stack}`);
  const home = p.component("acme:k8s:Cluster", "main");
  const inside = { parent: home };
  const role = p.aws("iam/role:Role", "control", { assumeRolePolicy: p.assumedBy("eks.amazonaws.com"), tags: p.tags("control") }, inside);
  const nodes = p.aws("iam/role:Role", "nodes", { assumeRolePolicy: p.assumedBy("ec2.amazonaws.com"), tags: p.tags("nodes") }, inside);
  for (const name of ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"]) {
    p.aws(
      "iam/rolePolicyAttachment:RolePolicyAttachment",
      name,
      { role: nodes.get("name"), policyArn: `arn:aws:iam::aws:policy/${name}` },
      inside,
    );
  }
  const cluster = p.aws(
    "eks/cluster:Cluster",
    "main",
    {
      version: p.since(14) ? "1.34" : p.since(6) ? "1.33" : "1.32",
      roleArn: role.get("arn"),
      vpcConfig: { subnetIds: p.outputOf(net, "privateSubnetIds"), endpointPrivateAccess: true, endpointPublicAccess: !p.since(9) },
      tags: p.tags("main"),
      enabledClusterLogTypes: p.since(3) ? ["api", "audit", "authenticator"] : ["api"],
    },
    { parent: home, protect: p.isProd },
  );
  for (const pool of ["general", "batch", ...(p.since(8) ? ["memory"] : [])]) {
    p.aws(
      "eks/nodeGroup:NodeGroup",
      pool,
      {
        clusterName: cluster.get("name"),
        nodeRoleArn: nodes.get("arn"),
        subnetIds: p.outputOf(net, "privateSubnetIds"),
        instanceTypes: [pool === "memory" ? "r7g.xlarge" : p.since(11) ? "m7g.xlarge" : "m6g.xlarge"],
        scalingConfig: { minSize: 2, desiredSize: pool === "general" ? 3 + Math.floor(p.revision / 5) : 2, maxSize: 12 },
        tags: p.tags(pool),
      },
      inside,
    );
  }
  const kubeconfig = secret(`apiVersion: v1\nkind: Config\nclusters:\n  - name: ${p.stack}\n`);
  const provider = p.engine.provider("cluster", "kubernetes", { kubeconfig, enableServerSideApply: p.since(5) }, home);
  const kube = (type: string, name: string, inputs: Properties, parent?: Resource) =>
    p.resource(`kubernetes:${type}`, name, inputs, { provider, ...(parent ? { parent } : {}) });

  const namespaces = ["ingress", "monitoring", "apps"].map((name) =>
    kube("core/v1:Namespace", name, {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name, labels: { "pod-security.kubernetes.io/enforce": p.since(7) ? "restricted" : "baseline" } },
    }),
  );
  const apps = namespaces[2] as Resource;
  for (const [name, namespace, version] of [
    ["ingress-nginx", "ingress", p.since(10) ? "4.13.2" : "4.12.1"],
    ["kube-prometheus-stack", "monitoring", p.since(4) ? "77.5.0" : "75.2.0"],
    ["cert-manager", "ingress", p.since(12) ? "1.19.0" : "1.18.2"],
  ] as const) {
    kube("helm.sh/v3:Release", name, {
      name,
      namespace,
      chart: name,
      version,
      repositoryOpts: { repo: `https://charts.example.com/${name}` },
      values: { replicaCount: p.isProd ? 3 : 1, resources: { limits: { memory: p.since(6) ? "512Mi" : "256Mi" } } },
    });
  }
  for (const [index, name] of SERVICES.entries()) {
    if (name === "reports" && !p.since(5)) continue;
    const service = p.component("acme:k8s:Service", name);
    const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/part-of": "shop" };
    const metadata = { name, namespace: apps.id, labels };
    const config = kube(
      "core/v1:ConfigMap",
      name,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { ...metadata, name: `${name}-config` },
        data: {
          "settings.json": json({
            level: p.since(7) ? "info" : "debug",
            timeoutMs: 2000 + 500 * Math.floor((p.revision + index) / 5),
            features: { beta: p.since(index * 2) },
          }),
        },
      },
      service,
    );
    const credentials = kube(
      "core/v1:Secret",
      name,
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { ...metadata, name: `${name}-credentials` },
        stringData: { password: p.secret(`${name}-database`, Math.floor((p.revision + index) / 9)) },
      },
      service,
    );
    const account = kube("core/v1:ServiceAccount", name, { apiVersion: "v1", kind: "ServiceAccount", metadata }, service);
    kube(
      "apps/v1:Deployment",
      name,
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata,
        spec: {
          replicas: name === "mailer" ? 1 : p.isProd ? 3 + (index % 3) : 2,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              serviceAccountName: account.get("id"),
              containers: [
                {
                  name,
                  image: `registry.acme.example/${name}:${p.release(name, 1 + (index % 3))}`,
                  ports: [{ containerPort: 8080 }],
                  envFrom: [{ configMapRef: { name: config.id } }, { secretRef: { name: credentials.id } }],
                  resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: p.since(index + 4) ? "512Mi" : "256Mi" } },
                  ...(p.since(6) ? { readinessProbe: { httpGet: { path: "/healthz", port: 8080 } } } : {}),
                },
              ],
            },
          },
        },
      },
      service,
    );
    kube(
      "core/v1:Service",
      name,
      {
        apiVersion: "v1",
        kind: "Service",
        metadata,
        spec: { type: "ClusterIP", selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
      },
      service,
    );
    if (p.since(4))
      kube(
        "autoscaling/v2:HorizontalPodAutoscaler",
        name,
        {
          apiVersion: "autoscaling/v2",
          kind: "HorizontalPodAutoscaler",
          metadata,
          spec: {
            minReplicas: 2,
            maxReplicas: 10 + 2 * Math.floor(p.revision / 8),
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
          },
        },
        service,
      );
    if (p.since(9))
      kube(
        "networking.k8s.io/v1:NetworkPolicy",
        name,
        {
          apiVersion: "networking.k8s.io/v1",
          kind: "NetworkPolicy",
          metadata,
          spec: { podSelector: { matchLabels: labels }, policyTypes: ["Ingress"] },
        },
        service,
      );
  }
  kube("networking.k8s.io/v1:Ingress", "shop", {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "shop", namespace: apps.id },
    spec: {
      ingressClassName: "nginx",
      rules: ["accounts", "catalog", ...(p.since(8) ? ["search"] : [])].map((name) => ({
        host: `${name}.${p.stack}.acme.example`,
        http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name, port: { number: 80 } } } }] },
      })),
    },
  });
  kube("batch/v1:CronJob", "cleanup", {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "cleanup", namespace: apps.id },
    spec: {
      schedule: p.since(6) ? "15 3 * * *" : "0 3 * * *",
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: "Never",
              containers: [{ name: "cleanup", image: `registry.acme.example/cleanup:${p.release("cleanup", 4)}` }],
            },
          },
        },
      },
    },
  });
  p.exports({
    clusterName: cluster.get("name"),
    endpoint: cluster.get("endpoint"),
    kubeconfig,
    namespaces: namespaces.map((one) => one.id),
  });
}
