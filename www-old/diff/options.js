// What the comparison leaves out, in a menu.

import { fill, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { menu } from "../ui/menu.js";
import { code, visible } from "../ui/plain-text.js";
import { ignoreForm } from "./ignore.js";

/** @param {import("../session.js").Session} session */
export function optionsMenu(session) {
  const holder = menu({
    label: [icon("filter"), "Options"],
    title: "Options of the comparison",
    align: "end",
    panel: () => [internal(session), ignoring(session, () => holder.close({ focus: true }))],
  });
  return holder;
}

function internal(session) {
  const box = h("input", { type: "checkbox", on: { change: () => session.setOptions({ showInternal: box.checked }) } });
  box.checked = session.options.showInternal;
  return h(
    "div",
    { class: "option" },
    h("label", { class: "check" }, box, "Show internal properties"),
    h("p", { class: "hint" }, "The engine's own keys, which begin with ", code("__"), "."),
  );
}

function ignoring(session, done) {
  const refused = h("p", { class: "error-text", role: "alert" });
  const form = ignoreForm((rule) => session.ignore(rule).then(done, (error) => fill(refused, visible(error.message))));
  return h(
    "div",
    { class: "option" },
    h("span", {}, "Ignore a path"),
    h(
      "p",
      { class: "hint" },
      code("*"),
      " stands for any key or list position. Each property has a button for its own path, too.",
    ),
    form,
    refused,
  );
}
