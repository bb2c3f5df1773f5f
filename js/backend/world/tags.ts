/** Tags of stacks: which there are, and what may be written. */
import type { Core } from "./core.js";
import { objectOf, textOf } from "./fields.js";
import { badField, notFound } from "./refusal.js";
import type { StackPlan } from "./roster.js";
import type { Stack } from "./stack.js";
import type { StackName, Tags } from "./types.js";

const BUILT_IN = new Set([
  "pulumi:project",
  "pulumi:runtime",
  "pulumi:description",
  "pulumi:template",
  "vcs:owner",
  "vcs:repo",
  "vcs:kind",
  "vcs:root",
]);

const DESCRIPTIONS: Record<string, string> = {
  network: "The networks that everything else lives in",
  web: "The storefront",
  data: "The data lake",
  payments: "Payments and the ledger",
  "k8s-platform": "Clusters and what runs in all of them",
  "docs-site": "Documentation for customers",
  identity: "Who may do what",
  observability: "Alarms and dashboards",
  tenants: "One shop per tenant",
};

/** The stages that stacks are named after. */
const STAGES = new Set(["dev", "staging", "prod"]);

/** What a stack is born with: the tags that Pulumi sets, its stage, and its own. */
export function firstTags(plan: StackPlan): Map<string, string> {
  const stage = STAGES.has(plan.stack) ? { env: plan.stack } : {};
  return new Map(Object.entries({ ...builtInTags(plan), ...stage, ...plan.tags }));
}

function builtInTags(plan: StackPlan): Record<string, string> {
  const owner = plan.organization;
  return {
    "pulumi:description": DESCRIPTIONS[plan.project] ?? `A sample project`,
    "pulumi:project": plan.project,
    "pulumi:runtime": "nodejs",
    "pulumi:secrets_provider": "service",
    "vcs:kind": "github.com",
    "vcs:owner": owner,
    "vcs:repo": repositoryOf(plan.project),
    "vcs:root": plan.project,
  };
}

export function repositoryOf(project: string): string {
  return project.startsWith("bulk-") ? "bulk" : project === "web" || project === "tenants" ? "shop" : "infrastructure";
}

export function checkTag(name: string, value: string): void {
  if (!/^[A-Za-z0-9\-_.:]{1,40}$/.test(name))
    throw badField("StackTag", "name", "invalid", "a tag's name may have 1 to 40 letters, digits, and the characters -_.:");
  if (value.length > 256) throw badField("StackTag", "value", "invalid", "a tag's value may have 256 characters");
}

export function sortedTags(stack: Stack): Record<string, string> {
  return Object.fromEntries([...stack.tags].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pair(body: unknown): [string, string] {
  const fields = objectOf(body);
  const name = textOf("StackTag", fields, "name");
  const value = fields["value"] ?? "";
  if (typeof value !== "string") throw badField("StackTag", "value", "invalid", "value must be a string");
  checkTag(name, value);
  return [name, value];
}

export function tagsGroup(core: Core): Tags {
  const said = (name: StackName, what: string) =>
    core.audit(name.organization, "Stack Tags Updated", `${what} of stack "${name.project}/${name.stack}"`, "stack");
  return {
    add(name, body) {
      const stack = core.stack(name);
      const [tag, value] = pair(body);
      if (stack.tags.has(tag)) throw badField("StackTag", "name", "already_exists", `Tag "${tag}" already exists`);
      stack.tags.set(tag, value);
      said(name, `Added tag "${tag}"`);
    },
    update(name, tagName, body) {
      const stack = core.stack(name);
      if (!stack.tags.has(tagName)) throw notFound(`Tag '${tagName}'`);
      if (BUILT_IN.has(tagName)) throw badField("StackTag", "name", "invalid", `Tag "${tagName}" is built in and cannot be changed`);
      const [tag, value] = pair(body);
      if (tag !== tagName && stack.tags.has(tag)) throw badField("StackTag", "name", "already_exists", `Tag "${tag}" already exists`);
      stack.tags.delete(tagName);
      stack.tags.set(tag, value);
      said(name, `Changed tag "${tagName}"`);
    },
    replace(name, body) {
      const stack = core.stack(name);
      const wanted = objectOf(body);
      for (const [tag, value] of Object.entries(wanted)) {
        if (typeof value !== "string") throw badField("StackTag", "value", "invalid", `the value of ${tag} must be a string`);
        checkTag(tag, value);
      }
      if (wanted["pulumi:project"] !== undefined && wanted["pulumi:project"] !== stack.project)
        throw badField("StackTag", "name", "invalid", "pulumi:project must be the stack's project");
      const kept = stack.tags.get("pulumi:project");
      stack.tags = new Map(Object.entries(wanted as Record<string, string>));
      if (kept !== undefined) stack.tags.set("pulumi:project", kept);
      said(name, "Replaced the tags");
    },
    delete(name, tagName) {
      const stack = core.stack(name);
      if (!stack.tags.has(tagName)) throw notFound(`Tag '${tagName}'`);
      if (BUILT_IN.has(tagName)) throw badField("StackTag", "name", "invalid", `Tag "${tagName}" is built in and cannot be deleted`);
      stack.tags.delete(tagName);
      said(name, `Deleted tag "${tagName}"`);
    },
  };
}
