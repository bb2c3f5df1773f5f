/** `npm run bench -- NAME [options]`: runs `benches/NAME.mjs`. */
import { readdirSync } from "node:fs";

const [name, ...args] = process.argv.slice(2);
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".mjs") && file !== "bench.mjs")
  .map((file) => file.slice(0, -4));

if (!names.includes(name)) {
  process.stderr.write(`npm run bench -- NAME [--help], where NAME is one of: ${names.join(", ")}\n`);
  process.exitCode = 2;
} else {
  const { run } = await import(`./${name}.mjs`);
  process.exitCode = await run(args);
}
