/** `stackscope export STACK[@VERSION]` */
import type { Command } from "commander";
import { stackVersionOf } from "./address.js";
import { addCall, given, type Call, type Done } from "./call.js";
import { write } from "./output.js";

export function exportCommand(program: Command, done: Done): void {
  addCall(program, done, { spec: "export <STACK[@VERSION]>", summary: "print the state of a stack", description: DESCRIPTION, formats: ["json"], help: HELP }, async ({ cloud }: Call, text: string) => {
    const { stack, version } = stackVersionOf(text);
    const state = await cloud.stacks.exportState(stack, given({ version }));
    await write(state.toBytes());
  });
}

const DESCRIPTION = "Prints the state of a stack as the server has it: JSON, byte for byte, secrets encrypted. `pulumi stack import` takes it.";

const HELP = `
Examples:
  $ stackscope export acme/web/prod > state.json
  $ stackscope export acme/web/prod@41 | stackscope check -`;
