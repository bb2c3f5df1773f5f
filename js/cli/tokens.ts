/** `stackscope tokens …`: the one place where a token is printed, on purpose, is `tokens create`. */
import { Option, type Command } from "commander";
import type { AccessToken, CreatedAccessToken, ListTokens, Pages, PulumiCloud } from "../node.js";
import { addCall, addGroup, given, type Call, type Done } from "./call.js";
import { time } from "./cells.js";
import { UsageError } from "./exit.js";
import { list, listOptions, resumed, type ListFlags } from "./listing.js";
import { future } from "./moment.js";
import { note, print } from "./output.js";
import { showOne } from "./results.js";
import type { Column } from "./table.js";

interface OwnerFlags {
  organization?: string;
  team?: string;
}

interface ListTokensFlags extends ListFlags, OwnerFlags {
  filter?: string;
  search?: string;
  sort?: string;
}

interface CreateFlags extends OwnerFlags {
  name?: string;
  expires?: number;
  admin?: true;
}

export function tokensCommands(program: Command, done: Done): void {
  const group = addGroup(program, "tokens", "list, create and delete access tokens", EXAMPLES);
  const filters = [
    new Option("--filter <WHICH>", "tokens that are still good, or no longer").choices(["active", "expired", "all"]),
    new Option("--search <TEXT>", "tokens whose name or description has this text"),
    new Option("--sort <FIELD>", "what to sort by").choices(["name", "created", "lastUsed", "expires"]),
  ];
  addCall(group, done, { spec: "list", summary: "list access tokens, without their values", options: [...owner(), ...filters, ...listOptions()] }, ({ cloud, flags }: Call<ListTokensFlags>) =>
    list(listTokens(cloud, flags), TOKENS, flags),
  );
  const creation = [
    new Option("--name <NAME>", "its name; an organization's or a team's token needs one"),
    new Option("--expires <WHEN>", "when it runs out: a date, or a span such as 90d; never if left out").argParser(future),
    new Option("--admin", "with the rights of an administrator, for an organization's token"),
  ];
  addCall(group, done, { spec: "create <DESCRIPTION>", summary: "create an access token and print it, this once", description: CREATE, options: [...owner(), ...creation] }, async ({ cloud, flags }: Call<CreateFlags>, description: string) => {
    const created = await createToken(cloud, flags, description);
    if (flags.format === "text") await print(created.tokenValue);
    else await showOne(created, ({ id, tokenValue }) => [["id", id], ["token", tokenValue]], flags);
    note(`created token ${created.id}; its value is not shown again`);
  });
  addCall(group, done, { spec: "delete <ID>", summary: "delete an access token: it stops working at once", options: owner(), takesAway: true }, async ({ cloud, flags }: Call<OwnerFlags>, id: string) => {
    const { organization, team } = ownerOf(flags);
    if (organization === undefined) await cloud.tokens.delete(id);
    else await (team === undefined ? cloud.tokens.deleteForOrganization(organization, id) : cloud.tokens.deleteForTeam(organization, team, id));
    note(`deleted token ${id}`);
  });
}

const EXAMPLES = `
stackscope tokens list --filter expired
stackscope tokens create "nightly report" --expires 90d > token.txt
stackscope tokens list --organization acme --team platform`;

const CREATE = "Creates an access token and prints its value, which the server tells this once only. As text there is nothing else on stdout.";

function owner(): Option[] {
  return [new Option("--organization <O>", "the organization's tokens, in place of your own"), new Option("--team <TEAM>", "the tokens of this team of the organization")];
}

function ownerOf(flags: OwnerFlags): OwnerFlags {
  if (flags.team !== undefined && flags.organization === undefined) throw new UsageError("--team goes with --organization");
  return flags;
}

function listTokens(cloud: PulumiCloud, flags: ListTokensFlags): Pages<AccessToken> {
  const { organization, team } = ownerOf(flags);
  const query: ListTokens & { resume?: string } = { ...given({ filter: flags.filter, search: flags.search, sortBy: flags.sort }), ...resumed(flags) };
  if (organization === undefined) return cloud.tokens.list(query);
  return team === undefined ? cloud.tokens.listForOrganization(organization, query) : cloud.tokens.listForTeam(organization, team, query);
}

async function createToken(cloud: PulumiCloud, flags: CreateFlags, description: string): Promise<CreatedAccessToken> {
  const { organization, team } = ownerOf(flags);
  const { name, expires, admin } = flags;
  if (organization === undefined) return cloud.tokens.create({ description, ...given({ name, expires }) });
  if (name === undefined) throw new UsageError("a token of an organization or a team needs a --name");
  const body = { description, name, ...given({ expires, admin }) };
  return team === undefined ? cloud.tokens.createForOrganization(organization, body) : cloud.tokens.createForTeam(organization, team, body);
}

const TOKENS: Column<AccessToken>[] = [
  { title: "id", value: ({ id }) => id },
  { title: "name", value: ({ name }) => name },
  { title: "created", value: ({ created }) => time(created) },
  { title: "last used", value: ({ lastUsed }) => time(lastUsed) },
  { title: "expires", value: ({ expires }) => (expires ? expiry(expires) : "never") },
  { title: "by", value: ({ createdBy }) => createdBy },
  { title: "description", value: ({ description }) => description },
];

function expiry(expires: number): string | { text: string; tone: "bad" } {
  return expires * 1000 < Date.now() ? { text: time(expires), tone: "bad" } : time(expires);
}
