/** The server as a program of its own: `main(process.argv.slice(2))`. Exit code 2 for a command line that is wrong. */
import { CommanderError } from "commander";
import { serveCommand } from "./command.js";

export async function main(args: string[]): Promise<number> {
  let code = 0;
  const command = serveCommand((exit) => {
    code = exit;
  });
  try {
    await command.exitOverride().parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
