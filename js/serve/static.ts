/**
 * `stackscope page`: writes the page as a folder for any static host. In: a folder that is absent or empty. Out: its files; a page for files alone can ask
 * nobody but its own host. Fails with a RangeError where the folder holds something already.
 */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { policyOf } from "./headers.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The module, which the package holds once. */
export const MODULE = join(PROJECT, "pkg/stackscope_bg.wasm");
/** The page as it was built, without the module. */
export const PAGE = join(PROJECT, "dist/www");

export interface StaticOptions {
  /** Without a way to connect to servers. */
  filesOnly?: boolean;
}

export async function writePage(folder: string, { filesOnly = false }: StaticOptions = {}): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new RangeError(`\`${folder}\` is not empty`);
  await mkdir(folder, { recursive: true });
  await cp(PAGE, folder, { recursive: true });
  await cp(MODULE, join(folder, "stackscope_bg.wasm"));
  if (!filesOnly) return;
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".html"))) {
    const html = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name), html.replace(policyOf(), policyOf({ filesOnly })).replace('"stackscope-build" content="whole"', '"stackscope-build" content="files"'));
  }
}

export function pageCommand(done: (code: number) => void = () => {}): Command {
  return new Command("page")
    .summary("write the page as a folder for any static host")
    .description("Writes the page into an empty folder. Serve it from anywhere; it opens files, and connects to a server that the person enters.")
    .argument("<folder>", "where to")
    .option("--files-only", "a page that opens files alone, and is forbidden to talk to any server but its own host")
    .addHelpText("after", "\nExample:\n  $ stackscope page site --files-only")
    .action(async (folder: string, options: StaticOptions) => done(await run(folder, options)));
}

async function run(folder: string, options: StaticOptions): Promise<number> {
  try {
    await writePage(resolve(folder), options);
  } catch (error) {
    process.stderr.write(`error[page]: ${error instanceof RangeError ? `${error.message}; name an empty folder` : `the page cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"})`}\n`);
    return error instanceof RangeError ? 2 : 74;
  }
  process.stderr.write(`The page is in ${folder}\n`);
  return 0;
}
