// The sample as a case sets it up and looks at it: by plain requests, without the client. Runs in Node and in the browser.

/** Access to the sample behind `base`, a running origin of server.mjs. */
export function worldAt(base, token) {
  const ask = async (method, path, body) => {
    const headers = { accept: "application/vnd.pulumi+8", authorization: `token ${token}`, "content-type": "application/json" };
    const response = await fetch(base + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`set-up: ${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    fresh: () => fetch(`${base}/fresh`, { method: "POST" }),
    recorded: async () => (await fetch(`${base}/recorded`)).json(),
    get: (path) => ask("GET", path),
    post: (path, body) => ask("POST", path, body),
    put: (path, body) => ask("PUT", path, body),
    patch: (path, body) => ask("PATCH", path, body),
    delete: (path) => ask("DELETE", path),
  };
}

/** A name as a path segment: all but RFC 3986's unreserved characters encoded. */
export const segment = (name) => encodeURIComponent(name).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

export const S = "/api/stacks/acme/web/prod";
export const O = "/api/orgs/acme";
export const STACK = "acme/web/prod";
