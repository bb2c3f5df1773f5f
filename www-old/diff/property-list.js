// The property changes of one resource, or of one part of the stack, fetched by the page.

import { h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { menu } from "../ui/menu.js";
import { code } from "../ui/plain-text.js";
import { ignoreChoices } from "./ignore.js";
import { propertyKind, propertySign } from "./kinds.js";
import { lineDiff } from "./lines.js";
import { pair } from "./pair.js";

const FALLBACKS = {
  list: "This list was too long to align; it is compared as a whole.",
  text: "This text was too long to compare by lines.",
};
const KIND_WORDS = { add: "added", delete: "deleted", update: "changed", ciphertext: "ciphertext changed" };

/**
 * @param {{rows: object[], total: number}} first the first properties, as the worker sends them
 * @param {object} options
 * @param {(from: number) => Promise<{rows: object[]}>} options.next fetches the properties from there on
 * @param {(query: object) => Promise<object>} options.more
 * @param {(rule: object) => void} [options.ignore] without it nothing can be ignored from here
 * @param {string} [options.type] of the resource
 */
export function propertyList(first, options) {
  const list = h(
    "ul",
    { class: "properties", role: "list" },
    first.rows.map((row) => property(row, options)),
  );
  let shown = first.rows.length;
  if (shown === first.total) return list;
  const label = () => `Show more (${count(first.total - shown)} left)`;
  const button = h("button", { type: "button", class: "button button-small" }, label());
  button.addEventListener("click", async () => {
    button.disabled = true;
    const { rows } = await options.next(shown);
    list.append(...rows.map((row) => property(row, options)));
    shown += rows.length;
    if (shown >= first.total) return button.remove();
    button.textContent = label();
    button.disabled = false;
  });
  return h("div", {}, list, button);
}

function property(change, { more, ignore, type }) {
  const { path, kind, inside, fallback } = change;
  const { inline, node } = values(change, more);
  return h(
    "li",
    { class: "property", data: { kind: propertyKind(kind) } },
    h("span", { class: "sign", "aria-hidden": "true" }, propertySign(kind)),
    h(
      "div",
      { class: "property-place" },
      place(path, inside),
      h("span", { class: "unseen" }, ` ${KIND_WORDS[kind] ?? kind} `),
      badges(change),
    ),
    h(
      "div",
      { class: inline ? "property-value" : "property-block" },
      node,
      fallback && h("p", { class: "hint" }, FALLBACKS[fallback] ?? "Compared as a whole."),
    ),
    ignore && ignoreMenu(path, type, ignore),
  );
}

// Where a change was found inside a text, the badge stands where the text begins.
function place(path, inside) {
  if (!inside) return code(path || "(whole value)", "path");
  const outer = path.startsWith(inside.path) ? inside.path : "";
  return [
    code(outer, "path"),
    h("span", { class: "badge" }, inside.format.toUpperCase()),
    code(path.slice(outer.length).replace(/^\./, ""), "path"),
  ];
}

function values(change, more) {
  if (change.lines) return { inline: false, node: lineDiff(change.lines, change.linesLeft) };
  if (change.kind === "ciphertext") {
    return { inline: true, node: h("span", { class: "hint" }, "encrypted anew; the value may be the same") };
  }
  return pair(change, more);
}

function badges({ secret, moved, kind }) {
  return [
    (secret || kind === "ciphertext") && h("span", { class: "badge secret" }, icon("lock"), "secret"),
    moved && h("span", { class: "badge" }, "moved"),
  ];
}

function ignoreMenu(path, type, ignore) {
  const holder = menu({
    label: icon("mute"),
    title: `Ignore ${path}`,
    className: "button-icon",
    align: "end",
    panel: () =>
      ignoreChoices(path, type, (rule) => {
        holder.close();
        ignore(rule);
      }),
  });
  return holder;
}
