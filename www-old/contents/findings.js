// What the integrity check found.

import { fill, h } from "../ui/dom.js";
import { count } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { code, prose } from "../ui/plain-text.js";

/** @param {{slot: string, engine: import("../engine.js").Engine, counted: (counts: {total: number, errors: number}) => void}} context */
export function findingList({ slot, engine, counted }) {
  const list = h("ul", { class: "findings", role: "list" });
  const more = h("button", { type: "button", class: "button button-small", hidden: true });
  const none = h("p", { class: "empty", hidden: true }, icon("check"), "The check found nothing.");
  let shown = 0;
  const add = async () => {
    const { rows, total, errors } = await engine.call("findings", { slot, from: shown });
    list.append(...rows.map(finding));
    shown += rows.length;
    none.hidden = total > 0;
    more.hidden = shown >= total;
    fill(more, `Show more (${count(total - shown)} left)`);
    counted({ total, errors });
  };
  more.addEventListener("click", add);
  const ready = add().catch((error) => fill(list, h("li", { class: "error-text" }, error.message)));
  return { element: h("div", {}, none, list, more), ready };
}

function finding({ code: kind, severity, urn, path, message, repair }) {
  return h(
    "li",
    { class: "finding", data: { severity } },
    icon("warning"),
    h(
      "div",
      {},
      h("p", {}, h("span", { class: "badge" }, severity), " ", h("span", { class: "strong" }, prose(message))),
      (urn || path) && h("p", {}, code([urn, path].filter(Boolean).join(" "), "breakable muted")),
      repair && h("p", { class: "hint" }, prose(repair)),
      h("p", { class: "hint" }, code(kind)),
    ),
  );
}
