/** The audit trail: what the history implies, ordinary days' reading and writing, and what was written here. */
import type { Core, Written } from "./core.js";
import { Random } from "./random.js";
import { badRequest, notFound } from "./refusal.js";
import { AUTHORS } from "./plan.js";
import type { AuditLogs, AuditQuery, Shape } from "./types.js";

interface Entry extends Omit<Written, "organization"> {
  sourceIP: string;
  authFailure?: boolean;
  tokenName?: string;
  tokenID?: string;
}

const DAYS = 90;
const ORDINARY: readonly (readonly [event: string, description: string, organization: boolean, stack: boolean])[] = [
  ["Stack Exported", "Exported stack {stack}", false, false],
  ["Secret Decrypted", 'Decrypted secret value for stack "{stack}" (cipher text suffix: "{suffix}")', false, false],
  ["Stack Tags Updated", 'Changed tag "owner" of stack "{stack}"', false, true],
  ["Member Role Changed", 'Changed organization role for "{user}" to member', true, false],
  ["Team Membership Changed", 'Added "{user}" to team "platform"', true, false],
  ["Access Token Created", 'Created access token "{user}-laptop"', false, false],
  ["Webhook Updated", 'Updated webhook "#deployments"', true, false],
  ["Environment Opened", 'Opened environment "shared/aws-login"', false, false],
  ["User Login Failed", 'Failed login of "{user}"', false, false],
  ["Policy Pack Enabled", 'Enabled policy pack "acme-guardrails" for group "default-policy-group"', true, false],
];

export function auditGroup(core: Core): AuditLogs {
  let trail: Entry[] | undefined;
  const entries = (organization: string, { before, after, userFilter, eventFilter }: AuditQuery = {}): Entry[] => {
    const home = core.organization(organization);
    if (!home.enterprise) throw badRequest("audit logs are part of the Enterprise edition");
    if (userFilter !== undefined && !core.users.has(userFilter)) throw notFound(`User '${userFilter}'`);
    const written = core.written
      .filter((one) => one.organization === organization)
      .map((one): Entry => ({ ...one, sourceIP: "192.0.2.10" }))
      .reverse();
    return [...written, ...(trail ??= past(core))].filter(
      (one) =>
        (before === undefined || one.timestamp < before) &&
        (after === undefined || one.timestamp >= after) &&
        (userFilter === undefined || one.user === userFilter) &&
        (eventFilter === undefined || one.event === eventFilter || identifier(one.event) === eventFilter),
    );
  };
  return {
    list: (organization, query) => entries(organization, query).map((one) => shape(core, one)),
    export(organization, query, format = "csv") {
      const found = entries(organization, query);
      if (format === "csv") return csv(core, found);
      if (format === "cef") return cef(core, found);
      throw badRequest("format must be csv or cef");
    },
    eventTypes(organization) {
      core.organization(organization);
      const rows = [
        ...ORDINARY,
        ["Stack Update Started", "", false, true] as const,
        ["Stack Created", "", false, false] as const,
        ["Stack Deleted", "", false, true] as const,
      ];
      return {
        eventTypes: rows.map(([event, , forOrganization, forStack]) => ({
          event: identifier(event),
          displayName: event,
          description: `${event}.`,
          requiresOrgAdmin: forOrganization,
          requiresStackAdmin: forStack,
          authenticationFailure: event.includes("Failed"),
          deprecated: false,
        })),
      };
    },
  };
}

function identifier(event: string): string {
  return event.toLowerCase().replaceAll(" ", ".");
}

/** The organisation's last ninety days, newest first: its updates, and as much again of other things. */
function past(core: Core): Entry[] {
  const random = new Random(core.seed, "audit");
  const since = core.epoch - DAYS * 86_400;
  const found: Entry[] = [];
  const names: string[] = [];
  const address = () => `198.51.100.${random.int(2, 250)}`;
  for (const stack of core.stacks.values()) {
    const { plan } = stack;
    if (plan.organization !== "acme" || plan.program === "bulk") continue;
    names.push(`${plan.project}/${plan.stack}`);
    for (const record of stack.history.records) {
      const timestamp = Math.floor(record.started / 1000);
      if (timestamp < since || record.live || record.rows || record.renamed) continue;
      found.push({
        timestamp,
        sourceIP: address(),
        event: "Stack Update Started",
        description: `Started update "${record.updateID}" for stack "${plan.project}/${plan.stack}"`,
        user: record.author,
        reqOrgAdmin: false,
        reqStackAdmin: false,
        ...(record.author === "acme-deploy" ? { tokenName: "deploy-pipeline", tokenID: "5d0a7c4e-1f1b-4ac2-a7b5-90c2e0b3a001" } : {}),
      });
    }
  }
  for (let i = found.length; i < 1_500; i += 1) {
    const [event, description, reqOrgAdmin, reqStackAdmin] = random.pick(ORDINARY);
    found.push({
      timestamp: since + random.int(0, DAYS * 86_400 - 60),
      sourceIP: address(),
      event,
      user: reqOrgAdmin ? random.pick(["ada", "grace", "radia"]) : random.pick(AUTHORS),
      reqOrgAdmin,
      reqStackAdmin,
      description: description
        .replace("{stack}", random.pick(names))
        .replace("{user}", random.pick(AUTHORS))
        .replace("{suffix}", `${random.base64(6).slice(0, 7)}=`),
      ...(event === "User Login Failed" ? { authFailure: true } : {}),
    });
  }
  return found
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => b.entry.timestamp - a.entry.timestamp || a.i - b.i)
    .map(({ entry }) => entry);
}

function shape(core: Core, one: Entry): Shape {
  return {
    timestamp: one.timestamp,
    sourceIP: one.sourceIP,
    event: one.event,
    description: one.description,
    user: core.brief(one.user),
    ...(one.tokenName ? { tokenID: one.tokenID, tokenName: one.tokenName } : {}),
    ...(one.reqOrgAdmin ? { reqOrgAdmin: true } : {}),
    ...(one.reqStackAdmin ? { reqStackAdmin: true } : {}),
    ...(one.authFailure ? { authFailure: true } : {}),
  };
}

export function cell(value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(core: Core, found: Entry[]): string {
  const lines = found.map((one) =>
    [
      new Date(one.timestamp * 1000).toISOString().replace(".000Z", "Z"),
      core.user(one.user).name,
      one.user,
      one.event,
      one.description,
      one.sourceIP,
      one.reqOrgAdmin,
      one.reqStackAdmin,
      one.authFailure ?? false,
    ]
      .map(cell)
      .join(","),
  );
  return ["Timestamp,Name,Login,Event,Description,SourceIP,RequireOrgAdmin,RequireStackAdmin,AuthenticationFailure", ...lines, ""].join(
    "\n",
  );
}

function cef(core: Core, found: Entry[]): string {
  const field = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("=", "\\=").replaceAll("\n", "\\n");
  return found
    .map(
      (one) =>
        `CEF:0|Pulumi|Pulumi Cloud|1.0|${identifier(one.event)}|${one.event.replaceAll("|", "\\|")}|${one.authFailure ? 5 : 3}|rt=${one.timestamp * 1000} src=${one.sourceIP} suser=${field(core.user(one.user).githubLogin)} msg=${field(one.description)}\n`,
    )
    .join("");
}
