/** Results go to stdout, alone. */

/** Writes `text` and ends it with a newline. A reader that went away (`| head`) is no error. */
export async function print(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      if (error && error.code !== "EPIPE") reject(error);
      else resolve();
    };
    process.stdout.on("error", settle);
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, settle);
  });
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
