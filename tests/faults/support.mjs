// One large organization, and servers over it that each have faults of their own.

import { startBackend } from "../../dist/backend/index.js";
import { PulumiCloud } from "stackscope";

export const STACKS = 10_000;
const PAGE = 1_000;

const large = await startBackend({ stacks: STACKS });
await large.close();

/** Every stack there is, in the service's order. */
export const EVERY_STACK = large.world.stacks.list().map(nameOf);
/** More pages than the list has, with an empty one before each; fewer than an endless list. */
export const MAX_PAGES = 2 * Math.ceil(EVERY_STACK.length / PAGE) + 5;

/** A server over the large organization that ends with the test. */
export async function faulty(t, faults) {
  const backend = await startBackend({ world: large.world, faults, pageSize: PAGE });
  t.after(() => backend.close());
  return backend;
}

/** A client that does not wait long. */
export function client({ url, token }, options = {}) {
  return new PulumiCloud({ baseUrl: url, token, retry: { baseMs: 2, capMs: 4 }, ...options });
}

/** Reads the list of stacks to its end or to an error. */
export async function read(cloud, options) {
  const names = [];
  try {
    for await (const { items } of cloud.stacks.list({ maxPages: MAX_PAGES, ...options }).pages()) names.push(...items.map(nameOf));
    return { names };
  } catch (error) {
    return { names, error };
  }
}

function nameOf({ orgName, projectName, stackName }) {
  return `${orgName}/${projectName}/${stackName}`;
}
