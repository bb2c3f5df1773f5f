/** Members of an organisation: read whole once, then filtered and sorted here. */
import type { OrganizationMember } from "../../browser.js";
import { cut } from "./bounded.js";
import type { Desk } from "./desk.js";
import { FarList } from "./far-list.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";

/** Of whom a call speaks. Another `round` reads anew. */
export interface OfOrganization {
  server: number;
  organization: string;
  round: number;
}

export interface MemberRow {
  login: string;
  name: string;
  email?: string;
  role: string;
  /** The name of the fine-grained role, where it says more than the role. */
  fineRole?: string;
  /** ISO 8601 */
  joined?: string;
  suspended: boolean;
  virtualAdmin: boolean;
}

export type MemberSort = "name" | "role" | "joined";

export interface MemberQuery extends OfOrganization {
  text: string;
  role: string;
  sort: MemberSort;
  descending: boolean;
  offset: number;
  limit: number;
}

export interface MemberPage {
  rows: MemberRow[];
  /** How many fit the filters. */
  total: number;
  /** How many there are. */
  all: number;
  roles: { value: string; count: number }[];
}

const MOST_TEAMS = 50;
const compare = new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare;

export function memberCalls(desk: Desk) {
  const lists = new Kept<FarList<OrganizationMember>>((list) => list.stop());
  desk.onForget(lists.forgetServer);
  return {
    /** Tells how many were read so far. */
    "members.list": async (query: MemberQuery, { signal, report }: Context<number>): Promise<MemberPage> => {
      const { server, organization, round } = query;
      const list = lists.take([server, organization, round], () => new FarList((options) => desk.server(server).members.list(organization, { ...options, includeSuspended: true })));
      await list.upTo(Infinity, signal, report);
      const rows = list.items.map(rowOf);
      const found = rows.filter((row) => fits(row, query)).sort(orderOf(query));
      return { rows: found.slice(query.offset, query.offset + query.limit), total: found.length, all: rows.length, roles: rolesOf(rows) };
    },
    /** Names of the teams of each; null where the server does not say. */
    "members.teams": async ({ server, organization, logins }: { server: number; organization: string; logins: string[] }, { signal }: Context): Promise<Record<string, string[] | null>> => {
      const { members } = desk.server(server);
      const asked = logins.map(async (login) => {
        const { teams } = await members.teams(organization, login, { signal });
        return [login, teams.slice(0, MOST_TEAMS).map((team) => cut(team, 100))] as const;
      });
      const told = await Promise.allSettled(asked);
      return Object.fromEntries(told.map((one, at) => (one.status === "fulfilled" ? one.value : [logins[at] as string, null])));
    },
  };
}

function rowOf({ user, role, created, fgaRole, suspended, virtualAdmin }: OrganizationMember): MemberRow {
  const { githubLogin = "", name = "", email } = user ?? {};
  const fine = fgaRole?.name;
  return {
    login: cut(githubLogin, 200),
    name: cut(name, 200),
    ...(email && { email: cut(email, 200) }),
    role: cut(role ?? "", 100),
    ...(fine && fine.toLowerCase().replaceAll(" ", "-") !== role && { fineRole: cut(fine, 100) }),
    ...(created && { joined: cut(created, 40) }),
    suspended: suspended === true,
    virtualAdmin: virtualAdmin === true,
  };
}

function fits({ login, name, email = "", role }: MemberRow, query: MemberQuery): boolean {
  const text = query.text.trim().toLowerCase();
  return (query.role === "" || role === query.role) && `${name}\n${login}\n${email}`.toLowerCase().includes(text);
}

function orderOf({ sort, descending }: MemberQuery): (a: MemberRow, b: MemberRow) => number {
  const sign = descending ? -1 : 1;
  const named = (a: MemberRow, b: MemberRow): number => compare(a.name || a.login, b.name || b.login) || compare(a.login, b.login);
  if (sort === "role") return (a, b) => sign * compare(a.role, b.role) || named(a, b);
  if (sort === "joined") return (a, b) => sign * compare(a.joined ?? "", b.joined ?? "") || named(a, b);
  return (a, b) => sign * named(a, b);
}

function rolesOf(rows: readonly MemberRow[]): MemberPage["roles"] {
  const counts = new Map<string, number>();
  for (const { role } of rows) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
