// Small states in a graph of their own, and what a test looks for in the picture.

import { BUCKET, COMPONENT, FUNCTION, ROLE, secret, state, urn } from "./states.mjs";

export const HOSTILE = '<img src=x onerror="alert(1)">';
export const GRAPH = "#/stack/acme/web/prod/graph";

/** Shows a state in a graph of its own, in place of the view. */
export async function show(page, text, query = {}) {
  await page.waitForFunction(() => customElements.get("stackscope-graph"));
  await page.evaluate(
    ([text, query]) => {
      const graph = document.createElement("stackscope-graph");
      const heading = Object.assign(document.createElement("h1"), { textContent: "A graph" });
      Object.assign(graph, { state: new Blob([text]), query });
      graph.addEventListener("stackscope-query", (event) => event.stopPropagation());
      graph.addEventListener("stackscope-navigate", (event) => {
        event.stopPropagation();
        globalThis.navigated = event.detail.target;
      });
      const main = document.querySelector("main");
      for (const child of main.children) child.hidden = true;
      main.append(heading, graph);
    },
    [text, query],
  );
  await page.locator(".node.centre").waitFor();
}

export const names = (page) => page.locator(".node .name").allTextContents();
export const centre = (page, name) => page.locator(".node.centre .name", { hasText: new RegExp(`^${name}$`) }).waitFor();
export const node = (page, name) => page.getByRole("button", { name: new RegExp(`^${name}, `) });

/** A component with a bucket and a role; a function that takes values of both, and a policy that hangs on the function. */
export function shop(more = []) {
  const parent = urn(COMPONENT, "web");
  return state([
    { type: COMPONENT, name: "web", custom: false },
    { type: BUCKET, name: "logs", parent, inputs: { key: secret("CIPHERTEXT") }, protect: true },
    { type: ROLE, name: "reader", parent },
    { type: FUNCTION, name: "thumbs", parent, dependencies: [urn(BUCKET, "logs"), urn(ROLE, "reader")], propertyDependencies: { bucket: [urn(BUCKET, "logs")], role: [urn(ROLE, "reader")] } },
    { type: "aws:iam/policy:Policy", name: "all", parent, dependencies: [urn(FUNCTION, "thumbs")] },
    ...more,
  ]);
}
