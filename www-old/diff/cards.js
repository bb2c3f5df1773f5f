// How many resources each kind of change has; a press narrows the list to those kinds.

import { fill, h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { KINDS } from "./kinds.js";

/** @param {(kind: string) => void} toggle */
export function summaryCards(toggle) {
  const bar = h("div", { class: "proportions", "aria-hidden": "true" });
  const cards = h("div", { class: "cards", role: "group", "aria-label": "Changes by kind" });
  const update = (summary, chosen) => {
    const changed = KINDS.filter(({ kind }) => summary[kind] > 0);
    fill(
      bar,
      changed.map(({ kind }) => share(kind, summary[kind])),
    );
    const focused = cards.querySelector(":focus")?.dataset.kind;
    fill(
      cards,
      KINDS.map((kind) => card(kind, summary, chosen, toggle)),
      unchanged(summary.same),
    );
    if (focused) cards.querySelector(`[data-kind="${focused}"]`).focus();
  };
  return { element: h("div", { class: "summary" }, cards, bar), update };
}

function share(kind, n) {
  const part = h("span", { class: "share", data: { kind } });
  part.style.flexGrow = n;
  return part;
}

function card({ kind, sign, label }, summary, chosen, toggle) {
  return h(
    "button",
    {
      type: "button",
      class: "card",
      data: { kind },
      "aria-pressed": String(chosen.has(kind)),
      disabled: summary[kind] === 0,
      on: { click: () => toggle(kind) },
    },
    h("span", { class: "card-label" }, h("span", { class: "sign", "aria-hidden": "true" }, sign), label),
    h("span", { class: "card-count" }, count(summary[kind])),
  );
}

function unchanged(n) {
  return h(
    "div",
    { class: "card card-still" },
    h("span", { class: "card-label" }, "Unchanged"),
    h("span", { class: "card-count" }, count(n)),
  );
}
