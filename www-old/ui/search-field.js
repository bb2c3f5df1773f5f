// A search field that waits for a pause in the typing.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const PAUSE_MS = 150;

/** @param {{label: string, search: (text: string) => void}} options */
export function searchField({ label, search }) {
  const input = h("input", {
    type: "search",
    class: "field",
    placeholder: label,
    "aria-label": label,
    autocomplete: "off",
    spellcheck: "false",
  });
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(input.value.trim()), PAUSE_MS);
  });
  const update = (text) => {
    if (input.value.trim() !== text) input.value = text;
  };
  return { element: h("div", { class: "search" }, icon("search"), input), update };
}
