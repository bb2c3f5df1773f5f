// A choice among the values that occur, with their counts.

import { fill, h } from "./dom.js";
import { count } from "./format.js";

const LONGEST = 70;

/** @param {{label: string, all: string, choose: (value: string) => void}} options all: the words for no choice */
export function facetSelect({ label, all, choose }) {
  const select = h("select", { class: "field", "aria-label": label });
  // Values may be long or hostile: options are told apart by their place.
  let values = [];
  select.addEventListener("change", () => choose(values[select.value] ?? ""));
  const update = (facet, chosen) => {
    values = facet.map(({ value }) => value);
    fill(
      select,
      h("option", { value: "" }, all),
      facet.map(({ value, count: n }, at) => h("option", { value: at }, `${short(value)} (${count(n)})`)),
    );
    const at = values.indexOf(chosen);
    select.value = at < 0 ? "" : String(at);
  };
  return { element: select, update };
}

function short(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
