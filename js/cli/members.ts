/** `stackscope members …` */
import { Option, type Command } from "commander";
import type { OrganizationMember } from "../node.js";
import { addCall, addGroup, given, type Call, type Done } from "./call.js";
import { time } from "./cells.js";
import { UsageError } from "./exit.js";
import { list, listOptions, resumed, type ListFlags } from "./listing.js";
import { note } from "./output.js";
import { showOne } from "./results.js";
import type { Column } from "./table.js";

export function membersCommands(program: Command, done: Done): void {
  const group = addGroup(program, "members", "list the members of an organization, add, change and remove them", EXAMPLES);
  const type = new Option("--type <TYPE>", "where members are known from").choices(["backend", "frontend"]);
  const suspended = new Option("--include-suspended", "those too who may not sign in");
  addCall(group, done, { spec: "list <ORGANIZATION>", summary: "list members", options: [type, suspended, ...listOptions()] }, ({ cloud, flags }: Call<ListFlags & { type?: string; includeSuspended?: true }>, organization: string) =>
    list(cloud.members.list(organization, { ...given({ type: flags.type, includeSuspended: flags.includeSuspended }), ...resumed(flags) }), MEMBERS, flags),
  );
  const role = (): Option => new Option("--role <ROLE>", "member, admin, billing-manager");
  addCall(group, done, { spec: "add <ORGANIZATION> <USER>", summary: "add a user", options: [role().default("member")] }, async ({ cloud, flags }: Call<{ role: string }>, organization: string, user: string) => {
    const added = await cloud.members.add(organization, user, { role: flags.role });
    if (flags.format === "json") await showOne(added ?? {}, () => [], flags);
    note(`added ${user} to ${organization} as ${flags.role}`);
  });
  const fgaRole = new Option("--role-id <ID>", "id of a role of the organization's own");
  addCall(group, done, { spec: "update <ORGANIZATION> <USER>", summary: "change a member's role", options: [role(), fgaRole] }, async ({ cloud, flags }: Call<{ role?: string; roleId?: string }>, organization: string, user: string) => {
    if (flags.role === undefined && flags.roleId === undefined) throw new UsageError("nothing to change; give --role or --role-id");
    await cloud.members.update(organization, user, given({ role: flags.role, fgaRoleId: flags.roleId }));
    note(`${user} is ${flags.role ?? flags.roleId} of ${organization}`);
  });
  addCall(group, done, { spec: "remove <ORGANIZATION> <USER>", summary: "remove a member", takesAway: true }, async ({ cloud }: Call, organization: string, user: string) => {
    await cloud.members.remove(organization, user);
    note(`removed ${user} from ${organization}`);
  });
}

const EXAMPLES = `
stackscope members list acme
stackscope members update acme grace --role admin`;

const MEMBERS: Column<OrganizationMember>[] = [
  { title: "user", value: ({ user }) => user.githubLogin },
  { title: "name", value: ({ user }) => user.name },
  { title: "role", value: ({ role, fgaRole }) => (fgaRole?.name === undefined || fgaRole.name.toLowerCase() === role ? role : `${role} (${fgaRole.name})`) },
  { title: "since", value: ({ created }) => time(created) },
  { title: "mail", value: ({ user }) => user.email },
];
