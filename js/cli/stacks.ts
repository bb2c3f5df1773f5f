/** `stackscope stacks …` */
import { InvalidArgumentError, Option, type Command } from "commander";
import type { ResourceInfo, Stack, StackMetadata, StackReference, StackSummary, Tags } from "../node.js";
import { stackOf, stackVersionOf } from "./address.js";
import { addCall, addGroup, given, pairs, repeatable, type Call, type Done } from "./call.js";
import { partsOf, time } from "./cells.js";
import { UsageError } from "./exit.js";
import { limitOptions, list, listOptions, resumed, type ListFlags } from "./listing.js";
import { note } from "./output.js";
import { showOne } from "./results.js";
import type { Cell, Column, Field } from "./table.js";

interface ListStacksFlags extends ListFlags {
  organization?: string;
  project?: string;
  tag?: string;
}

export function stacksCommands(program: Command, done: Done): void {
  const group = addGroup(program, "stacks", "list stacks, look at one, create, rename, move and delete them", EXAMPLES);
  const filters = [
    new Option("--organization <O>", "stacks of this organization").argParser(someText),
    new Option("--project <P>", "stacks of this project").argParser(someText),
    new Option("--tag <NAME[=VALUE]>", "stacks that have this tag, or this value of it"),
  ];
  addCall(group, done, { spec: "list", summary: "list stacks", options: [...filters, ...listOptions()] }, ({ cloud, flags }: Call<ListStacksFlags>) =>
    list(cloud.stacks.list({ ...given({ organization: flags.organization, project: flags.project }), ...tagOf(flags.tag), ...resumed(flags) }), STACKS, flags),
  );
  addCall(group, done, { spec: "get <STACK>", summary: "show a stack" }, async ({ cloud, flags }: Call, stack: string) => showOne(await cloud.stacks.get(stackOf(stack)), stackFields, flags));
  addCall(group, done, { spec: "outputs <STACK>", summary: "show what a stack gives out; secrets stay hidden" }, async ({ cloud, flags }: Call, stack: string) =>
    showOne((await cloud.stacks.outputs(stackOf(stack))).outputs ?? {}, valueFields, flags),
  );
  addCall(group, done, { spec: "resources <STACK[@VERSION]>", summary: "list the resources of a stack", options: limitOptions() }, async ({ cloud, flags }: Call<ListFlags>, text: string) => {
    const { stack, version } = stackVersionOf(text);
    await list((await cloud.stacks.resources(stack, given({ version }))).resources, RESOURCES, flags);
  });
  const upstream = new Option("--upstream", "the stacks that it refers to, in place of those that refer to it");
  addCall(group, done, { spec: "references <STACK>", summary: "list the stacks that refer to a stack", options: [upstream, ...limitOptions()] }, async ({ cloud, flags }: Call<ListFlags & { upstream?: true }>, text: string) => {
    const stack = stackOf(text);
    const { referencedStacks } = await (flags.upstream ? cloud.stacks.upstreamReferences(stack) : cloud.stacks.downstreamReferences(stack));
    await list(referencedStacks, REFERENCES, flags);
  });
  addCall(group, done, { spec: "metadata <STACK>", summary: "show who owns a stack and what you may do with it" }, async ({ cloud, flags }: Call, stack: string) =>
    showOne(await cloud.stacks.metadata(stackOf(stack)), metadataFields, flags),
  );
  changing(group, done);
}

