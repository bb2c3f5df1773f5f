/** The page's server, for programs that start it themselves. */
export { serveCommand, DEFAULT_PORT } from "./command.js";
export { main } from "./main.js";
export { startServe, type ServeOptions, type Serving } from "./server.js";
