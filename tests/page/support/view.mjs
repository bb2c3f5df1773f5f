// What a test reads off the page and does to it.

import { drop } from "./drop.mjs";

/** Drops two states and waits for their difference. */
export async function compare(page, old, young) {
  await drop(page, "#views", [
    { name: "old.json", text: old },
    { name: "new.json", text: young },
  ]);
  await page.getByRole("heading", { name: "Differences", exact: true }).waitFor();
  await page.locator(".state:not([hidden])").waitFor({ state: "detached" });
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
  return page.locator("#views > :not([hidden]) .row .row-name bdi").allTextContents();
}

/** Waits for the words over the list, such as "2 of 6 changed resources". */
export function status(page, words) {
  return page.locator("#views > :not([hidden]) .status", { hasText: words }).waitFor();
}

export function row(page, name) {
  return page.locator("#views > :not([hidden]) .row", {
    has: page.locator(".row-name bdi", { hasText: new RegExp(`^${name}$`) }),
  });
}

/** Unfolds a row and returns it. */
export async function unfold(page, name) {
  const found = row(page, name);
  await found.locator(".row-head").click();
  await found.locator(".detail-actions, .record .facts").first().waitFor();
  return found;
}
