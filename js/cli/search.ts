/** `stackscope search` */
import { Option, type Command } from "commander";
import type { Aggregation, PulumiCloud, ResourceResult, SearchResources } from "../node.js";
import { addCall, given, repeatable, type Call, type Done } from "./call.js";
import { time } from "./cells.js";
import { atLeast } from "./connection.js";
import { list, listOptions, read, resumed, type ListFlags } from "./listing.js";
import { NewerFirst } from "./newer.js";
import { print } from "./output.js";
import { showOne, showRows, showText } from "./results.js";
import type { Column } from "./table.js";

interface Flags extends ListFlags {
  facet?: string[];
  sort?: string[];
  asc?: true;
  size?: number;
  properties?: true;
  v1?: true;
  csv?: true;
}

export function searchCommand(program: Command, done: Done): void {
  const options = [
    repeatable("--facet <FIELD>", "count the values of this field, such as type or project"),
    repeatable("--sort <FIELD>", "sort by this field, such as modified or name"),
    new Option("--asc", "the least first"),
    new Option("--size <N>", "rows of a page").argParser(atLeast(1)),
    new Option("--properties", "properties too, where your plan has them"),
    new Option("--v1", "ask the server's older endpoint alone"),
    new Option("--csv", "everything that fits, as CSV").conflicts(["facet", "all", "limit", "resume"]),
    ...listOptions(),
  ];
  addCall(program, done, { spec: "search <ORGANIZATION> [QUERY]", summary: "search resources across the stacks of an organization", options, help: HELP }, async ({ cloud, flags }: Call<Flags>, organization: string, text: string | undefined) => {
    const query = text ?? "";
    const { sort, asc, size, properties, facet } = flags;
    if (flags.csv) return showText(await cloud.search.exportResources(organization, { query, ...given({ sort, asc }) }), flags);
    const options = { query, ...given({ sort, asc, size, properties }), ...resumed(flags) };
    const found = new NewerFirst<ResourceResult>({
      newer: () => cloud.search.resourcesV2(organization, options),
      older: () => cloud.search.resources(organization, options),
      v1: flags.v1 ?? false,
      resumed: flags.resume !== undefined,
    });
    const repeat = (): string => (found.isOld && !flags.v1 ? "--v1 " : "");
    if (facet === undefined) return list(found, RESOURCES, flags, repeat);
    const { rows: resources, end } = await read(found, flags, repeat);
    const { total, aggregations } = await countFacets(cloud, found.isOld, organization, { query, facet, size: 1 });
    if (flags.format === "json") {
      await showOne({ ...given({ total }), resources, aggregations }, () => [], flags);
    } else {
      await showRows(resources, RESOURCES, flags);
      for (const [field, aggregation] of Object.entries(aggregations)) {
        await print("");
        await showRows(counted(aggregation), [{ title: field, value: ([name]) => name }, { title: "count", value: ([, number]) => number }], flags);
      }
    }
    end();
  });
}

const HELP = `
QUERY is Pulumi's: type:aws:s3/bucket:Bucket project:web "some text" -stack:dev. Without one everything is found.
With --facet, JSON is an object: resources, total and aggregations; otherwise the list of resources.

Examples:
  $ stackscope search acme 'type:aws:s3/bucket:Bucket' --sort modified
  $ stackscope search acme --facet type --facet project --limit 1`;

/** Asked for by itself, so that a run that resumes has the counts too. */
async function countFacets({ search }: PulumiCloud, isOld: boolean, organization: string, options: SearchResources): Promise<{ total?: number; aggregations: Record<string, Aggregation> }> {
  const pages = (isOld ? search.resources(organization, options) : search.resourcesV2(organization, options)).pages();
  const { value: page } = await pages.next();
  await pages.return?.();
  const { total, answer } = page ?? {};
  return { ...given({ total }), aggregations: (answer?.["aggregations"] ?? {}) as Record<string, Aggregation> };
}

function counted({ results = [], others = 0 }: Aggregation): [string, number][] {
  const rows = results.map(({ name = "", count = 0 }): [string, number] => [name, count]);
  return others > 0 ? [...rows, ["(others)", others]] : rows;
}

const RESOURCES: Column<ResourceResult>[] = [
  { title: "type", value: ({ type }) => type },
  { title: "name", value: ({ name }) => name },
  { title: "stack", value: ({ project, stack }) => [project, stack].filter(Boolean).join("/") },
  { title: "modified", value: ({ modified }) => time(modified) },
  { title: "id", value: ({ id }) => id },
];
