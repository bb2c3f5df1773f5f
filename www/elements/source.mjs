/** What one writes in HTML for an example: the page and the documentation print the same. */
export function sourceOf({ tag, attributes, properties = {} }) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const set = Object.entries(properties).map(([name, value]) => `  document.querySelector("${tag}").${name} = ${JSON.stringify(value)};`);
  const script = set.length > 0 ? `\n<script type="module">\n${set.join("\n")}\n</script>` : "";
  return `<${tag}${written.join("")}></${tag}>${script}`;
}
