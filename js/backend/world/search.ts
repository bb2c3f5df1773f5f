/** Search over the resources of an organisation's stacks. */
import type { Core } from "./core.js";
import { cell } from "./audit.js";
import { matcher } from "./query.js";
import { badRequest } from "./refusal.js";
import { type Row, urnParts } from "./state.js";
import type { Search, SearchQuery, Shape } from "./types.js";

const FIELDS = [
  "created",
  "custom",
  "delete",
  "id",
  "modified",
  "module",
  "name",
  "package",
  "parent.urn",
  "pending",
  "project",
  "protected",
  "provider.urn",
  "stack",
  "type",
  "urn",
];
const V2_FIELDS = [
  "created",
  "custom",
  "delete",
  "dependencies",
  "id",
  "modified",
  "module",
  "name",
  "package",
  "parentUrn",
  "project",
  "protected",
  "providerUrn",
  "stack",
  "type",
  "urn",
  "managed",
  "category",
];
/** Bulk stacks beyond these are not looked through. */
const BULK_INDEXED = 40;

const CATEGORIES: [pattern: RegExp, category: string][] = [
  [/s3|dynamodb|rds|glue/, "storage"],
  [/lambda|eks|apps|batch/, "compute"],
  [/ec2|lb|route53|cloudfront|networking/, "network"],
  [/iam|kms|secretsmanager|acm/, "security"],
  [/sqs|sns|kinesis/, "messaging"],
];

export function searchGroup(core: Core): Search {
  const indexes = new Map<string, { signature: string; resources: Shape[] }>();
  const indexOf = (organization: string): Shape[] => {
    core.organization(organization);
    let bulk = 0;
    const stacks = [...core.stacks.values()].filter(
      (stack) => stack.organization === organization && (stack.plan.program !== "bulk" || (bulk += 1) <= BULK_INDEXED),
    );
    const signature = stacks.map((stack) => `${stack.project}/${stack.stack}@${stack.history.finished?.version ?? 0}`).join();
    const known = indexes.get(organization);
    if (known?.signature === signature) return known.resources;
    const teams = core.organization(organization).teams;
    const resources = stacks.flatMap((stack) => {
      const version = stack.history.finished?.version ?? 0;
      const holders = [...teams.values()]
        .filter((team) => team.stacks.some((one) => one.projectName === stack.project && one.stackName === stack.stack))
        .map((team) => team.name);
      const pending = new Map(stack.history.pendingAt(version).map((one) => [one.resource.urn, one.type]));
      return stack.history.rowsAt(version).map((row) => found(row, stack.project, stack.stack, holders, pending.get(row.urn)));
    });
    indexes.set(organization, { signature, resources });
    return resources;
  };
  const run = (
    organization: string,
    { query = "", sort = [], asc, facet = [], groupBy }: SearchQuery,
    fields: readonly string[],
  ): { total: number; resources: Shape[]; aggregations: { [facet: string]: Shape } } => {
    for (const field of [...sort, ...facet])
      if (!fields.includes(field)) throw badRequest(`${field} is not a field that can be sorted or counted by`);
    if (facet.length > 5) throw badRequest("five facets can be asked for at a time");
    const matching = indexOf(organization).filter(matcher(query));
    const keys = (sort.length > 0 ? sort : query === "" ? ["modified"] : ["name"]).map(v1Key);
    const up = (asc ?? sort.length > 0) ? 1 : -1;
    const sign = asc === undefined && sort.length === 0 && query !== "" ? 1 : up;
    const resources = [...matching].sort((a, b) => {
      for (const key of keys) {
        const [left, right] = [String(a[key] ?? ""), String(b[key] ?? "")];
        if (left !== right) return left < right ? -sign : sign;
      }
      return String(a["urn"]) < String(b["urn"]) ? -1 : 1;
    });
    const wanted = groupBy !== undefined && groupBy !== "" ? [...facet, groupBy] : facet;
    return {
      total: matching.length,
      resources,
      aggregations: Object.fromEntries(wanted.map((one) => [one, topFive(matching, v1Key(one))])),
    };
  };
  return {
    resources: (organization, query = {}) => run(organization, query, FIELDS),
    resourcesV2(organization, query = {}) {
      const result = run(organization, query, V2_FIELDS);
      return { ...result, resources: result.resources.map((resource) => v2(resource, query.properties ?? false)) };
    },
    exportCsv(organization, query = {}) {
      const { resources } = run(organization, query, FIELDS);
      const lines = resources.map((resource) => FIELDS.map((field) => cell(resource[field])).join(","));
      return [FIELDS.map((field) => field.replace(".", "_")).join(","), ...lines, ""].join("\n");
    },
    parse(organization, query) {
      core.organization(organization);
      return { query: spoken(core, query) };
    },
  };
}

