/** How stacks, versions and updates are named on the command line: `org/project/stack`, `org/project/stack@41`, `org/project/stack@UPDATE`. */
import { UsageError } from "./exit.js";

const STACK = /^[\w.-]+\/[\w.-]+\/[\w.-]+$/;
/** Nobody names a stack so; a path that is misspelled must not be looked for at a server. */
const FILE = /^\.{1,2}\/|\.(json|gz|zst|zstd)$/i;

export interface StackVersion {
  stack: string;
  version?: number;
}

/** Whether a text can name a stack; undefined if not. */
export function stackVersion(text: string): StackVersion | undefined {
  const { name, at } = split(text);
  if (!STACK.test(name) || FILE.test(name)) return undefined;
  if (at === undefined || at === "latest") return { stack: name };
  return /^\d+$/.test(at) ? { stack: name, version: Number(at) } : undefined;
}

/** STACK of a command that takes no version. */
export function stackOf(text: string): string {
  if (!STACK.test(text)) throw new UsageError(`a stack is named organization/project/stack, such as acme/web/prod, not \`${text}\``);
  return text;
}

/** STACK[@VERSION] */
export function stackVersionOf(text: string): StackVersion {
  const { name, at } = split(text);
  const stack = stackOf(name);
  if (at === undefined || at === "latest") return { stack };
  if (!/^\d+$/.test(at)) throw new UsageError(`a version is a number, such as ${name}@41, not \`${at}\``);
  return { stack, version: Number(at) };
}

/** STACK@UPDATE: an update's id, a version, or `latest`. */
export function updateOf(text: string): { stack: string; update: string } {
  const { name, at } = split(text);
  return { stack: stackOf(name), update: at === undefined || at === "" ? "latest" : at };
}

/** An organization, or a stack: what can have webhooks. */
export function targetOf(text: string): string {
  if (!/^[\w.-]+$/.test(text)) stackOf(text);
  return text;
}

function split(text: string): { name: string; at?: string } {
  const at = text.indexOf("@");
  return at < 0 ? { name: text } : { name: text.slice(0, at), at: text.slice(at + 1) };
}
