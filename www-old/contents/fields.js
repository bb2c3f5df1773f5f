// Names and values, as inputs, outputs and records have them.

import { h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { code } from "../ui/plain-text.js";
import { value } from "../ui/value.js";

/**
 * @param {{rows: {name: string, value: object}[], total: number}} first
 * @param {{where: object, engine: import("../engine.js").Engine}} context where: names the map in the worker
 */
export function fieldList(first, { where, engine }) {
  const more = (query) => engine.call("more", query);
  const line = ({ name, value: shown }) =>
    h("div", { class: "fact" }, h("dt", {}, code(name)), h("dd", {}, value(shown, { more })));
  const list = h("dl", { class: "facts fields" }, first.rows.map(line));
  let shown = first.rows.length;
  if (shown >= first.total) return list;
  const button = h("button", { type: "button", class: "button button-small" });
  const label = () => (button.textContent = `Show more (${count(first.total - shown)} left)`);
  button.addEventListener("click", async () => {
    const { rows } = await engine.call("fields", { where, from: shown });
    list.append(...rows.map(line));
    shown += rows.length;
    if (shown >= first.total) button.remove();
    else label();
  });
  label();
  return h("div", {}, list, button);
}
