/** Teams of an organisation. The list says little of them: who is in one and what it may do is asked for by team. */
import type { Team } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { FarList } from "./far-list.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";
import type { OfOrganization } from "./organization-members.js";

export interface TeamRow {
  name: string;
  displayName: string;
  description: string;
  kind: string;
  /** What the caller is in it. */
  mine: string;
}

export interface TeamCounts {
  members?: number;
  stacks: number;
  environments: number;
}

/** A team with the first of its lists; the counts are of the whole ones. */
export interface TeamDetail extends TeamRow {
  counts: TeamCounts;
  members: { login: string; name: string; role: string }[];
  /** Why the members are not told. */
  membersHidden?: string;
  /** `permission`: Pulumi's number in words, or the name of a permission set. */
  stacks: { project: string; stack: string; permission: string }[];
  environments: { project: string; environment: string; permission: string }[];
}

const MOST_ROWS = 2000;
const PERMISSIONS: Readonly<Record<number, string>> = { 0: "none", 101: "read", 102: "edit", 103: "admin", 104: "creator" };
const compare = new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare;

export function teamCalls(desk: Desk) {
  const lists = new Kept<FarList<Team>>((list) => list.stop());
  desk.onForget(lists.forgetServer);
  return {
    "teams.list": async (query: OfOrganization & { text: string; offset: number; limit: number }, { signal }: Context) => {
      const { server, organization, round } = query;
      const list = lists.take([server, organization, round], () => new FarList((options) => desk.server(server).teams.list(organization, options)));
      await list.upTo(Infinity, signal);
      const text = query.text.trim().toLowerCase();
      const rows = list.items.map(rowOf).sort((a, b) => compare(a.displayName, b.displayName));
      const found = rows.filter(({ name, displayName, description }) => `${name}\n${displayName}\n${description}`.toLowerCase().includes(text));
      return { rows: found.slice(query.offset, query.offset + query.limit), total: found.length, all: rows.length };
    },
    /** Counts by team; null where the server does not say. */
    "teams.counts": async ({ server, organization, names }: { server: number; organization: string; names: string[] }, { signal }: Context): Promise<Record<string, TeamCounts | null>> => {
      const { teams } = desk.server(server);
      const told = await Promise.allSettled(names.map((name) => teams.get(organization, name, { signal })));
      return Object.fromEntries(told.map((one, at) => [names[at] as string, one.status === "fulfilled" ? countsOf(one.value) : null]));
    },
    "teams.get": async ({ server, organization, team }: { server: number; organization: string; team: string }, { signal }: Context): Promise<TeamDetail> =>
      detailOf(await desk.server(server).teams.get(organization, team, { signal })),
  };
}

function rowOf({ name, displayName, description, kind, userRole }: Team): TeamRow {
  return {
    name: cut(name, 200),
    displayName: cut(displayName || name, 200),
    description: cut(description ?? ""),
    kind: cut(kind ?? "", 40),
    mine: cut(userRole ?? "none", 40),
  };
}

function countsOf({ members, stacks = [], environments = [], listMembersError }: Team): TeamCounts {
  return { ...(members && !listMembersError && { members: members.length }), stacks: stacks.length, environments: environments.length };
}

function detailOf(team: Team): TeamDetail {
  const { members = [], stacks = [], environments = [], listMembersError } = team;
  return {
    ...rowOf(team),
    counts: countsOf(team),
    ...(listMembersError && { membersHidden: cut(listMembersError) }),
    members: members
      .slice(0, MOST_ROWS)
      .map(({ githubLogin = "", name = "", role = "" }) => ({ login: cut(githubLogin, 200), name: cut(name, 200), role: cut(role, 40) }))
      .sort((a, b) => compare(a.name || a.login, b.name || b.login)),
    stacks: stacks
      .slice(0, MOST_ROWS)
      .map(({ projectName, stackName, permission, permissionSetName }) => ({ project: cut(projectName, 200), stack: cut(stackName, 200), permission: permissionSetName ? cut(permissionSetName, 100) : (PERMISSIONS[permission] ?? String(permission)) }))
      .sort((a, b) => compare(`${a.project}/${a.stack}`, `${b.project}/${b.stack}`)),
    environments: environments
      .slice(0, MOST_ROWS)
      .map(({ projectName, envName, permission, permissionSetName }) => ({ project: cut(projectName, 200), environment: cut(envName, 200), permission: cut(permissionSetName || String(permission), 100) })),
  };
}
