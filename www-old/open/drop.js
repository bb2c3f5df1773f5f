// Files dropped anywhere on the page. While they hover, two halves show where they would go.

import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";

const TITLES = { old: "Old state", new: "New state" };

/** @param {(files: File[], slot: "old"|"new"|undefined) => void} dropped slot: the half under the pointer */
export function dropTarget(dropped) {
  const halves = Object.entries(TITLES).map(([slot, title]) =>
    h("div", { class: "drop-half", data: { slot } }, icon("upload"), h("p", {}, title)),
  );
  const overlay = h("div", { class: "drop-overlay", hidden: true, "aria-hidden": "true" }, halves);
  document.body.append(overlay);

  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const slotAt = (event) => event.target.closest?.("[data-slot]")?.dataset.slot;
  const show = (event) => {
    overlay.hidden = false;
    overlay.classList.toggle("drop-both", event.dataTransfer.items.length > 1);
    for (const half of halves) half.classList.toggle("drop-here", half.dataset.slot === slotAt(event));
  };

  window.addEventListener("dragenter", (event) => hasFiles(event) && show(event));
  window.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    show(event);
  });
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) overlay.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    overlay.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    dropped([...event.dataTransfer.files], slotAt(event));
  });
}

/**
 * Which files go to which slots: two fill both, in their order; one goes where it was put, or to the first slot that is free.
 * @returns {{sources: object}|{refusal: string}}
 */
export function assign(files, slot, slots) {
  const sources = files.map((file) => ({ name: file.name, size: file.size, file }));
  if (sources.length > 2) return { refusal: `${sources.length} files were given; two can be compared.` };
  if (sources.length === 2) return { sources: { old: sources[0], new: sources[1] } };
  if (sources.length === 0) return { refusal: "There was no file in that." };
  const free = ["old", "new"].find((name) => slots[name].status === "empty");
  return { sources: { [slot ?? free ?? "new"]: sources[0] } };
}
