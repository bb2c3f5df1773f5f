/** Environments (ESC): which there are, and sessions in which they are open for a while. */
import type { Core } from "./core.js";
import { Random } from "./random.js";
import { badRequest, notFound } from "./refusal.js";
import type { Environments, Shape } from "./types.js";

const NAMES: readonly (readonly [project: string, name: string])[] = [
  ["shared", "aws-login"],
  ["shared", "datadog"],
  ["web", "dev"],
  ["web", "staging"],
  ["web", "prod"],
  ["payments", "staging"],
  ["payments", "prod"],
  ["data", "prod"],
  ["k8s-platform", "prod"],
];
const UNITS: { [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1_000 };

export function environmentsGroup(core: Core): Environments {
  const sessions = new Map<string, { at: string; until: number }>();
  const known = (organization: string, project: string, environment: string): string => {
    core.organization(organization);
    if (organization !== "acme" || !NAMES.some(([one, name]) => one === project && name === environment))
      throw notFound(`Environment '${project}/${environment}'`);
    return `${organization}/${project}/${environment}`;
  };
  return {
    list(organization) {
      core.organization(organization);
      if (organization !== "acme") return [];
      return NAMES.map(([project, name], i) => ({
        id: new Random(core.seed, "environment", project, name).uuid(),
        organization,
        project,
        name,
        created: new Date((core.epoch - (400 - i * 20) * 86_400) * 1000).toISOString(),
        modified: new Date((core.epoch - (i + 1) * 86_400) * 1000).toISOString(),
        ownedBy: core.user("ada"),
        tags: name === "prod" ? { tier: "gold" } : {},
        links: { self: `https://app.pulumi.com/${organization}/esc/${project}/${name}` },
        referrerMetadata: {
          environmentReferrerCount: project === "shared" ? 4 : 0,
          stackReferrerCount: project === "shared" ? 0 : 1,
          insightsAccountReferrerCount: 0,
        },
        settings: { deletionProtected: name === "prod" },
      }));
    },
    open(organization, project, environment, { duration = "2h" } = {}) {
      const at = known(organization, project, environment);
      const lasts = milliseconds(duration);
      const id = core.fresh("session").uuid();
      sessions.set(id, { at, until: core.now() + lasts });
      core.audit(organization, "Environment Opened", `Opened environment "${project}/${environment}"`);
      return { id, diagnostics: [] };
    },
    readOpen(organization, project, environment, sessionId, { property } = {}) {
      const session = sessions.get(sessionId);
      if (!session || session.at !== known(organization, project, environment) || session.until <= core.now())
        throw notFound(`Session '${sessionId}'`);
      const properties = contents(core, project, environment);
      if (property === undefined || property === "") return { properties, executionContext: { properties: {} } };
      let value: Shape = leaf(properties);
      for (const key of property.split(".")) {
        const inside = value["value"];
        if (inside === null || typeof inside !== "object" || !Object.hasOwn(inside, key)) throw notFound(`Property '${property}'`);
        value = (inside as { [key: string]: Shape })[key] ?? {};
      }
      return value;
    },
  };
}

function milliseconds(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0), 0);
  if (parts.map(([whole]) => whole).join("") !== duration || total <= 0 || total > 24 * 3_600_000)
    throw badRequest("duration must be like 1h30m, and 24h at most");
  return total;
}

function leaf(value: unknown, secret = false): Shape {
  return {
    value,
    ...(secret ? { secret } : {}),
    trace: { def: { environment: "yaml", begin: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } } },
  };
}

function contents(core: Core, project: string, environment: string): Shape {
  const random = new Random(core.seed, "contents", project, environment);
  return {
    aws: leaf({
      login: leaf({
        accessKeyId: leaf(`ASIA${random.upper(16)}`),
        secretAccessKey: leaf(random.hex(40), true),
        sessionToken: leaf(random.hex(64), true),
      }),
      region: leaf("eu-central-1"),
    }),
    environmentVariables: leaf({ AWS_REGION: leaf("eu-central-1"), LOG_LEVEL: leaf(environment === "prod" ? "info" : "debug") }),
    pulumiConfig: leaf({
      [`${project}:domain`]: leaf(environment === "prod" ? "acme.example" : `${environment}.acme.example`),
      [`${project}:token`]: leaf(random.hex(32), true),
    }),
  };
}
