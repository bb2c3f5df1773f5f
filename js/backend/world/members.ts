/** Members of organisations and their teams. */
import type { Core } from "./core.js";
import { checkName, objectOf, optionalText, textOf } from "./fields.js";
import type { Member, Team } from "./people.js";
import { Random } from "./random.js";
import { badField, badRequest, conflict, notFound } from "./refusal.js";
import type { Members, Shape, Teams } from "./types.js";

const ROLES = ["member", "admin", "billing-manager"];
const PERMISSIONS = [0, 101, 102, 103, 104];

export function membersGroup(core: Core): Members {
  const shape = (member: Member): Shape => ({
    role: member.role,
    user: core.user(member.login),
    created: member.created,
    knownToPulumi: member.known,
    virtualAdmin: false,
    fgaRole: {
      id: member.fgaRole ?? new Random(core.seed, "role", member.role).uuid(),
      name: member.role === "admin" ? "Admin" : member.role === "billing-manager" ? "Billing Manager" : "Member",
      modifiedAt: member.created,
    },
    ...(member.suspended ? { suspended: true } : {}),
  });
  const memberOf = (organization: string, login: string): Member => {
    const member = core.organization(organization).members.get(login);
    if (!member) throw notFound(`Member '${login}'`);
    return member;
  };
  return {
    list(organization, { type = "backend", includeSuspended = true } = {}) {
      if (type !== "backend" && type !== "frontend") throw badRequest("type must be backend or frontend");
      return [...core.organization(organization).members.values()]
        .filter((member) => (type === "backend" || member.known) && (includeSuspended || !member.suspended))
        .map(shape);
    },
    add(organization, username, body) {
      const home = core.organization(organization);
      const role = roleOf(textOf("OrganizationMember", objectOf(body), "role"));
      if (!core.users.has(username)) throw notFound(`User '${username}'`);
      if (home.members.has(username)) throw conflict(`${username} is already a member`);
      const member: Member = { login: username, role, created: new Date(core.now()).toISOString(), suspended: false, known: true };
      home.members.set(username, member);
      core.audit(organization, "Member Added", `Added "${username}" to the organization as ${role}`, "organization");
      return shape(member);
    },
    remove(organization, username) {
      memberOf(organization, username);
      if (username === core.caller) throw badRequest("you cannot remove yourself from the organization");
      const home = core.organization(organization);
      home.members.delete(username);
      for (const team of home.teams.values()) team.members.delete(username);
      core.audit(organization, "Member Removed", `Removed "${username}" from the organization`, "organization");
    },
    update(organization, username, body) {
      const member = memberOf(organization, username);
      const fields = objectOf(body);
      const fgaRole = optionalText("OrganizationMember", fields, "fgaRoleId");
      const role = fgaRole === undefined ? roleOf(textOf("OrganizationMember", fields, "role")) : member.role;
      if (fgaRole !== undefined) member.fgaRole = fgaRole;
      member.role = role;
      core.audit(organization, "Member Role Changed", `Changed organization role for "${username}" to ${fgaRole ?? role}`, "organization");
    },
    teams(organization, username) {
      memberOf(organization, username);
      return {
        teams: [...core.organization(organization).teams.values()].filter((team) => team.members.has(username)).map((team) => team.name),
      };
    },
  };
}

function roleOf(role: string): string {
  if (!ROLES.includes(role)) throw badField("OrganizationMember", "role", "invalid", `role must be one of ${ROLES.join(", ")}`);
  return role;
}

