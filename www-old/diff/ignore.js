// Ignore rules: the choices that a property offers, a field to write one, and the chips of those in force.

import { fill, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { code } from "../ui/plain-text.js";

/** Buttons that ignore a path: as it stands, in every element of its lists, and for one type only. */
export function ignoreChoices(path, type, choose) {
  const everywhere = path.replace(/\[\d+\]/g, "[*]");
  const choice = (rule, ...label) =>
    h("button", { type: "button", class: "choice", on: { click: () => choose(rule) } }, label);
  return [
    h("p", { class: "panel-title" }, "Leave out of the comparison"),
    choice({ path }, code(path)),
    everywhere !== path && choice({ path: everywhere }, code(everywhere)),
    type && choice({ path: everywhere, type }, code(everywhere), " of ", code(type)),
  ];
}

/** A field to write a path to ignore. */
export function ignoreForm(add) {
  const field = h("input", {
    class: "field field-code",
    "aria-label": "Path to ignore",
    placeholder: "outputs.tags.lastSeen",
    autocomplete: "off",
    spellcheck: "false",
  });
  const submit = (event) => {
    event.preventDefault();
    const path = field.value.trim();
    if (path) add({ path });
  };
  return h(
    "form",
    { class: "ignore-form", on: { submit } },
    field,
    h("button", { class: "button button-small" }, "Ignore"),
  );
}

/** The rules in force, as chips that a press removes. */
export function ignoredRules({ remove, clear }) {
  const chips = h("ul", { class: "chips", role: "list" });
  const element = h("div", { class: "ignored" }, h("span", { class: "label" }, "Ignored"), chips);
  const update = (rules) => {
    element.hidden = rules.length === 0;
    fill(
      chips,
      rules.map((rule) =>
        h(
          "li",
          {},
          chip(rule, () => remove(rule)),
        ),
      ),
      rules.length > 1 &&
        h("li", {}, h("button", { type: "button", class: "button-link", on: { click: clear } }, "Remove all")),
    );
  };
  return { element, update };
}

function chip({ path, type, urn }, remove) {
  const words = [path && code(path), path && type && " of ", type && code(type), urn && code(urn)];
  return h(
    "span",
    { class: "chip" },
    h("span", { class: "chip-text" }, words),
    h(
      "button",
      {
        type: "button",
        class: "chip-remove",
        "aria-label": `Stop ignoring ${path ?? type ?? urn}`,
        on: { click: remove },
      },
      icon("close"),
    ),
  );
}
