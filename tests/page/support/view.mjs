// What a test reads off a difference and does to it.

import { drop } from "./drop.mjs";

/** Drops two states and waits for their difference. */
export async function compare(page, old, young) {
  await drop(page, "main", [
    { name: "old.json", text: old },
    { name: "new.json", text: young },
  ]);
  await page.locator("stackscope-diff .result:not([data-stale])").waitFor();
}

/** The numbers on the cards, by kind. */
export async function counts(page) {
  const cards = await page
    .locator("button.card")
    .evaluateAll((cards) => cards.map((card) => [card.dataset.kind, card.querySelector(".card-count").textContent]));
  return Object.fromEntries(cards.map(([kind, text]) => [kind, Number(text.replace(/\D/g, ""))]));
}

/** Names of the changed resources in view. */
export function names(page) {
  return page.locator("stackscope-diff .row-title").allTextContents();
}

/** Waits for the words over the list, such as "2 of 6 changed resources". */
export function status(page, words) {
  return page.locator("stackscope-diff .status", { hasText: words }).waitFor();
}

export function row(page, name) {
  return page.locator("stackscope-diff .row", { has: page.locator(".row-title", { hasText: new RegExp(`^${name}$`) }) });
}

/** Unfolds a row and returns it. */
export async function unfold(page, name) {
  const found = row(page, name);
  await found.locator(".row-head").click();
  await found.locator(".actions").waitFor();
  return found;
}

/** A button of the difference's head, such as "Options". */
export function menu(page, name) {
  return page.locator("stackscope-diff .head-actions").getByRole("button", { name, exact: false }).first();
}

/** The card of a kind of change. */
export const card = (page, name) => page.locator("stackscope-diff button.card", { hasText: name });

/** All text of an element, within its shadow trees too. */
export function deepText(locator) {
  return locator.evaluate((element) => {
    const text = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeName === "STYLE") return "";
      return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(text).join("");
    };
    return text(element);
  });
}
