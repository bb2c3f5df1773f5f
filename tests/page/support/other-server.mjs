// A Pulumi service at an address of its own, as the page finds it after connecting.

import { createServer } from "node:http";
import { createBackend } from "../../../dist/backend/index.js";

const ALLOW = { "access-control-allow-methods": "*", "access-control-expose-headers": "*" };

/**
 * The sample backend on another port. `cors`: whether it lets pages of other origins read it.
 * `state.refusing` makes it refuse every token, `state.away` break every connection.
 * @param {import("node:test").TestContext} t
 */
export async function otherServer(t, { cors = true, ...options } = {}) {
  const backend = createBackend(options);
  const state = { refusing: false, away: false };
  const server = createServer((request, response) => {
    if (state.away) return request.socket.destroy();
    if (cors) {
      const headers = { ...ALLOW, "access-control-allow-origin": request.headers.origin ?? "*", "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*" };
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (request.method === "OPTIONS") return response.writeHead(204).end();
    }
    if (state.refusing) return response.writeHead(401, { "content-type": "application/json" }).end('{"code":401,"message":"Unauthorized"}');
    void backend.handler(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  }));
  return { url: `http://127.0.0.1:${server.address().port}`, token: backend.token, requests: backend.requests, state };
}
