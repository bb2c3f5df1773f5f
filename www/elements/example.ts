/** An example of an element: data, which the page shows live and the documentation prints. */
import listed from "./examples.json";

export { sourceOf } from "./source.mjs";

export interface Example {
  tag: string;
  /** What it shows, in one sentence. */
  words: string;
  attributes: Readonly<Record<string, string>>;
  /** What no attribute can say. */
  properties?: Readonly<Record<string, unknown>>;
  /** It needs a server. */
  server?: boolean;
}

export const examples: readonly Example[] = listed;

/** The element itself. */
export function elementOf({ tag, attributes, properties = {} }: Example): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return Object.assign(element, properties);
}
