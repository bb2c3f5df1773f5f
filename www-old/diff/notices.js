// What a reader must know before the rows: a rename, what is hidden, what is ignored, where work was bounded.

import { fill, h } from "../ui/dom.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { name } from "../ui/plain-text.js";

/** @param {{showInternal: () => void, swap: () => void}} actions */
export function notices({ showInternal, swap }) {
  const element = h("div", { class: "notices" });
  const update = (overview, { backwards }) => {
    const { rename, hidden, ignored, fallbacks } = overview;
    const left = amounts(hidden);
    const skipped = amounts(ignored);
    fill(
      element,
      backwards && notice("swap", ["The old state was saved after the new one. ", link("Swap them", swap)]),
      rename && notice("arrow", renamed(rename)),
      left &&
        notice("eye", [
          `Hidden: ${left}, internal properties (`,
          h("code", { class: "code" }, "__…"),
          ") only. ",
          link("Show them", showInternal),
        ]),
      skipped && notice("mute", `${skipped} left out by the ignore rules.`),
      fallbacks > 0 &&
        notice("note", `${counted(fallbacks, "value")} compared as a whole, since aligning would take too long.`),
    );
  };
  return { element, update };
}

function notice(sign, words) {
  return h("p", { class: "notice" }, icon(sign), h("span", {}, words));
}

function link(label, click) {
  return h("button", { type: "button", class: "button-link", on: { click } }, label);
}

function amounts({ resources = 0, properties = 0 } = {}) {
  const parts = [
    properties > 0 && counted(properties, "property change"),
    resources > 0 && counted(resources, "resource"),
  ].filter(Boolean);
  return parts.join(" and ");
}

function renamed({ stack, project }) {
  const was = (what, names) =>
    names &&
    names[0] !== names[1] && [`${what} `, name(names[0], "strong"), " became ", name(names[1], "strong"), ". "];
  return [was("Stack", stack), was("Project", project), "Names are matched across the rename."];
}
