/** Kubernetes objects, and the small helpers among providers. */
import type { Spec } from "./spec.js";
import { secret } from "../values.js";

const object = (takes: readonly [number, number], extra: Partial<Spec> = {}): Spec => ({
  takes,
  replaceOn: ["metadata.name", "metadata.namespace"],
  id: (_random, name, inputs) => {
    const metadata = (inputs["metadata"] ?? {}) as Record<string, unknown>;
    return metadata["namespace"] === undefined
      ? String(metadata["name"] ?? name)
      : `${String(metadata["namespace"])}/${String(metadata["name"] ?? name)}`;
  },
  outputs: (random, inputs, id, name) => ({
    __fieldManager: "pulumi-kubernetes",
    metadata: {
      ...(inputs["metadata"] as object),
      uid: random.uuid(),
      resourceVersion: random.digits(9),
      generation: 1,
      creationTimestamp: "2026-03-18T10:22:31Z",
    },
    ...extra.outputs?.(random, inputs, id, name),
  }),
});

export const CLUSTER: Record<string, Spec> = {
  "kubernetes:core/v1:Namespace": object([400, 900], { outputs: () => ({ status: { phase: "Active" } }) }),
  "kubernetes:core/v1:ConfigMap": object([300, 800]),
  "kubernetes:core/v1:Secret": object([300, 800]),
  "kubernetes:core/v1:ServiceAccount": object([300, 700]),
  "kubernetes:core/v1:Service": object([2_000, 11_000], {
    outputs: (random, inputs) => ({
      spec: { ...(inputs["spec"] as object), clusterIP: `172.20.${random.int(0, 255)}.${random.int(2, 250)}`, sessionAffinity: "None" },
      status: { loadBalancer: {} },
    }),
  }),
  "kubernetes:apps/v1:Deployment": object([6_000, 38_000], {
    outputs: (_random, inputs) => {
      const replicas = (inputs["spec"] as Record<string, unknown> | undefined)?.["replicas"] ?? 1;
      return {
        status: { availableReplicas: replicas, observedGeneration: 1, readyReplicas: replicas, replicas, updatedReplicas: replicas },
      };
    },
  }),
  "kubernetes:apps/v1:StatefulSet": object([20_000, 70_000]),
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": object([400, 1_000]),
  "kubernetes:batch/v1:CronJob": object([400, 900]),
  "kubernetes:networking.k8s.io/v1:Ingress": object([4_000, 24_000]),
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": object([300, 600]),
  "kubernetes:helm.sh/v3:Release": {
    replaceOn: ["name", "namespace"],
    defaults: { atomic: false, cleanupOnFail: false, timeout: 300 },
    takes: [15_000, 60_000],
    id: (_random, name, inputs) => `${String(inputs["namespace"])}/${String(inputs["name"] ?? name)}`,
    outputs: (_random, inputs) => ({ status: { appVersion: inputs["version"], revision: 1, status: "deployed" }, resourceNames: {} }),
  },
  "random:index/randomPassword:RandomPassword": {
    defaults: { lower: true, number: true, numeric: true, special: true, upper: true },
    replaceOn: ["length", "keepers", "special"],
    takes: [40, 90],
    id: (random) => random.hex(16),
    secretOutputs: ["result", "bcryptHash"],
    outputs: (random, inputs) => ({
      bcryptHash: secret(`$2a$10$${random.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 53)}`),
      result: secret(random.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_%", Number(inputs["length"] ?? 16))),
    }),
  },
  "random:index/randomId:RandomId": {
    replaceOn: ["byteLength", "keepers"],
    takes: [30, 80],
    id: (random) => random.hex(11),
    outputs: (random) => ({ hex: random.hex(8), dec: random.digits(10), prefix: null }),
  },
};
