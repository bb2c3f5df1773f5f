/** How stacks come, change their names and go. */
import { type Core, keyOf } from "./core.js";
import { checkName, mapOf, objectOf, optionalText, textOf } from "./fields.js";
import { badField, badRequest, conflict, notFound, Refusal } from "./refusal.js";
import type { Operation, Row } from "./state.js";
import type { Stack } from "./stack.js";
import { checkTag } from "./tags.js";
import type { StackName, Stacks } from "./types.js";

type Lifecycle = Pick<Stacks, "create" | "delete" | "importState" | "transfer" | "rename" | "listDeleted" | "restore">;

export function lifecycleOf(core: Core): Lifecycle {
  const taken = (name: StackName) => {
    if (core.stacks.has(keyOf(name))) throw conflict(`Stack '${keyOf(name)}' already exists`);
  };
  const move = (stack: Stack, to: StackName) => {
    core.take(stack);
    Object.assign(stack, to);
    core.put(stack);
  };

  return {
    create(organization, project, body) {
      core.organization(organization);
      const fields = objectOf(body);
      checkName("Stack", "projectName", project);
      const stackName = checkName("Stack", "stackName", textOf("Stack", fields, "stackName"));
      const tags = mapOf("Stack", fields, "tags");
      for (const [tag, value] of Object.entries(tags)) checkTag(tag, value);
      const teams = fields["teams"] === undefined || fields["teams"] === null ? [] : fields["teams"];
      if (!Array.isArray(teams)) throw badField("Stack", "teams", "invalid", "teams must be a list of names");
      for (const team of teams)
        if (!core.organization(organization).teams.has(String(team)))
          throw badField("Stack", "teams", "not_found", `team ${String(team)} does not exist`);
      const name = { organization, project, stack: stackName };
      taken(name);
      const stack = core.newStack({ ...name, program: "bulk", versions: 0, firstDay: 0, lastHour: 0 }, core.fresh("stack").uuid());
      stack.tags = new Map(Object.entries({ "pulumi:project": project, "pulumi:secrets_provider": "service", ...tags }));
      if (fields["config"] !== undefined) stack.config = objectOf(fields["config"]);
      core.put(stack);
      if (fields["state"] !== undefined && fields["state"] !== null) importRows(core, stack, fields["state"]);
      for (const team of teams)
        core.organization(organization).teams.get(String(team))?.stacks.push({ projectName: project, stackName, permission: 103 });
      core.audit(organization, "Stack Created", `Created stack "${project}/${stackName}"`);
      return { messages: [] };
    },

    delete(name, force = false) {
      const stack = core.idle(name);
      if (!force && stack.history.rowsAt(stack.history.finished?.version ?? 0).length > 0)
        throw new Refusal(400, "Bad Request: Stack still contains resources.");
      core.take(name);
      stack.deletedAt = core.seconds;
      core.deleted.push(stack);
      core.audit(name.organization, "Stack Deleted", `Deleted stack "${name.project}/${name.stack}"`, "stack");
    },

    importState(name, body) {
      const stack = core.idle(name);
      const updateId = importRows(core, stack, body);
      core.audit(name.organization, "Stack Imported", `Imported stack ${name.project}/${name.stack}`, "stack");
      return { updateId };
    },

    transfer(name, body) {
      const stack = core.idle(name);
      const toOrg = textOf("Stack", objectOf(body), "toOrg");
      const target = core.organization(toOrg);
      if (!target.members.has(core.caller)) throw new Refusal(403, "Forbidden: you are not a member of the organization");
      if (toOrg === name.organization) throw badField("Stack", "toOrg", "invalid", "the stack is in that organization already");
      const to = { ...name, organization: toOrg };
      taken(to);
      move(stack, to);
      core.audit(name.organization, "Stack Transferred", `Transferred stack "${name.project}/${name.stack}" to ${toOrg}`, "stack");
    },

    rename(name, body) {
      const stack = core.idle(name);
      const fields = objectOf(body);
      const [newName, newProject] = [
        optionalText("Stack", fields, "newName") || name.stack,
        optionalText("Stack", fields, "newProject") || name.project,
      ];
      checkName("Stack", "newName", newName);
      checkName("Stack", "newProject", newProject);
      if (newName === name.stack && newProject === name.project) throw badRequest("there is nothing to rename");
      const to = { organization: name.organization, project: newProject, stack: newName };
      taken(to);
      const record = stack.history.add(
        written(core, stack, {
          kind: "rename",
          message: `Renamed from ${name.project}/${name.stack}`,
          renamed: { project: newProject, stack: newName },
        }),
      );
      stack.tags.set("pulumi:project", newProject);
      move(stack, to);
      core.audit(
        name.organization,
        "Stack Renamed",
        `Renamed stack "${name.project}/${name.stack}" to "${newProject}/${newName}"`,
        "stack",
      );
      return { updateId: record.updateID };
    },

    listDeleted(organization) {
      core.organization(organization);
      return {
        deletedStacks: core.deleted
          .filter((stack) => stack.organization === organization)
          .map((stack) => {
            const { last } = stack.history;
            return {
              id: stack.programID,
              programId: stack.programID,
              projectName: stack.project,
              stackName: stack.stack,
              version: last?.version ?? 0,
              deletedAt: stack.deletedAt ?? 0,
              lastUpdate: last
                ? {
                    result: stack.history.failed(last) ? "failed" : "succeeded",
                    startTime: Math.floor(last.started / 1000),
                    endTime: Math.ceil((stack.history.endOf(last) ?? 0) / 1000),
                    resourceCount: stack.history.countAt(last.version),
                  }
                : { result: "not-started", startTime: 0, endTime: 0, resourceCount: 0 },
            };
          }),
      };
    },

    restore(organization, programID, body) {
      const index = core.deleted.findIndex((stack) => stack.organization === organization && stack.programID === programID);
      const stack = core.deleted[index];
      if (!stack) throw notFound(`Deleted stack '${programID}'`);
      const to = {
        organization,
        project: stack.project,
        stack: checkName("Stack", "stackName", textOf("Stack", objectOf(body), "stackName")),
      };
      taken(to);
      core.deleted.splice(index, 1);
      delete stack.deletedAt;
      Object.assign(stack, to);
      core.put(stack);
      core.audit(organization, "Stack Restored", `Restored stack "${to.project}/${to.stack}"`, "stack");
    },
  };
}

