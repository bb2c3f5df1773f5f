/** Who there is: users, the organisations they belong to, and their teams. */
import { Random } from "./random.js";
import type { UserInfo } from "./types.js";

export interface Member {
  login: string;
  role: string;
  created: string;
  suspended: boolean;
  known: boolean;
  fgaRole?: string;
}
export interface Team {
  kind: string;
  name: string;
  displayName: string;
  description: string;
  /** Login to role in the team. */
  members: Map<string, string>;
  stacks: { projectName: string; stackName: string; permission: number }[];
  environments: { projectName: string; envName: string; permission: string }[];
}
export interface Organization {
  name: string;
  displayName: string;
  enterprise: boolean;
  members: Map<string, Member>;
  teams: Map<string, Team>;
}

const NAMES: readonly (readonly [string, string])[] = [
  ["ada", "Ada Lindqvist"],
  ["grace", "Grace Okafor"],
  ["linus", "Linus Weber"],
  ["margaret", "Margaret Tanaka"],
  ["edsger", "Edsger Vries"],
  ["barbara", "Barbara Núñez"],
  ["ken", "Ken Adeyemi"],
  ["radia", "Radia Kowalski"],
  ["dennis", "Dennis Moreau"],
  ["frances", "Frances Haddad"],
  ["donald", "Donald Eriksen"],
  ["sophie", "Sophie Brandt"],
  ["alan", "Alan Castillo"],
  ["hedy", "Hedy Novak"],
  ["claude-s", "Claude Santos"],
  ["joan", "Joan Petrov"],
  ["niklaus", "Niklaus Berg"],
  ["annie", "Annie Mbeki"],
  ["tony", "Tony Rossi"],
  ["lynn", "Lynn Chen"],
  ["john", "John Farkas"],
  ["mary", "Mary Olsen"],
  ["evelyn", "Evelyn Roy"],
  ["bjarne", "Bjarne Holm"],
  ["karen", "Karen Silva"],
  ["acme-deploy", "Acme Deploy Bot"],
];
/** They have accounts, but belong to nothing. */
const OUTSIDERS: readonly (readonly [string, string])[] = [
  ["ines", "Inès Laurent"],
  ["tim", "Tim Aalto"],
  ["wei", "Wei Zhang"],
];

export function users(seed: number): Map<string, UserInfo> {
  return new Map(
    [...NAMES, ...OUTSIDERS].map(([login, name]) => [
      login,
      {
        name,
        githubLogin: login,
        avatarUrl: `https://avatars.acme.example/u/${new Random(seed, login).digits(7)}`,
        email: `${login}@acme.example`,
      },
    ]),
  );
}

export function organizations(seed: number, epoch: number): Map<string, Organization> {
  const member = (login: string, index: number): [string, Member] => {
    const days = login === "ada" ? 720 : 700 - index * 24 - new Random(seed, "joined", login).int(0, 20);
    const role = ["ada", "grace", "radia"].includes(login) ? "admin" : login === "karen" ? "billing-manager" : "member";
    return [
      login,
      {
        login,
        role,
        created: new Date((epoch - days * 86_400) * 1000).toISOString(),
        suspended: login === "bjarne",
        known: login !== "evelyn",
      },
    ];
  };
  const all = NAMES.map(([login]) => login);
  const acme: Organization = {
    name: "acme",
    displayName: "Acme GmbH",
    enterprise: true,
    members: new Map(all.map(member)),
    teams: new Map(),
  };
  const team = (
    name: string,
    displayName: string,
    description: string,
    logins: string[],
    stacks: [string, string, number][],
    kind = "pulumi",
  ) =>
    acme.teams.set(name, {
      kind,
      name,
      displayName,
      description,
      members: new Map(logins.map((login, i) => [login, i === 0 ? "admin" : "member"])),
      stacks: stacks.map(([projectName, stackName, permission]) => ({ projectName, stackName, permission })),
      environments: [],
    });
  team(
    "platform",
    "Platform",
    "Networks, clusters, and everybody's pagers",
    ["ada", "radia", "dennis", "alan", "tony"],
    [
      ["network", "dev", 103],
      ["network", "staging", 103],
      ["network", "prod", 103],
      ["k8s-platform", "staging", 103],
      ["k8s-platform", "prod", 103],
      ["observability", "prod", 102],
      ["observability", "staging", 102],
    ],
  );
  team(
    "storefront",
    "Storefront",
    "The shop and its tenants",
    ["grace", "ada", "linus", "sophie", "annie", "lynn", "joan"],
    [
      ["web", "dev", 103],
      ["web", "staging", 103],
      ["web", "prod", 102],
      ["network", "dev", 101],
    ],
  );
  team(
    "payments",
    "Payments",
    "",
    ["margaret", "ken", "hedy"],
    [
      ["payments", "dev", 103],
      ["payments", "staging", 103],
      ["payments", "prod", 102],
    ],
  );
  team(
    "data",
    "Data",
    "The lake and what lives in it",
    ["barbara", "edsger", "frances", "donald"],
    [
      ["data", "dev", 103],
      ["data", "prod", 103],
      ["web", "prod", 101],
    ],
  );
  team(
    "security",
    "Security",
    "Looks at everything",
    ["radia", "niklaus"],
    [
      ["identity", "prod", 103],
      ["payments", "prod", 101],
      ["network", "prod", 101],
    ],
  );
  team(
    "developer-experience",
    "Developer experience",
    "Documentation and tools",
    ["mary", "john", "claude-s"],
    [
      ["docs-site", "staging", 103],
      ["docs-site", "prod", 103],
    ],
    "github",
  );
  const labs: Organization = {
    name: "acme-labs",
    displayName: "Acme Labs",
    enterprise: false,
    members: new Map(["ada", "linus", "hedy", "alan"].map(member)),
    teams: new Map(),
  };
  const own: Organization = {
    name: "ada",
    displayName: "ada",
    enterprise: false,
    members: new Map([["ada", member("ada", 0)[1]]]),
    teams: new Map(),
  };
  return new Map([acme, labs, own].map((organization) => [organization.name, organization]));
}
