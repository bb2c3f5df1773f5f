/** Which stacks there are, and what each one's history is like. */
import type { ProgramName } from "./programs/index.js";

export type Kind = "update" | "refresh" | "destroy" | "resource-import" | "import" | "rename";

export interface StackPlan {
  organization: string;
  project: string;
  stack: string;
  program: ProgramName;
  /** How many versions, from how many days ago to how many hours ago. */
  versions: number;
  firstDay: number;
  lastHour: number;
  /** Versions that are not plain updates. */
  kinds?: Record<number, Kind>;
  /** Versions that fail. */
  fails?: readonly number[];
  /** How far an update takes the source. Default 1. */
  pace?: number;
  /** The revision that the first version deploys. Default 1. */
  from?: number;
  /** Previews since the last version. Default: as it comes. */
  previews?: number;
  /** The stack's name before its `rename`. */
  formerly?: string;
  policies?: boolean;
  pending?: boolean;
  tags?: Record<string, string>;
}

const acme = (
  project: string,
  stack: string,
  program: ProgramName,
  versions: number,
  firstDay: number,
  lastHour: number,
  rest: Partial<StackPlan> = {},
): StackPlan => ({
  organization: "acme",
  project,
  stack,
  program,
  versions,
  firstDay,
  lastHour,
  policies: true,
  ...rest,
});

const NAMED: readonly StackPlan[] = [
  acme("network", "dev", "network", 22, 700, 30, { fails: [2, 13], kinds: { 9: "refresh", 16: "refresh" } }),
  acme("network", "staging", "network", 14, 690, 60, { kinds: { 8: "refresh" } }),
  acme("network", "prod", "network", 13, 680, 130, { fails: [6], kinds: { 10: "refresh" } }),
  acme("data", "dev", "data", 14, 640, 9, {
    fails: [4],
    kinds: { 7: "refresh", 13: "resource-import" },
    pending: true,
    tags: { tier: "sandbox" },
  }),
  acme("data", "prod", "data", 7, 600, 52, { kinds: { 5: "refresh" }, tags: { tier: "gold", "data-class": "personal" } }),
  acme("web", "dev", "web", 52, 520, 5, {
    fails: [1, 9, 23, 38],
    kinds: { 12: "refresh", 20: "resource-import", 31: "refresh", 45: "refresh" },
    tags: { owner: "storefront" },
  }),
  acme("web", "staging", "web", 38, 500, 7, {
    fails: [11, 27],
    kinds: { 14: "refresh", 22: "import", 30: "refresh" },
    previews: 6,
    tags: { owner: "storefront" },
  }),
  acme("web", "prod", "web", 30, 480, 26, {
    fails: [17],
    kinds: { 9: "refresh", 21: "refresh" },
    tags: { owner: "storefront", tier: "gold", "on-call": "storefront-primary" },
  }),
  acme("payments", "dev", "payments", 28, 420, 12, { fails: [3, 15], kinds: { 8: "refresh", 19: "destroy" } }),
  acme("payments", "staging", "payments", 20, 400, 3, { fails: [7, 20], kinds: { 11: "refresh" } }),
  acme("payments", "prod", "payments", 17, 380, 40, {
    kinds: { 6: "refresh", 12: "resource-import" },
    tags: { tier: "gold", "pci-scope": "yes" },
  }),
  acme("payments", "sandbox", "payments", 0, 0, 0),
  acme("k8s-platform", "staging", "platform", 26, 360, 8, { fails: [5, 19], kinds: { 10: "refresh", 17: "refresh" }, previews: 4 }),
  acme("k8s-platform", "prod", "platform", 20, 350, 33, { fails: [8], kinds: { 13: "refresh" }, tags: { tier: "gold" } }),
  acme("docs-site", "staging", "docsSite", 12, 300, 20, { kinds: { 7: "destroy" } }),
  acme("docs-site", "prod", "docsSite", 10, 290, 75, { kinds: { 5: "rename" }, formerly: "live" }),
  acme("identity", "prod", "identity", 11, 270, 200, { fails: [4], kinds: { 9: "resource-import" } }),
  acme("observability", "staging", "observability", 12, 250, 15, { fails: [5] }),
  acme("observability", "prod", "observability", 10, 240, 48, { kinds: { 7: "refresh" } }),
  acme("experiments", "vector-search", "docsSite", 3, 80, 600, { kinds: { 3: "destroy" }, policies: false }),
  {
    organization: "acme-labs",
    project: "sandbox",
    stack: "ada-experiments",
    program: "docsSite",
    versions: 5,
    firstDay: 60,
    lastHour: 300,
  },
  {
    organization: "acme-labs",
    project: "sandbox",
    stack: "spike-queues",
    program: "bulk",
    versions: 3,
    firstDay: 45,
    lastHour: 500,
    kinds: { 3: "destroy" },
  },
  { organization: "ada", project: "homepage", stack: "main", program: "docsSite", versions: 6, firstDay: 200, lastHour: 900 },
];

const TENANTS = [
  "aurora",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "garnet",
  "harbor",
  "indigo",
  "juniper",
  "kestrel",
  "lagoon",
  "maple",
  "nimbus",
  "onyx",
  "poppy",
  "quartz",
  "raven",
  "saffron",
  "tundra",
  "umber",
  "violet",
  "willow",
  "xenon",
  "yarrow",
  "zephyr",
  "acorn",
  "basil",
  "clover",
  "dune",
  "elm",
  "fern",
  "grove",
  "heath",
  "iris",
  "jade",
  "kelp",
  "lotus",
  "moss",
  "nettle",
  "olive",
  "pine",
  "quince",
  "reed",
  "sage",
  "thyme",
  "ulex",
  "vale",
  "wren",
  "yew",
];

/** One small stack per tenant, and as many more as asked for. */
export function roster(extra: number): StackPlan[] {
  const tenants = TENANTS.map((stack, i) =>
    acme("tenants", stack, "tenant", 1 + (i % 3), 150 - i, 24 + i * 13, {
      policies: i % 4 === 0,
      fails: i % 17 === 5 ? [1 + (i % 3)] : [],
    }),
  );
  const bulk = Array.from({ length: extra }, (_, i) =>
    acme(
      `bulk-${String(Math.floor(i / 100)).padStart(3, "0")}`,
      `stack-${String(i).padStart(5, "0")}`,
      "bulk",
      1 + (i % 2),
      400 - (i % 300),
      100 + (i % 900),
      { policies: false },
    ),
  );
  return [...NAMED, ...tenants, ...bulk];
}