export function teamsGroup(core: Core): Teams {
  const brief = (team: Team): Shape => ({
    kind: team.kind,
    name: team.name,
    displayName: team.displayName,
    description: team.description,
    userRole: team.members.get(core.caller) ?? "none",
  });
  const whole = (team: Team): Shape => ({
    ...brief(team),
    members: [...team.members].map(([login, role]) => ({ ...core.user(login), role })),
    stacks: team.stacks,
    environments: team.environments,
    accounts: [],
  });
  const teamOf = (organization: string, name: string): Team => {
    const team = core.organization(organization).teams.get(name);
    if (!team) throw notFound(`Team '${name}'`);
    return team;
  };
  return {
    list: (organization) => [...core.organization(organization).teams.values()].map(brief),
    create(organization, teamType, body) {
      const home = core.organization(organization);
      const fields = objectOf(body);
      if (teamType === "github") {
        if (typeof fields["githubTeamID"] !== "number") throw badField("Team", "githubTeamID", "required", "githubTeamID is required");
        throw notFound(`GitHub team ${fields["githubTeamID"]}`);
      }
      if (teamType !== "pulumi") throw badRequest("teamType must be pulumi or github");
      const name = checkName("Team", "name", textOf("Team", fields, "name"));
      const displayName = displayNameOf(optionalText("Team", fields, "displayName") ?? name);
      if (home.teams.has(name)) throw conflict(`Team '${name}' already exists`);
      const team: Team = {
        kind: "pulumi",
        name,
        displayName,
        description: optionalText("Team", fields, "description") ?? "",
        members: new Map([[core.caller, "admin"]]),
        stacks: [],
        environments: [],
      };
      home.teams.set(name, team);
      core.audit(organization, "Team Created", `Created team "${name}"`, "organization");
      return whole(team);
    },
    get: (organization, team) => whole(teamOf(organization, team)),
    delete(organization, team) {
      teamOf(organization, team);
      core.organization(organization).teams.delete(team);
      core.audit(organization, "Team Deleted", `Deleted team "${team}"`, "organization");
    },
    update(organization, name, body) {
      const team = teamOf(organization, name);
      const fields = objectOf(body);
      if (Object.keys(fields).length === 0) throw badRequest("there is nothing to update");
      if (fields["memberAction"] !== undefined) {
        changeMember(core, organization, team, textOf("Team", fields, "memberAction"), textOf("Team", fields, "member"));
        core.audit(organization, "Team Membership Changed", `Changed members of team "${name}"`, "organization");
      }
      for (const key of ["addStackPermission", "editStackPermission", "removeStack"]) {
        if (fields[key] === undefined) continue;
        changeAccess(core, organization, team, key, objectOf(fields[key]));
        core.audit(organization, "Team Stack Permissions Changed", `Changed stacks of team "${name}"`, "organization");
      }
      const [displayName, description] = [optionalText("Team", fields, "newDisplayName"), optionalText("Team", fields, "newDescription")];
      if (displayName !== undefined) team.displayName = displayNameOf(displayName);
      if (description !== undefined) team.description = description;
    },
  };
}

function displayNameOf(name: string): string {
  if (name.length > 100) throw badField("Team", "displayName", "invalid", "displayName may have 100 characters");
  return name;
}

function changeMember(core: Core, organization: string, team: Team, action: string, login: string): void {
  if (!core.organization(organization).members.has(login))
    throw badField("Team", "member", "not_found", `${login} is not a member of the organization`);
  const role = team.members.get(login);
  if (action === "add") {
    if (role !== undefined) throw conflict(`${login} is already a member of the team`);
    team.members.set(login, "member");
    return;
  }
  if (action !== "remove" && action !== "promote" && action !== "demote")
    throw badField("Team", "memberAction", "invalid", "memberAction must be add, remove, promote or demote");
  if (role === undefined) throw badField("Team", "member", "not_found", `${login} is not a member of the team`);
  if (action === "remove") team.members.delete(login);
  else team.members.set(login, action === "promote" ? "admin" : "member");
}

function changeAccess(core: Core, organization: string, team: Team, key: string, grant: Shape): void {
  const [projectName, stackName] = [textOf("TeamStackPermission", grant, "projectName"), textOf("TeamStackPermission", grant, "stackName")];
  const held = team.stacks.findIndex((one) => one.projectName === projectName && one.stackName === stackName);
  if (key === "removeStack") {
    if (held < 0) throw badField("TeamStackPermission", "stackName", "not_found", "the team has no access to that stack");
    team.stacks.splice(held, 1);
    return;
  }
  const permission = grant["permission"];
  if (typeof permission !== "number" || !PERMISSIONS.includes(permission))
    throw badField("TeamStackPermission", "permission", "invalid", `permission must be one of ${PERMISSIONS.join(", ")}`);
  if (!core.stacks.has(`${organization}/${projectName}/${stackName}`))
    throw badField("TeamStackPermission", "stackName", "not_found", "there is no such stack");
  if (held >= 0) team.stacks.splice(held, 1);
  team.stacks.push({ projectName, stackName, permission });
}
