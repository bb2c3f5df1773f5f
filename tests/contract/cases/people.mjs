// Members, teams and access tokens.

import { O } from "../world.mjs";

const TEAM = `${O}/teams/newcomers`;
const team = (world) => world.post(`${O}/teams/pulumi`, { name: "newcomers", displayName: "Newcomers", description: "" });
const teamWithAccess = async (world) => {
  await team(world);
  await world.patch(TEAM, { addStackPermission: { projectName: "web", stackName: "prod", permission: 101 } });
};
const isNew = (value, { answer, equal, ok }) => {
  ok(value.id.length > 0, "no id");
  equal(String(value.tokenValue?.reveal?.() ?? value.tokenValue), answer.tokenValue, "value of the token");
};

/** The three places of tokens: names of the functions, path, leading arguments, what creation needs besides. */
const tokensAt = ({ list, create, remove, path, names, fields, before }) => {
  const body = { description: "d & e", expires: 0, ...fields };
  const one = async (world) => {
    await before?.(world);
    return world.post(path, { name: "one", admin: false, ...body });
  };
  return [
    { function: `tokens.${list}`, before: one, args: () => names, sends: () => ({ method: "GET", path }), list: "tokens" },
    {
      function: `tokens.${list}`,
      but: "sorted and searched",
      before: one,
      args: () => [...names, { filter: "all", search: "d & e", sortBy: "name", sortDirection: "desc", maxResults: 5 }],
      sends: () => ({ method: "GET", path, query: [["filter", "all"], ["search", "d & e"], ["sortBy", "name"], ["sortDirection", "desc"], ["maxResults", 5]] }),
      list: "tokens",
    },
    {
      function: `tokens.${create}`,
      before,
      args: () => [...names, body, { reason: "for the build" }],
      sends: () => ({ method: "POST", path, query: [["reason", "for the build"]], body }),
      gives: isNew,
    },
    {
      function: `tokens.${remove}`,
      before: one,
      args: ({ id }) => [...names, id],
      sends: ({ id }) => ({ method: "DELETE", path: `${path}/${id}` }),
      gives: "nothing",
    },
    {
      function: `tokens.${remove}`,
      but: "that is not there, by an awkward id",
      before,
      args: () => [...names, "no/such token"],
      sends: () => ({ method: "DELETE", path: `${path}/no%2Fsuch%20token` }),
      fails: "not_found",
    },
  ];
};

export const people = [
  {
    function: "members.list",
    args: () => ["acme"],
    sends: () => ({ method: "GET", path: `${O}/members`, query: [["type", "backend"]] }),
    list: "members",
  },
  {
    function: "members.list",
    but: "with the suspended",
    args: () => ["acme", { type: "frontend", includeSuspended: true }],
    sends: () => ({ method: "GET", path: `${O}/members`, query: [["type", "frontend"], ["includeSuspended", true]] }),
    list: "members",
  },
  {
    function: "members.add",
    before: (world) => world.delete(`${O}/members/grace`),
    args: () => ["acme", "grace", { role: "member" }],
    sends: () => ({ method: "POST", path: `${O}/members/grace`, body: { role: "member" } }),
  },
  {
    function: "members.add",
    but: "one who is",
    args: () => ["acme", "grace", { role: "member" }],
    sends: () => ({ method: "POST", path: `${O}/members/grace`, body: { role: "member" } }),
    fails: "conflict",
  },
  { function: "members.remove", args: () => ["acme", "grace"], sends: () => ({ method: "DELETE", path: `${O}/members/grace` }), gives: "nothing" },
  {
    function: "members.update",
    args: () => ["acme", "grace", { role: "admin" }],
    sends: () => ({ method: "PATCH", path: `${O}/members/grace`, body: { role: "admin" } }),
    gives: "nothing",
  },
  { function: "members.teams", args: () => ["acme", "grace"], sends: () => ({ method: "GET", path: `${O}/members/grace/teams` }) },
  {
    function: "members.teams",
    but: "of an awkward name",
    args: () => ["acme", "grace hopper@acme/eu"],
    sends: () => ({ method: "GET", path: `${O}/members/grace%20hopper%40acme%2Feu/teams` }),
    fails: "not_found",
  },

  { function: "teams.list", args: () => ["acme"], sends: () => ({ method: "GET", path: `${O}/teams` }), list: "teams" },
  {
    function: "teams.create",
    args: () => ["acme", "pulumi", { name: "newcomers" }],
    sends: () => ({ method: "POST", path: `${O}/teams/pulumi`, body: { name: "newcomers", displayName: "newcomers", description: "" } }),
  },
  { function: "teams.get", args: () => ["acme", "platform"], sends: () => ({ method: "GET", path: `${O}/teams/platform` }) },
  { function: "teams.delete", before: team, args: () => ["acme", "newcomers"], sends: () => ({ method: "DELETE", path: TEAM }), gives: "nothing" },
  {
    function: "teams.update",
    before: team,
    args: () => ["acme", "newcomers", { newDisplayName: "New & old" }],
    sends: () => ({ method: "PATCH", path: TEAM, body: { newDisplayName: "New & old" } }),
    gives: "nothing",
  },
  {
    function: "teams.updateMembership",
    before: team,
    args: () => ["acme", "newcomers", { memberAction: "add", member: "grace" }],
    sends: () => ({ method: "PATCH", path: TEAM, body: { memberAction: "add", member: "grace" } }),
    gives: "nothing",
  },
  {
    function: "teams.grantStackAccess",
    before: team,
    args: () => ["acme", "newcomers", { projectName: "web", stackName: "prod", permission: 101 }],
    sends: () => ({ method: "PATCH", path: TEAM, body: { addStackPermission: { projectName: "web", stackName: "prod", permission: 101 } } }),
    gives: "nothing",
  },
  {
    function: "teams.removeStackAccess",
    before: teamWithAccess,
    args: () => ["acme", "newcomers", { projectName: "web", stackName: "prod" }],
    sends: () => ({ method: "PATCH", path: TEAM, body: { removeStack: { projectName: "web", stackName: "prod" } } }),
    gives: "nothing",
  },

  ...tokensAt({ list: "list", create: "create", remove: "delete", path: "/api/user/tokens", names: [], fields: {} }),
  ...tokensAt({
    list: "listForOrganization",
    create: "createForOrganization",
    remove: "deleteForOrganization",
    path: `${O}/tokens`,
    names: ["acme"],
    fields: { name: "ci", admin: false },
  }),
  ...tokensAt({ list: "listForTeam", create: "createForTeam", remove: "deleteForTeam", path: `${TEAM}/tokens`, names: ["acme", "newcomers"], fields: { name: "ci" }, before: team }),
];
