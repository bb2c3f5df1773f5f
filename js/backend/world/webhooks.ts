/** Webhooks of organisations and stacks, and what was delivered to them. Nothing is ever sent. */
import type { Core } from "./core.js";
import { listOf, objectOf, optionalText, textOf } from "./fields.js";
import { Random } from "./random.js";
import { badField, conflict, notFound } from "./refusal.js";
import type { HookTarget, Shape, StackName, Webhooks } from "./types.js";

export interface Hook {
  name: string;
  displayName: string;
  payloadUrl: string;
  active: boolean;
  format: string;
  filters?: string[];
  groups?: string[];
  hasSecret: boolean;
  deliveries: Shape[];
}

const outcomes = (...kinds: string[]) => kinds.flatMap((kind) => [`${kind}_succeeded`, `${kind}_failed`]);
const FILTERS: Record<string, readonly string[]> = {
  stacks: ["stack_created", "stack_deleted", ...outcomes("update", "preview", "destroy", "refresh", "import")],
  deployments: [
    "deployment_queued",
    "deployment_started",
    ...outcomes("deployment"),
    "deployment_file_ingestion_failed",
    "drift_detected",
    ...outcomes("drift_detection", "drift_remediation"),
  ],
  policies: ["policy_violation_mandatory", "policy_violation_advisory"],
  environments: [
    "environment_created",
    "environment_deleted",
    "environment_revision_created",
    "environment_revision_retracted",
    ...["created", "deleted", "updated"].flatMap((what) => [`environment_revision_tag_${what}`, `environment_tag_${what}`]),
    "imported_environment_changed",
    ...outcomes("environment_rotation"),
  ],
  change_requests: ["created", "updated", "approved", "unapproved", "closed", "applied", "submitted"].map(
    (what) => `change_request_${what}`,
  ),
};
const FORMATS = ["raw", "slack", "ms_teams", "pulumi_deployments"];
const ONLY_ORGANIZATION = ["stack_created", "stack_deleted"];

export function webhooksGroup(core: Core): Webhooks {
  const ofOrganizations = new Map<string, Hook[]>();
  const hooksOf = (target: HookTarget): Hook[] => {
    if (isStack(target)) {
      const stack = core.stack(target);
      return (stack.hooks ??= first(core, target));
    }
    core.organization(target.organization);
    let hooks = ofOrganizations.get(target.organization);
    if (!hooks) ofOrganizations.set(target.organization, (hooks = first(core, target)));
    return hooks;
  };
  const hookOf = (target: HookTarget, name: string): Hook => {
    const hook = hooksOf(target).find((one) => one.name === name);
    if (!hook) throw notFound(`Webhook '${name}'`);
    return hook;
  };
  const said = (target: HookTarget, event: string, hook: Hook) =>
    core.audit(target.organization, event, `${event}: "${hook.displayName}"`, isStack(target) ? "stack" : "organization");
  return {
    list: (target) => hooksOf(target).map((hook) => shape(target, hook)),
    create(target, body) {
      const hooks = hooksOf(target);
      const fields = objectOf(body);
      const hook = checked(target, fields, {
        ...named(core, fields),
        deliveries: [],
        hasSecret: false,
        active: true,
        format: "raw",
        displayName: "",
        payloadUrl: "",
      });
      if (hooks.some((one) => one.name === hook.name || one.displayName === hook.displayName))
        throw conflict(`a webhook named ${hook.displayName} already exists`);
      hooks.push(hook);
      said(target, "Webhook Created", hook);
      return shape(target, hook);
    },
    get: (target, name) => shape(target, hookOf(target, name)),
    update(target, name, body) {
      const hook = hookOf(target, name);
      const changed = checked(
        target,
        {
          organizationName: target.organization,
          ...(isStack(target) ? { projectName: target.project, stackName: target.stack } : {}),
          displayName: hook.displayName,
          payloadUrl: hook.payloadUrl,
          active: hook.active,
          ...objectOf(body),
        },
        hook,
      );
      Object.assign(hook, changed);
      said(target, "Webhook Updated", hook);
      return shape(target, hook);
    },
    delete(target, name) {
      const hook = hookOf(target, name);
      const hooks = hooksOf(target);
      hooks.splice(hooks.indexOf(hook), 1);
      said(target, "Webhook Deleted", hook);
    },
    ping(target, name) {
      const hook = hookOf(target, name);
      const made = delivery(hook, core.fresh("ping"), "ping", core.seconds, {
        timestamp: core.seconds,
        message: "🍹 Just a friendly ping from Pulumi 🍹",
      });
      hook.deliveries.unshift(made);
      return made;
    },
    deliveries: (target, name) => [...hookOf(target, name).deliveries],
    redeliver(target, name, event) {
      const hook = hookOf(target, name);
      const old = hook.deliveries.find((one) => one["id"] === event);
      if (!old) throw notFound(`Delivery '${event}'`);
      const made = { ...old, id: core.fresh("redeliver").uuid(), timestamp: core.seconds, responseCode: 200, responseBody: "OK" };
      hook.deliveries.unshift(made);
      return made;
    },
  };
}

function isStack(target: HookTarget): target is StackName {
  return "stack" in target;
}

function shape(target: HookTarget, hook: Hook): Shape {
  const { deliveries: _, ...rest } = hook;
  return {
    organizationName: target.organization,
    ...(isStack(target) ? { projectName: target.project, stackName: target.stack } : {}),
    ...rest,
    secretCiphertext: hook.hasSecret ? "****" : "",
  };
}

function named(core: Core, fields: Shape): { name: string } {
  return { name: optionalText("Webhook", fields, "name") || core.fresh("hook").hex(8) };
}

