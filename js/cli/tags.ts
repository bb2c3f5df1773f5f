/** `stackscope tags …` */
import { type Command } from "commander";
import type { Tags } from "../node.js";
import { StackscopeError } from "../error.js";
import { stackOf } from "./address.js";
import { addCall, addGroup, pairs, type Call, type Done } from "./call.js";
import { hinting } from "./exit.js";
import { note } from "./output.js";
import { showOne, showRows } from "./results.js";
import type { Column } from "./table.js";

export function tagsCommands(program: Command, done: Done): void {
  const group = addGroup(program, "tags", "read and write the tags of a stack", EXAMPLES);
  addCall(group, done, { spec: "get <STACK>", summary: "show the tags of a stack" }, async ({ cloud, flags }: Call, stack: string) => {
    const tags: Tags = await cloud.tags.get(stackOf(stack));
    await (flags.format === "json" ? showOne(tags, () => [], flags) : showRows(Object.entries(tags), TAGS, flags));
  });
  addCall(group, done, { spec: "set <STACK> <NAME> <VALUE>", summary: "set a tag, whether or not it exists" }, async ({ cloud }: Call, stack: string, name: string, value: string) => {
    await cloud.tags.set(stackOf(stack), { name, value }).catch((error: unknown) => {
      throw error instanceof StackscopeError && error.code === "unsupported" ? hinting(error, INSTEAD) : error;
    });
    note(`set ${name} of ${stack}`);
  });
  addCall(group, done, { spec: "replace <STACK> [NAME=VALUE...]", summary: "make these the only tags", description: "Makes these the only tags. Those that Pulumi sets itself (pulumi:…) come back with the next update.", takesAway: true }, async ({ cloud }: Call, stack: string, tags: string[]) => {
    await cloud.tags.replace(stackOf(stack), pairs(tags, "replace"));
    note(`replaced the tags of ${stack}`);
  });
  addCall(group, done, { spec: "delete <STACK> <NAME>", summary: "delete a tag", takesAway: true }, async ({ cloud }: Call, stack: string, name: string) => {
    await cloud.tags.delete(stackOf(stack), name);
    note(`deleted ${name} of ${stack}`);
  });
}

const EXAMPLES = `
stackscope tags get acme/web/prod
stackscope tags set acme/web/prod owner storefront`;

const INSTEAD = "this server sets tags by `tags replace`, which merges there";

const TAGS: Column<[string, string]>[] = [
  { title: "name", value: ([name]) => name },
  { title: "value", value: ([, value]) => value },
];
