/** Results go to stdout, alone; what else there is to say goes to stderr. */
import { maskText } from "../serve/mask.js";
import { visible } from "./visible.js";

/** The caller's own token: a server that repeats it must not bring it to a screen or a log. */
let hidden: string | undefined;

export function hide(token: string): void {
  // What is shorter is no token of Pulumi's, and could be any word of the answer.
  if (token.length >= 16) hidden = token;
}

/** Writes `text` and ends it with a newline. A reader that went away (`| head`) is no error. */
export async function print(text: string): Promise<void> {
  await write(text.endsWith("\n") ? text : `${text}\n`);
}

let watched: Promise<never> | undefined;

/** Writes text, or bytes as they are. Whether somebody still reads. */
export async function write(chunk: string | Uint8Array): Promise<boolean> {
  // A pipe's error comes as an event too, which would end the process if nobody listened.
  watched ??= new Promise((_, reject) => process.stdout.on("error", reject));
  watched.catch(() => {});
  const written = new Promise<void>((resolve, reject) => {
    process.stdout.write(typeof chunk === "string" ? maskText(chunk, hidden) : chunk, (error) => (error ? reject(error) : resolve()));
  });
  try {
    await Promise.race([written, watched]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
    return false;
  }
}

/** One line for the user beside the result. */
export function note(line: string): void {
  process.stderr.write(`${maskText(visible(line), hidden)}\n`);
}

/** Lines for the user, made visible by the caller. */
export function noteLines(lines: string): void {
  process.stderr.write(maskText(lines, hidden));
}

export type ColorChoice = "auto" | "always" | "never";

/** `auto` asks FORCE_COLOR, then NO_COLOR, then whether stdout is a terminal that can. */
export function useColor(choice: ColorChoice): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR: force, NO_COLOR: no, TERM } = process.env;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return process.stdout.isTTY === true && TERM !== "dumb";
}
