// To the clipboard, and into a file.

import { announce } from "./announce.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

const SAID_FOR_MS = 1600;

/** Copies a text that may still be on its way, which browsers allow only if it is asked for within the click. */
export async function copy(text) {
  const blob = Promise.resolve(text).then((text) => new Blob([text], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

export function copyButton(text, label) {
  const button = h("button", { type: "button", class: "button-icon", "aria-label": label, title: label }, icon("copy"));
  button.addEventListener("click", async () => {
    const done = await copy(text).then(
      () => true,
      () => false,
    );
    fill(button, icon(done ? "check" : "warning"));
    announce(done ? "Copied" : "The browser did not allow copying");
    setTimeout(() => fill(button, icon("copy")), SAID_FOR_MS);
  });
  return button;
}

/** Saves a text as a file. */
export function save(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}