function v1Key(field: string): string {
  return field === "parentUrn" ? "parent.urn" : field === "providerUrn" ? "provider.urn" : field;
}

function found(row: Row, project: string, stack: string, teams: string[], pending: string | undefined): Shape {
  const [packageName = "", modulePath = ""] = row.type.split(":");
  return {
    created: row.created ?? null,
    custom: row.custom,
    delete: row.delete ?? false,
    dependencies: row.dependencies ?? [],
    external: row.external ?? false,
    id: row.id ?? null,
    modified: row.modified ?? null,
    module: modulePath.split("/")[0] ?? "",
    name: urnParts(row.urn).name,
    package: packageName,
    "parent.urn": row.parent ?? null,
    pending: pending ?? null,
    project,
    protected: row.protect ?? false,
    "provider.urn": row.provider ? row.provider.slice(0, row.provider.lastIndexOf("::")) : null,
    stack,
    teams,
    type: row.type,
    urn: row.urn,
  };
}

function v2(resource: Shape, properties: boolean): Shape {
  const { "parent.urn": parentUrn, "provider.urn": providerUrn, ...rest } = resource;
  const module = String(resource["module"]);
  return {
    ...rest,
    parentUrn,
    providerUrn,
    parent_urn: parentUrn,
    provider_urn: providerUrn,
    managed: "managed",
    category: CATEGORIES.find(([pattern]) => pattern.test(module))?.[1] ?? "other",
    ...(properties ? { properties: {} } : {}),
  };
}

function topFive(resources: readonly Shape[], key: string): Shape {
  const counts = new Map<string, number>();
  for (const resource of resources) {
    const value = resource[key];
    if (value === null || value === undefined) continue;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return {
    results: ordered.slice(0, 5).map(([name, count]) => ({ name, count })),
    others: ordered.slice(5).reduce((sum, [, count]) => sum + count, 0),
  };
}

/** The words that name a project, a stack, or a kind of resource; the others stay words. */
function spoken(core: Core, sentence: string): string {
  const kinds: { [word: string]: string } = {
    bucket: "aws:s3/bucket:Bucket",
    function: "aws:lambda/function:Function",
    queue: "aws:sqs/queue:Queue",
    table: "aws:dynamodb/table:Table",
    role: "aws:iam/role:Role",
    deployment: "kubernetes:apps/v1:Deployment",
  };
  const [projects, stacks] = [new Set<string>(), new Set<string>()];
  for (const stack of core.stacks.values()) (projects.add(stack.project), stacks.add(stack.stack));
  const terms = sentence
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .flatMap((word) => {
      const kind = kinds[word] ?? kinds[word.replace(/s$/, "")];
      if (kind !== undefined && Object.hasOwn(kinds, word.replace(/s$/, ""))) return [`type:${kind}`];
      if (word === "production" || stacks.has(word)) return [`stack:${word === "production" ? "prod" : word}`];
      return projects.has(word) ? [`project:${word}`] : word === "protected" ? ["protected:true"] : [];
    });
  return [...new Set(terms)].join(" ");
}
