// One of the two places for a state.

import { adviceOn } from "../ui/advice.js";
import { fill, h } from "../ui/dom.js";
import { bytes, count, time } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { name } from "../ui/plain-text.js";

const TITLES = { old: "Old state", new: "New state" };

/** @param {{slot: "old"|"new", session: import("../session.js").Session, chosen: (files: File[], slot: string) => void}} context */
export function slotCard({ slot, session, chosen }) {
  const input = h("input", {
    type: "file",
    multiple: true,
    class: "unseen",
    tabindex: "-1",
    "aria-hidden": "true",
    data: { input: slot },
  });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length > 0) chosen(files, slot);
  });
  const choose = (label, className = "button") =>
    h(
      "button",
      {
        type: "button",
        class: className,
        "aria-label": `${label}: ${TITLES[slot]}`,
        on: { click: () => input.click() },
      },
      label,
    );
  const remove = () =>
    h(
      "button",
      {
        type: "button",
        class: "button-icon",
        "aria-label": `Remove the ${slot} state`,
        title: "Remove",
        on: { click: () => session.clear(slot) },
      },
      icon("close"),
    );

  const body = h("div", { class: "slot-body" });
  const element = h(
    "section",
    { class: "slot", data: { slot }, "aria-label": TITLES[slot] },
    h("p", { class: "slot-title" }, TITLES[slot]),
    body,
    input,
  );
  let drawn;
  let progress;

  const draw = () => {
    const state = session.slots[slot];
    if (state.status === "reading" && drawn?.status === "reading" && drawn.source === state.source)
      progress.update(state.progress);
    else fill(body, parts(state));
    element.dataset.status = state.status;
    drawn = state;
  };

  const parts = ({ status, source, summary, error }) => {
    switch (status) {
      case "reading":
        progress = progressBar(source);
        return [head(source, remove()), progress.element];
      case "ready":
        return [
          head(source, remove()),
          described(summary),
          h("div", { class: "actions" }, choose("Change", "button button-small")),
        ];
      case "failed":
        return [head(source, remove()), adviceOn(error, choose("Choose another file"), again(source))];
      default:
        return [icon("file", "slot-icon"), h("p", {}, choose("Choose a file"), " or drop it here")];
    }
  };
  const again = (source) =>
    h(
      "button",
      { type: "button", class: "button", on: { click: () => session.open({ [slot]: source }) } },
      "Read it again",
    );

  draw();
  session.addEventListener("slot", ({ detail }) => detail === slot && draw());
  return element;
}

function head({ name: called, size }, remove) {
  return h(
    "div",
    { class: "slot-head" },
    icon("file"),
    h(
      "span",
      { class: "slot-name" },
      name(called, "strong"),
      size !== undefined && h("span", { class: "muted" }, " ", bytes(size)),
    ),
    remove,
  );
}

function progressBar(source) {
  const bar = h("progress", { max: 1, "aria-label": `Reading ${source.name}` });
  const words = h("p", { class: "hint" }, "Reading…");
  const update = ({ read, total } = {}) => {
    if (read === undefined) return;
    if (total) bar.value = Math.min(1, read / total);
    fill(words, total ? `${bytes(read)} of ${bytes(total)}` : `${bytes(read)} read`);
  };
  return { element: h("div", { class: "slot-progress" }, bar, words), update };
}

function described({ organization, project, stack, counts, manifest, bytes: size }) {
  const place = [organization, project, stack].filter(Boolean).join("/");
  const fact = (term, words) => words && h("div", { class: "fact" }, h("dt", {}, term), h("dd", {}, words));
  return h(
    "dl",
    { class: "facts facts-small" },
    fact("Stack", place && name(place)),
    fact("Resources", [count(counts.resources), h("span", { class: "muted" }, ` in ${bytes(size)}`)]),
    fact("Saved", time(manifest?.time)),
  );
}
