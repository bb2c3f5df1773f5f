// Serves the page on loopback: www/ at /, the built package under /dist/ and /pkg/, and a sample backend, or with
// --backend a real one, at /api. Run it (`node scripts/serve.mjs --port 4173`), or import `serve` and ask for port 0.
// It runs what was built, so build first.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, startServe } from "../dist/serve/index.js";

/**
 * Starts the server. Port 0 takes any free port; another port that is taken moves on to the next.
 * @param {import("../dist/serve/index.js").ServeOptions} [options] folders default to the project's own
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve(options) {
  return startServe(options);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.env.PORT === "") delete process.env.PORT;
  process.exitCode = await main(process.argv.slice(2));
}
