// A choice of one among a few, all in view.

import { h } from "./dom.js";

/** @param {{label: string, choices: {value: string, label: string, title?: string}[], choose: (value: string) => void}} options */
export function segments({ label, choices, choose }) {
  const buttons = choices.map(({ value, label, title }) =>
    h(
      "button",
      { type: "button", class: "segment", title, data: { value }, on: { click: () => choose(value) } },
      label,
    ),
  );
  const update = (chosen) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.value === chosen));
  };
  update(choices[0].value);
  return { element: h("div", { class: "segments", role: "group", "aria-label": label }, buttons), update };
}
