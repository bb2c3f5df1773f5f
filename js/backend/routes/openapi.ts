/** The description of a table of routes: its paths, methods and path parameters, as OpenAPI. */
import type { WorldRoute } from "./route.js";

export function describe(routes: readonly WorldRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, open } of routes) {
    const parameters = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    const item = (paths[path] ??= {});
    item[method.toLowerCase()] = { parameters, responses: { default: { description: "see the documents" } }, ...(open ? { security: [] } : {}) };
  }
  return {
    openapi: "3.0.3",
    info: { title: "stackscope's sample backend", version: "0.1.0" },
    components: { securitySchemes: { token: { type: "apiKey", in: "header", name: "Authorization" } } },
    security: [{ token: [] }],
    paths,
  };
}