function changing(group: Command, done: Done): void {
  const creation = [repeatable("--tag <NAME=VALUE>", "give it this tag"), repeatable("--team <TEAM>", "let this team use it")];
  addCall(group, done, { spec: "create <STACK>", summary: "create an empty stack", options: creation }, async ({ cloud, flags }: Call<{ tag?: string[]; team?: string[] }>, text: string) => {
    const [organization = "", project = "", stackName = ""] = stackOf(text).split("/");
    const tags = flags.tag === undefined ? undefined : pairs(flags.tag, "--tag");
    const created = await cloud.stacks.create(organization, project, { stackName, ...given({ tags, teams: flags.team }) });
    if (flags.format === "json") await showOne(created ?? {}, () => [], flags);
    note(`created ${text}`);
  });
  const force = new Option("--force", "even if it still has resources; they stay where they are, and nothing manages them");
  addCall(group, done, { spec: "delete <STACK>", summary: "delete a stack and its history", options: [force], takesAway: true }, async ({ cloud, flags }: Call<{ force?: true }>, stack: string) => {
    await cloud.stacks.delete(stackOf(stack), given({ force: flags.force }));
    note(`deleted ${stack}`);
  });
  addCall(group, done, { spec: "rename <STACK> <[PROJECT/]NAME>", summary: "rename a stack, or bring it under another project" }, async ({ cloud }: Call, text: string, name: string) => {
    const [organization = "", project = ""] = stackOf(text).split("/");
    const [newName = "", newProject] = name.split("/").reverse();
    if (!/^([\w.-]+\/)?[\w.-]+$/.test(name)) throw new UsageError(`the new name is NAME or PROJECT/NAME, not \`${name}\``);
    await cloud.stacks.rename(text, { newName, ...given({ newProject }) });
    note(`renamed ${text} to ${organization}/${newProject ?? project}/${newName}`);
  });
  addCall(group, done, { spec: "transfer <STACK> <ORGANIZATION>", summary: "hand a stack over to another organization" }, async ({ cloud }: Call, text: string, toOrg: string) => {
    await cloud.stacks.transfer(stackOf(text), { toOrg });
    note(`transferred ${text} to ${toOrg}`);
  });
}

const EXAMPLES = `
stackscope stacks list --organization acme --tag tier=gold
stackscope stacks list --all --format json | jq -r '.[].stackName'
stackscope stacks outputs acme/web/prod`;

/** An empty text is more likely a variable that isn't set than what was meant. */
function someText(given: string): string {
  if (given === "") throw new InvalidArgumentError("It is empty.");
  return given;
}

function tagOf(tag: string | undefined): { tagName?: string; tagValue?: string } {
  if (tag === undefined) return {};
  const at = tag.indexOf("=");
  if (tag === "" || at === 0) throw new UsageError(`--tag takes NAME or NAME=VALUE, not \`${tag}\``);
  return at < 0 ? { tagName: tag } : { tagName: tag.slice(0, at), tagValue: tag.slice(at + 1) };
}

const STACKS: Column<StackSummary>[] = [
  { title: "stack", value: ({ orgName, projectName, stackName }) => `${orgName}/${projectName}/${stackName}` },
  { title: "last update", value: ({ lastUpdate }) => time(lastUpdate) },
  { title: "resources", value: ({ resourceCount }) => resourceCount },
];

const RESOURCES: Column<ResourceInfo>[] = [
  { title: "type", value: ({ resource }) => resource.type },
  { title: "name", value: ({ resource }) => partsOf(resource.urn).name },
  { title: "id", value: ({ resource }) => resource.id },
];

const REFERENCES: Column<StackReference>[] = [
  { title: "stack", value: ({ organization, routingProject, name }) => [organization, routingProject, name].filter(Boolean).join("/") },
  { title: "version", value: ({ version }) => (version === undefined ? undefined : String(version)) },
];

function stackFields({ orgName, projectName, stackName, version, currentOperation, activeUpdate, tags, config, id }: Stack): Field[] {
  return [
    ["stack", `${orgName}/${projectName}/${stackName}`],
    ["version", version === undefined ? undefined : String(version)],
    ["under way", currentOperation && { text: [currentOperation.kind, currentOperation.author && `by ${currentOperation.author}`, time(currentOperation.started)].filter(Boolean).join(" "), tone: "busy" }],
    ["last update", activeUpdate],
    ["environment", config?.environment],
    ["tags", tagLines(tags)],
    ["id", id],
  ];
}

const PERMISSIONS: Record<number, string> = { 0: "none", 101: "read", 102: "edit", 103: "admin", 104: "creator" };

export function permissionName(permission: number | undefined): string | undefined {
  return permission === undefined ? undefined : (PERMISSIONS[permission] ?? String(permission));
}

function metadataFields({ orgName, projectName, stackName, ownedBy, userPermission, notificationSettings, id }: StackMetadata): Field[] {
  return [
    ["stack", `${orgName}/${projectName}/${stackName}`],
    ["owner", ownedBy && [ownedBy.githubLogin, ownedBy.name].filter(Boolean).join(", ")],
    ["you may", permissionName(userPermission)],
    ["mail", Object.entries(notificationSettings ?? {}).map(([name, value]) => `${name}: ${String(value)}`)],
    ["id", id],
  ];
}

function tagLines(tags: Tags | undefined): Cell[] {
  return Object.entries(tags ?? {}).map(([name, value]) => `${name} = ${value}`);
}

function valueFields(values: Record<string, unknown>): Field[] {
  return Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
}
