/** `stackscope teams …` */
import { Option, type Command } from "commander";
import type { Team } from "../node.js";
import { stackOf } from "./address.js";
import { addCall, addGroup, given, type Call, type Done } from "./call.js";
import { UsageError } from "./exit.js";
import { list, listOptions, resumed, type ListFlags } from "./listing.js";
import { note } from "./output.js";
import { showOne } from "./results.js";
import { permissionName } from "./stacks.js";
import type { Column, Field } from "./table.js";

interface CreateFlags {
  kind: string;
  displayName?: string;
  description?: string;
  githubTeam?: string;
}

export function teamsCommands(program: Command, done: Done): void {
  const group = addGroup(program, "teams", "list teams, look at one, and say who is in it and what it may do", EXAMPLES);
  addCall(group, done, { spec: "list <ORGANIZATION>", summary: "list teams", options: listOptions() }, ({ cloud, flags }: Call<ListFlags>, organization: string) => list(cloud.teams.list(organization, resumed(flags)), TEAMS, flags));
  addCall(group, done, { spec: "get <ORGANIZATION> <TEAM>", summary: "show a team, its members and its stacks" }, async ({ cloud, flags }: Call, organization: string, team: string) =>
    showOne(await cloud.teams.get(organization, team), fields, flags),
  );
  const creation = [
    new Option("--kind <KIND>", "who says who is in it").choices(["pulumi", "github"]).default("pulumi"),
    new Option("--display-name <TEXT>", "name for display"),
    new Option("--description <TEXT>", "what it is for"),
    new Option("--github-team <ID>", "the team's id at GitHub, for --kind github"),
  ];
  addCall(group, done, { spec: "create <ORGANIZATION> <TEAM>", summary: "create a team", options: creation }, async ({ cloud, flags }: Call<CreateFlags>, organization: string, name: string) => {
    const { displayName, description, githubTeam } = flags;
    const body = { name, ...given({ displayName, description, githubTeamID: githubTeam === undefined ? undefined : Number(githubTeam) }) };
    await showOne(await cloud.teams.create(organization, flags.kind, body), fields, flags);
    note(`created team ${name} of ${organization}`);
  });
  addCall(group, done, { spec: "delete <ORGANIZATION> <TEAM>", summary: "delete a team", takesAway: true }, async ({ cloud }: Call, organization: string, team: string) => {
    await cloud.teams.delete(organization, team);
    note(`deleted team ${team} of ${organization}`);
  });
  membership(group, done);
}

function membership(group: Command, done: Done): void {
  addCall(group, done, { spec: "add-member <ORGANIZATION> <TEAM> <USER>", summary: "add a member of the organization to a team" }, async ({ cloud }: Call, organization: string, team: string, member: string) => {
    await cloud.teams.updateMembership(organization, team, { memberAction: "add", member });
    note(`added ${member} to team ${team}`);
  });
  addCall(group, done, { spec: "remove-member <ORGANIZATION> <TEAM> <USER>", summary: "take a member out of a team", takesAway: true }, async ({ cloud }: Call, organization: string, team: string, member: string) => {
    await cloud.teams.updateMembership(organization, team, { memberAction: "remove", member });
    note(`removed ${member} from team ${team}`);
  });
  addCall(group, done, { spec: "grant <ORGANIZATION> <TEAM> <PROJECT/STACK> <PERMISSION>", summary: "let a team use a stack: read, edit or admin" }, async ({ cloud }: Call, organization: string, team: string, stack: string, permission: string) => {
    await cloud.teams.grantStackAccess(organization, team, { ...stackIn(organization, stack), permission: permissionOf(permission) });
    note(`team ${team} may ${permission} ${stack}`);
  });
  addCall(group, done, { spec: "revoke <ORGANIZATION> <TEAM> <PROJECT/STACK>", summary: "no longer let a team use a stack", takesAway: true }, async ({ cloud }: Call, organization: string, team: string, stack: string) => {
    await cloud.teams.removeStackAccess(organization, team, stackIn(organization, stack));
    note(`team ${team} no longer has ${stack}`);
  });
}

const EXAMPLES = `
stackscope teams get acme platform
stackscope teams add-member acme platform grace
stackscope teams grant acme platform web/prod edit`;

const PERMISSIONS: Record<string, number> = { none: 0, read: 101, edit: 102, write: 102, admin: 103 };

function permissionOf(text: string): number {
  const permission = PERMISSIONS[text];
  if (permission === undefined) throw new UsageError(`a permission is read, edit or admin, not \`${text}\``);
  return permission;
}

/** `project/stack`, or with the organization before it. */
function stackIn(organization: string, text: string): { projectName: string; stackName: string } {
  const full = text.split("/").length === 2 ? `${organization}/${text}` : text;
  const [owner, projectName = "", stackName = ""] = stackOf(full).split("/");
  if (owner !== organization) throw new UsageError(`the stack belongs to ${String(owner)}, the team to ${organization}`);
  return { projectName, stackName };
}

const TEAMS: Column<Team>[] = [
  { title: "team", value: ({ name }) => name },
  { title: "name", value: ({ displayName }) => displayName },
  { title: "kind", value: ({ kind }) => kind },
  { title: "you are", value: ({ userRole }) => userRole },
  { title: "description", value: ({ description }) => description },
];

function fields({ name, displayName, kind, description, userRole, members, stacks, listMembersError }: Team): Field[] {
  return [
    ["team", name],
    ["name", displayName],
    ["kind", kind],
    ["description", description],
    ["you are", userRole],
    ["members", listMembersError ? { text: listMembersError, tone: "bad" } : members?.map(({ githubLogin, name: full, role }) => [githubLogin, full, role].filter(Boolean).join(", "))],
    ["stacks", stacks?.map(({ projectName, stackName, permission }) => `${projectName}/${stackName}: ${permissionName(permission) ?? ""}`)],
  ];
}
