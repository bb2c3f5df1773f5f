/** Stacks as they are read: what they hold, what they refer to, and what people have attached to them. */
import { type Core, keyOf } from "./core.js";
import { activityOf } from "./deployments.js";
import { objectOf } from "./fields.js";
import { lifecycleOf } from "./lifecycle.js";
import { badField, badRequest, conflict, notFound } from "./refusal.js";
import { ENGINES, envelope, isDefaultProvider, type Row, stackUrn } from "./state.js";
import type { Stack } from "./stack.js";
import { sortedTags } from "./tags.js";
import type { Shape, StackName, Stacks } from "./types.js";
import type { Properties } from "./values.js";

export function stacksGroup(core: Core): Stacks {
  const versionOf = (stack: Stack, version: number | undefined): number => {
    const latest = stack.history.finished?.version ?? 0;
    if (version === undefined) return latest;
    if (!Number.isInteger(version) || version < 1 || version > latest)
      throw notFound(`Version ${version} of stack '${stack.project}/${stack.stack}'`);
    return version;
  };
  const references = (stack: Stack, matching: (row: Row, holder: Stack) => boolean): Shape => {
    const found: Shape[] = [];
    for (const other of core.stacks.values()) {
      if (other.plan.program === "bulk" || other.plan.program === "tenant") continue;
      const version = other.history.finished?.version ?? 0;
      if (version > 0 && referenceRows(other, version).some((row) => matching(row, other)))
        found.push({ organization: other.organization, routingProject: other.project, name: other.stack, version });
    }
    return {
      referencedStacks: found.filter(
        (one) => !(one["organization"] === stack.organization && one["routingProject"] === stack.project && one["name"] === stack.stack),
      ),
    };
  };

  const resources = (name: StackName, version?: number): Shape => {
    const stack = core.stack(name);
    const at = versionOf(stack, version);
    const rows = stack.history.rowsAt(at);
    const providers = new Map(
      rows.filter((row) => row.type.startsWith("pulumi:providers:")).map((row) => [`${row.urn}::${row.id ?? ""}`, row.inputs ?? {}]),
    );
    return {
      resources: rows.filter((row) => !isDefaultProvider(row)).map((row) => ({ resource: resourceOf(row, providers) })),
      region: "eu-central-1",
      version: at,
    };
  };

  const metadataOf = (stack: Stack): Shape => ({
    id: stack.programID,
    orgName: stack.organization,
    projectName: stack.project,
    stackName: stack.stack,
    ownedBy: core.user(stack.owner),
    notificationSettings: stack.notifications,
    userPermission: 103,
  });

  // A page of a list asks for all of it, so what has not changed is kept.
  const summaries = new WeakMap<Stack, { key: string; shape: Shape }>();
  const summary = (stack: Stack): Shape => {
    const { last, finished } = stack.history;
    const key = `${keyOf(stack)} ${last?.version ?? 0} ${finished?.version ?? 0}`;
    const known = summaries.get(stack);
    if (known?.key === key) return known.shape;
    const shape = {
      id: stack.programID,
      orgName: stack.organization,
      projectName: stack.project,
      stackName: stack.stack,
      ...(last ? { lastUpdate: Math.floor(last.started / 1000) } : {}),
      resourceCount: stack.history.countAt(finished?.version ?? 0),
      links: { self: `https://app.pulumi.com/${keyOf(stack)}` },
    };
    summaries.set(stack, { key, shape });
    return shape;
  };

  return {
    ...lifecycleOf(core),

    list({ organization, project, tagName, tagValue } = {}) {
      if (tagValue !== undefined && tagName === undefined) throw badRequest("tagValue needs tagName");
      const found = core.ordered.filter(
        (stack) =>
          (organization === undefined || stack.organization === organization) &&
          (project === undefined || stack.project === project) &&
          (tagName === undefined || (stack.tags.has(tagName) && (tagValue === undefined || stack.tags.get(tagName) === tagValue))),
      );
      return found.map(summary);
    },

    projectExists: (organization, project) =>
      [...core.stacks.values()].some((stack) => stack.organization === organization && stack.project === project),

    get(name) {
      const stack = core.stack(name);
      const { running, last } = stack.history;
      return {
        id: stack.programID,
        orgName: stack.organization,
        projectName: stack.project,
        stackName: stack.stack,
        ...(running
          ? { currentOperation: { kind: running.kind, author: running.author, started: Math.floor(running.started / 1000) } }
          : {}),
        activeUpdate: last?.updateID ?? "",
        tags: sortedTags(stack),
        ...(stack.config ? { config: stack.config } : {}),
        version: last?.version ?? 0,
      };
    },

    exportState(name, version) {
      const stack = core.stack(name);
      core.audit(name.organization, "Stack Exported", `Exported stack ${name.project}/${name.stack}`);
      return exported(stack, versionOf(stack, version));
    },

    downstreamReferences: (name) => {
      const stack = core.stack(name);
      return references(stack, (row) => row.id === keyOf(stack));
    },
    upstreamReferences: (name) => {
      const stack = core.stack(name);
      const version = stack.history.finished?.version ?? 0;
      const named = referenceRows(stack, version)
        .map((row) => row.id ?? "")
        .sort();
      return {
        referencedStacks: named.flatMap((id) => {
          const other = core.stacks.get(id);
          return other
            ? [
                {
                  organization: other.organization,
                  routingProject: other.project,
                  name: other.stack,
                  version: other.history.finished?.version ?? 0,
                },
              ]
            : [];
        }),
      };
    },

    metadata(name) {
      return metadataOf(core.stack(name));
    },
    resourceCount(name) {
      const stack = core.stack(name);
      const version = versionOf(stack, undefined);
      return { resourceCount: stack.history.countAt(version), version };
    },
    resources,
    resource(name, urn, version) {
      const all = resources(name, version);
      const found = (all["resources"] as { resource: Shape }[]).find((one) => one.resource["urn"] === urn);
      if (!found) throw notFound(`Resource '${urn}'`);
      return { resource: found, region: all["region"], version: all["version"] };
    },
    outputs(name) {
      const stack = core.stack(name);
      const version = versionOf(stack, undefined);
      const names = stack.history.namesAt(version);
      const root = stack.history.rowsAt(version).find((row) => row.urn === stackUrn(names.project, names.stack));
      return {
        outputs: root?.outputs ?? {},
        secretsProviders: (exported(stack, version)["deployment"] as Shape)["secrets_providers"],
        unknown: false,
      };
    },
    activity: (name) => activityOf(core, core.stack(name)),
    teams(name) {
      const stack = core.stack(name);
      const held = [...core.organization(stack.organization).teams.values()].flatMap((team) => {
        const grant = team.stacks.find((one) => one.projectName === stack.project && one.stackName === stack.stack);
        return grant
          ? [
              {
                name: team.name,
                displayName: team.displayName,
                description: team.description,
                permission: grant.permission,
                isMember: team.members.has(core.caller),
              },
            ]
          : [];
      });
      return { teams: held };
    },
    updateNotificationSettings(name, body) {
      const stack = core.stack(name);
      const fields = objectOf(body);
      for (const key of ["notifyUpdateFailure", "notifyUpdateSuccess"] as const) {
        const value = fields[key];
        if (value === undefined) continue;
        if (typeof value !== "boolean") throw badField("StackNotificationSettings", key, "invalid", `${key} must be true or false`);
        stack.notifications = { ...stack.notifications, [key]: value };
      }
      return metadataOf(stack);
    },
    annotation(name, kind, { source = "", version } = {}) {
      const found = core.stack(name).annotations.get(`${kind}/${source}`);
      if (!found || (version !== undefined && version !== found.version)) throw notFound(`Annotation '${kind}'`);
      return { ...found.body, version: found.version };
    },
    updateAnnotation(name, kind, body, { source = "", version } = {}) {
      const stack = core.stack(name);
      const fields = objectOf(body);
      const current = stack.annotations.get(`${kind}/${source}`)?.version ?? 0;
      if (version !== undefined && version !== current) throw conflict(`the annotation's version is ${current}, not ${version}`);
      stack.annotations.set(`${kind}/${source}`, { version: current + 1, body: fields });
    },
  };
}

/** The references among a state's rows. */
function referenceRows(stack: Stack, version: number): Row[] {
  return stack.history.rowsAt(version).filter((row) => row.type === "pulumi:pulumi:StackReference");
}

function exported(stack: Stack, version: number): Shape {
  const record = stack.history.records[version - 1];
  const engine = ENGINES[!record || record.revision < 8 ? 0 : record.revision < 24 ? 1 : 2];
  const end = record ? (stack.history.endOf(record) ?? record.started) : 0;
  return envelope({
    at: new Date(end).toISOString(),
    engine: engine ?? ENGINES[0],
    owner: stack.organization,
    project: stack.project,
    stack: stack.stack,
    rows: stack.history.rowsAt(version),
    pending: stack.history.pendingAt(version),
  });
}

/** `ResourceV3` as the resources endpoints turn it. */
function resourceOf(row: Row, providers: Map<string, Properties>): Shape {
  const { provider, propertyDependencies: _, created: __, modified: ___, importID: ____, ...rest } = row;
  const inputs = provider === undefined ? undefined : providers.get(provider);
  return { ...rest, delete: row.delete ?? false, dependencies: row.dependencies ?? [], ...(inputs ? { providerInputs: inputs } : {}) };
}
