/** Policy packs and groups, and what the packs find in the organisation. */
import type { Core } from "./core.js";
import { objectOf, textOf } from "./fields.js";
import { governing, PACKS, violations } from "./guardrails.js";
import { Random } from "./random.js";
import { badField, badRequest } from "./refusal.js";
import { urnParts } from "./state.js";
import type { Policies, Shape } from "./types.js";

const SEVERITIES = ["critical", "high", "medium", "low"];

export function policiesGroup(core: Core): Policies {
  const checked = (organization: string) =>
    [...core.stacks.values()].filter(
      (stack) => stack.organization === organization && stack.plan.policies && stack.plan.program !== "bulk",
    );
  const issuesOf = (organization: string): Shape[] => {
    core.organization(organization);
    return checked(organization).flatMap((stack) => {
      const { finished } = stack.history;
      if (!finished) return [];
      return stack.history.rowsAt(finished.version).flatMap((row) =>
        violations(row).map((one): Shape => {
          const random = new Random(core.seed, "issue", row.urn, one.policy);
          return {
            id: random.uuid(),
            entityType: "stack",
            entityProject: stack.project,
            entityId: stack.stack,
            stackVersion: finished.version,
            policyPack: one.pack,
            policyPackTag: one.packVersion,
            policyName: one.policy,
            resourceURN: row.urn,
            resourceProvider: row.type.split(":")[0] ?? "",
            resourceType: row.type,
            resourceName: urnParts(row.urn).name,
            message: one.message,
            observedAt: new Date(finished.started).toISOString(),
            lastModified: new Date(finished.started).toISOString(),
            level: one.level,
            severity: one.severity,
            status: random.chance(0.8) ? "open" : random.pick(["in_progress", "by_design", "ignored", "fixed"]),
            kind: "preventative",
            priority: random.pick(["p1", "p2", "p3"]),
            policyGroupName: "default-policy-group",
            policyGroupType: "preventative",
          };
        }),
      );
    });
  };
  return {
    packs(name, mode) {
      const stack = core.stack(name);
      if (mode !== undefined && mode !== "" && mode !== "audit" && mode !== "preventative")
        throw badRequest("mode must be audit or preventative");
      return {
        requiredPolicies:
          stack.plan.policies && mode !== "audit"
            ? PACKS.map(({ name: pack, version, versionTag, displayName, config }) => ({
                name: pack,
                version,
                versionTag,
                displayName,
                packLocation: `https://policies.acme.example/${pack}/${versionTag}.tgz`,
                config,
              }))
            : [],
      };
    },
    groups(name) {
      const stack = core.stack(name);
      const numStacks = checked(stack.organization).length;
      return {
        policyGroups: stack.plan.policies
          ? [
              {
                name: "default-policy-group",
                isOrgDefault: true,
                numStacks,
                numAccounts: 0,
                entityType: "stacks",
                mode: "preventative",
                numEnabledPolicyPacks: PACKS.length,
              },
            ]
          : [],
      };
    },
    issues(organization, body, { closed } = {}) {
      const {
        startRow = 0,
        endRow,
        filterModel,
        sortModel,
      } = objectOf(body) as { startRow?: unknown; endRow?: unknown; filterModel?: unknown; sortModel?: unknown };
      if (typeof startRow !== "number" || startRow < 0 || (endRow !== undefined && (typeof endRow !== "number" || endRow < startRow)))
        throw badField("AngularGridGetRowsRequest", "startRow", "invalid", "startRow and endRow must be a range");
      let found = issuesOf(organization).filter(
        (issue) => closed === undefined || (issue["status"] === "fixed" || issue["status"] === "ignored") === closed,
      );
      for (const condition of listOfMaps((filterModel as Shape | undefined)?.["conditions"])) {
        const [column, filter, type] = [
          String(condition["colId"]),
          String(condition["filter"] ?? "").toLowerCase(),
          String(condition["type"] ?? "contains"),
        ];
        found = found.filter((issue) =>
          type === "equals" ? String(issue[column]).toLowerCase() === filter : String(issue[column]).toLowerCase().includes(filter),
        );
      }
      for (const order of listOfMaps(sortModel).reverse()) {
        const [column, sign] = [String(order["colId"]), order["sort"] === "desc" ? -1 : 1];
        found = [...found].sort(
          (a, b) => sign * (String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0),
        );
      }
      return { policyIssues: found.slice(startRow, endRow), groupData: [], rowCount: found.length };
    },
    compliance(organization, body) {
      const fields = objectOf(body);
      const entity = textOf("GetPolicyComplianceResultsRequest", fields, "entity");
      if (!["stack", "account", "severity"].includes(entity))
        throw badField("GetPolicyComplianceResultsRequest", "entity", "invalid", "entity must be stack, account or severity");
      const size = fields["size"];
      if (size !== undefined && (typeof size !== "number" || size < 1))
        throw badField("GetPolicyComplianceResultsRequest", "size", "invalid", "size must be a positive number");
      const issues = issuesOf(organization);
      const score = (total: number, broken: number) => (total === 0 ? 100 : Math.max(0, Math.round((100 * (total - broken)) / total)));
      const rows =
        entity === "stack"
          ? checked(organization).map((stack) => {
              const rows = stack.history.rowsAt(stack.history.finished?.version ?? 0);
              return {
                entityName: `${stack.project}/${stack.stack}`,
                scores: PACKS.map((pack) =>
                  score(
                    rows.filter((row) => governing(pack, row.type).length > 0).length,
                    issues.filter(
                      (issue) =>
                        issue["entityProject"] === stack.project && issue["entityId"] === stack.stack && issue["policyPack"] === pack.name,
                    ).length,
                  ),
                ),
              };
            })
          : entity === "severity"
            ? SEVERITIES.map((severity) => ({
                entityName: severity,
                scores: PACKS.map((pack) =>
                  score(500, issues.filter((issue) => issue["severity"] === severity && issue["policyPack"] === pack.name).length),
                ),
              }))
            : [];
      return { columns: PACKS.map((pack) => pack.name), rows: size === undefined ? rows : rows.slice(0, size) };
    },
    metadata(organization) {
      const issues = issuesOf(organization);
      const resources = checked(organization).reduce((sum, stack) => sum + stack.history.countAt(stack.history.finished?.version ?? 0), 0);
      return {
        policyTotalCount: PACKS.reduce((sum, pack) => sum + pack.rules.length, 0),
        policyWithIssuesCount: new Set(issues.map((issue) => issue["policyName"])).size,
        resourcesTotalCount: resources,
        resourcesWithIssuesCount: new Set(issues.map((issue) => issue["resourceURN"])).size,
      };
    },
  };
}

function listOfMaps(value: unknown): Shape[] {
  return Array.isArray(value) ? value.filter((one): one is Shape => one !== null && typeof one === "object") : [];
}
