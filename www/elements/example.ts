/** An example of an element: data, so that the page shows it live and the documentation prints the same. */
import listed from "./examples.json";

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

/** The example as one would write it in HTML. */
export function sourceOf({ tag, attributes, properties = {} }: Example): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const set = Object.entries(properties).map(([name, value]) => `  document.querySelector("${tag}").${name} = ${JSON.stringify(value)};`);
  const script = set.length > 0 ? `\n<script type="module">\n${set.join("\n")}\n</script>` : "";
  return `<${tag}${written.join("")}></${tag}>${script}`;
}

/** The element itself. */
export function elementOf({ tag, attributes, properties = {} }: Example): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return Object.assign(element, properties);
}