function checked(target: HookTarget, fields: Shape, hook: Hook): Hook {
  if (textOf("Webhook", fields, "organizationName") !== target.organization)
    throw badField("Webhook", "organizationName", "invalid", "organizationName is not the organization of the address");
  if (isStack(target) && (fields["projectName"] !== target.project || fields["stackName"] !== target.stack))
    throw badField("Webhook", "stackName", "invalid", "projectName and stackName are not those of the address");
  const [displayName, payloadUrl, format] = [
    textOf("Webhook", fields, "displayName"),
    textOf("Webhook", fields, "payloadUrl"),
    optionalText("Webhook", fields, "format") ?? hook.format,
  ];
  if (displayName.length > 100) throw badField("Webhook", "displayName", "invalid", "displayName may have 100 characters");
  if (!FORMATS.includes(format)) throw badField("Webhook", "format", "invalid", `format must be one of ${FORMATS.join(", ")}`);
  if (
    format === "pulumi_deployments" ? !isStack(target) || !/^[\w.-]+\/[\w.-]+$/.test(payloadUrl) : !/^https?:\/\/[^\s/]+/.test(payloadUrl)
  )
    throw badField("Webhook", "payloadUrl", "invalid", "payloadUrl is not a URL that the format can use");
  if (typeof (fields["active"] ?? true) !== "boolean") throw badField("Webhook", "active", "invalid", "active must be true or false");
  const groups = fields["groups"] === undefined ? hook.groups : listOf("Webhook", fields, "groups");
  for (const group of groups ?? [])
    if (!(group in FILTERS) || (isStack(target) && (group === "environments" || group === "change_requests")))
      throw badField("Webhook", "groups", "invalid", `${group} is not a group of this webhook`);
  const filters = fields["filters"] === undefined ? hook.filters : listOf("Webhook", fields, "filters");
  for (const filter of filters ?? []) {
    if (!Object.values(FILTERS).some((list) => list.includes(filter)) || (isStack(target) && ONLY_ORGANIZATION.includes(filter)))
      throw badField("Webhook", "filters", "invalid", `${filter} is not a filter of this webhook`);
    if ((groups ?? []).some((group) => FILTERS[group]?.includes(filter)))
      throw badField("Webhook", "filters", "invalid", `${filter} is in a chosen group already`);
  }
  return {
    name: hook.name,
    displayName,
    payloadUrl,
    format,
    active: (fields["active"] as boolean | undefined) ?? true,
    hasSecret: fields["secret"] === undefined ? hook.hasSecret : fields["secret"] !== "",
    deliveries: hook.deliveries,
    ...(filters ? { filters } : {}),
    ...(groups ? { groups } : {}),
  };
}

function delivery(hook: Hook, random: Random, kind: string, timestamp: number, payload: Shape, code = 200): Shape {
  const id = random.uuid();
  const signature = hook.hasSecret ? `Pulumi-Webhook-Signature: ${random.hex(64)}\r\n` : "";
  return {
    id,
    kind,
    payload: JSON.stringify(payload),
    timestamp,
    duration: random.int(40, 900),
    requestUrl: hook.payloadUrl,
    requestHeaders: `Content-Type: application/json\r\nPulumi-Webhook-Id: ${id}\r\nPulumi-Webhook-Kind: ${kind}\r\n${signature}`,
    responseCode: code,
    responseHeaders: "Content-Type: text/plain\r\nServer: example\r\n",
    responseBody: code === 200 ? "OK" : "upstream unavailable",
  };
}

function first(core: Core, target: HookTarget): Hook[] {
  const label = isStack(target) ? `${target.project}/${target.stack}` : target.organization;
  const random = new Random(core.seed, "hooks", label);
  const made: Hook[] = [];
  const add = (displayName: string, payloadUrl: string, rest: Partial<Hook> = {}) => {
    const hook: Hook = {
      name: random.hex(8),
      displayName,
      payloadUrl,
      active: true,
      format: "raw",
      hasSecret: false,
      deliveries: [],
      ...rest,
    };
    for (let i = 0; i < (displayName.startsWith("#") ? 12 : 5); i += 1) {
      const at = core.epoch - 3_600 - i * 26_000 - random.int(0, 4_000);
      const [kind, payload] = random.pick([
        ["stack_update", { kind: "update", result: "succeeded", stackName: label, updateUrl: "https://app.pulumi.com/acme" }],
        ["stack_preview", { kind: "update-preview", result: "failed", stackName: label }],
        ["deployment", { status: "succeeded", stackName: label }],
        ["drift_detection", { driftDetected: false, stackName: label }],
      ] as const);
      hook.deliveries.push(
        delivery(hook, random, kind, at, { timestamp: at, organization: { name: target.organization }, ...payload }, i === 3 ? 503 : 200),
      );
    }
    made.push(hook);
  };
  if (!isStack(target)) {
    if (target.organization === "acme") {
      add("#deployments", "https://hooks.chat.acme.example/services/T0/B1", {
        format: "slack",
        groups: ["deployments"],
        filters: ["update_failed"],
      });
      add("Change calendar", "https://calendar.acme.example/pulumi", { hasSecret: true, groups: ["stacks"] });
      add("Old inventory", "https://inventory.acme.example/hook", { active: false });
    }
  } else if (target.stack === "prod") {
    add("#failures", "https://hooks.chat.acme.example/services/T0/B2", {
      format: "slack",
      filters: ["preview_failed", "update_failed", "destroy_failed", "refresh_failed", "deployment_failed"],
    });
    add("Pager", "https://pager.acme.example/events", { hasSecret: true });
  }
  return made;
}
