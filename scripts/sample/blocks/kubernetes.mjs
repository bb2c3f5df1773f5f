/** Kubernetes objects as the provider writes them with server-side apply: inputs, live object, and who manages which field. */
import { SIGNATURE, secret, text } from "../values.mjs";

const MANAGER = "pulumi-kubernetes-4f0b1d2c";

export class Kubernetes {
  constructor(program, { provider, namespace = "default" }) {
    Object.assign(this, { program, provider, namespace });
  }

  /** `type` is a token: `apps/v1:Deployment`. `status` is what the live object adds. */
  resource(type, name, manifest, { status, namespaced = true, autoname = true, ...options } = {}) {
    const [group, kind] = type.split(":");
    const apiVersion = group.replace("core/", "");
    const random = this.program.random("kubernetes", type, name);
    const physical = autoname ? `${name}-${random.hex(8)}` : name;
    const metadata = { ...manifest.metadata, name: physical };
    if (autoname) metadata.annotations = { "pulumi.com/autonamed": "true", ...metadata.annotations };
    if (namespaced) metadata.namespace ??= this.namespace;
    return this.program.custom(`kubernetes:${type}`, name, { apiVersion, kind, ...manifest, metadata }, {
      provider: this.provider,
      id: (unused, plain) => (namespaced ? `${plain.metadata.namespace}/${physical}` : physical),
      outputs: (unused, plain) => ({
        __fieldManager: MANAGER, __initialApiVersion: apiVersion, status,
        metadata: {
          ...plain.metadata, creationTimestamp: "2025-09-18T08:31:27Z", generation: random.int(1, 40),
          managedFields: managed(plain, apiVersion), resourceVersion: String(random.int(1_000_000, 98_000_000)), uid: random.uuid(),
        },
      }),
      ...options,
    });
  }
}

function managed(plain, apiVersion) {
  const { metadata: { annotations, labels }, data, spec, type } = plain;
  return [{
    apiVersion, fieldsType: "FieldsV1", fieldsV1: fields({ metadata: { annotations, labels }, data, spec, type }), manager: MANAGER, operation: "Apply",
    time: "2026-02-11T10:04:10Z",
  }];
}

/** The `f:` tree of managed fields: keys of maps, and list elements by name where they have one. */
function fields(value) {
  const tree = {};
  if (value === null || typeof value !== "object") return tree;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (key === SIGNATURE) return {};
    if (!Array.isArray(item)) tree[`f:${key}`] = fields(item);
    else {
      tree[`f:${key}`] = Object.fromEntries(item.filter((one) => one?.name).map((one) => [`k:{"name":"${one.name}"}`, { ".": {}, ...fields(one) }]));
    }
  }
  return tree;
}

export function namespace(kubernetes, name, { parent } = {}) {
  return kubernetes.resource("core/v1:Namespace", name, { metadata: { labels: { team: "storefront" } } }, {
    parent, namespaced: false, autoname: false, status: { phase: "Active" },
  });
}

/** A Deployment with its Service, configuration and autoscaler, as a component. */
export function workload(kubernetes, name, { image, replicas = 3, config, variables = {}, home, parent }) {
  const { program } = kubernetes;
  const component = program.component("storefront:app:Workload", name, { parent });
  const inside = { parent: component, deletedWith: home };
  const labels = { app: name, "app.kubernetes.io/part-of": "storefront" };
  const metadata = { labels, namespace: home.get("id") };
  const configuration = kubernetes.resource("core/v1:ConfigMap", `${name}-config`, { data: config, metadata }, inside);
  const env = Object.entries({ ...variables, LOG_LEVEL: "info" }).map(([key, value]) => ({ name: key, value }));
  const deployment = kubernetes.resource("apps/v1:Deployment", name, {
    metadata,
    spec: {
      replicas, revisionHistoryLimit: 5, selector: { matchLabels: { app: name } },
      strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: 0 }, type: "RollingUpdate" },
      template: {
        metadata: { annotations: { "prometheus.io/scrape": "true" }, labels },
        spec: {
          containers: [{
            env, image, imagePullPolicy: "IfNotPresent", name,
            livenessProbe: { httpGet: { path: "/livez", port: 8080 }, initialDelaySeconds: 10, periodSeconds: 10 },
            ports: [{ containerPort: 8080, name: "http", protocol: "TCP" }, { containerPort: 9090, name: "metrics", protocol: "TCP" }],
            readinessProbe: { httpGet: { path: "/readyz", port: 8080 }, periodSeconds: 5 },
            resources: { limits: { memory: "512Mi" }, requests: { cpu: "250m", memory: "256Mi" } },
            volumeMounts: [{ mountPath: "/etc/app", name: "config", readOnly: true }],
          }],
          terminationGracePeriodSeconds: 45, volumes: [{ configMap: { name: physicalName(configuration) }, name: "config" }],
        },
      },
    },
  }, {
    ...inside, customTimeouts: { create: 900, update: 900 },
    status: {
      availableReplicas: replicas, observedGeneration: 17, readyReplicas: replicas, replicas, updatedReplicas: replicas,
      conditions: [{
        lastTransitionTime: "2025-09-18T08:31:58Z", lastUpdateTime: "2026-02-11T10:04:31Z", message: "Deployment has minimum availability.",
        reason: "MinimumReplicasAvailable", status: "True", type: "Available",
      }],
    },
  });
  const service = kubernetes.resource("core/v1:Service", name, {
    metadata, spec: { ports: [{ name: "http", port: 80, protocol: "TCP", targetPort: "http" }], selector: { app: name }, type: "ClusterIP" },
  }, { ...inside, status: { loadBalancer: {} } });
  const scaler = kubernetes.resource("autoscaling/v2:HorizontalPodAutoscaler", name, {
    metadata,
    spec: {
      maxReplicas: replicas * 4, minReplicas: replicas, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: physicalName(deployment) },
      metrics: [{ resource: { name: "cpu", target: { averageUtilization: 65, type: "Utilization" } }, type: "Resource" }],
    },
  }, { ...inside, status: { currentReplicas: replicas, desiredReplicas: replicas } });
  program.exportFrom(component, { url: text`http://${physicalName(service)}.${home.get("id")}.svc` });
  return { component, configuration, deployment, service, scaler };
}

/** A Kubernetes Secret: `data` is secret as a whole. */
export function sealed(kubernetes, name, { keys, home, parent }) {
  const random = kubernetes.program.random("sealed", name);
  const data = Object.fromEntries(keys.map((key) => [key, secret(random, 48)]));
  return kubernetes.resource("core/v1:Secret", name, { data, metadata: { namespace: home.get("id") }, type: "Opaque" },
    { parent, deletedWith: home, additionalSecretOutputs: ["data", "stringData"] });
}

/** The physical name of an object, as a value that others may use. */
function physicalName(handle) {
  const id = handle.get("id");
  id.value = id.value.split("/").at(-1);
  return id;
}