/** Checks a deployment that somebody sent and makes it the stack's next version; the update's id. */
function importRows(core: Core, stack: Stack, body: unknown): string {
  const { version, deployment } = objectOf(body);
  if (version !== undefined && (typeof version !== "number" || version < 1 || version > 4))
    throw badField("UntypedDeployment", "version", "invalid", "the deployment's version must be 1 to 4");
  const fields = deployment === undefined || deployment === null ? undefined : objectOf(deployment);
  if (!fields) throw badField("UntypedDeployment", "deployment", "required", "deployment is required");
  const list = (key: string): unknown[] => {
    const value = fields[key] ?? [];
    if (!Array.isArray(value)) throw badField("UntypedDeployment", key, "invalid", `${key} must be a list`);
    return value;
  };
  const rows = list("resources").map((row) => {
    const one = objectOf(row);
    if (typeof one["urn"] !== "string" || !one["urn"].startsWith("urn:pulumi:") || typeof one["type"] !== "string")
      throw badField("UntypedDeployment", "resources", "invalid", "every resource needs a urn and a type");
    return one as unknown as Row;
  });
  const pending = list("pending_operations").map((operation) => objectOf(operation) as unknown as Operation);
  return stack.history.add(written(core, stack, { kind: "import", message: "Imported a state", rows, pending })).updateID;
}

function written(
  core: Core,
  stack: Stack,
  what: { kind: "import" | "rename"; message: string; rows?: Row[]; pending?: Operation[]; renamed?: { project: string; stack: string } },
) {
  const last = stack.history.last;
  return {
    updateID: core.fresh("update").uuid(),
    preview: false,
    started: core.now(),
    revision: last?.revision ?? 0,
    adopted: last?.adopted ?? 0,
    breaks: false,
    author: core.caller,
    lasts: 1_000,
    ...what,
  };
}
