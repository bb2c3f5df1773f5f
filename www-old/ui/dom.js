// Builds elements. Text goes in as text nodes only, so no value of a state can become markup.

/**
 * @param {string} name
 * @param {object} [attributes] `class` and attributes by name; `on` holds listeners, `data` the dataset;
 *   true sets an empty attribute, false, null and undefined leave it out
 * @param {...(Node|string|number|false|null|undefined|Array)} children
 */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  assign(element, attributes ?? {});
  element.append(...nodes(children));
  return element;
}

/** Sets attributes on an element as `h` does. */
export function assign(element, { on = {}, data = {}, ...attributes }) {
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  for (const [name, value] of Object.entries(data)) if (value !== undefined) element.dataset[name] = value;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : value);
  }
}

/** Replaces an element's children, in the way `h` takes them. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== false && child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : String(child)));
}
