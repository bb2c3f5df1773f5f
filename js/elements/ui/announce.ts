/** Tells those who do not see the page what has changed: one live region for all elements. */
import { openModal } from "./tree.js";

// A region is heard where it is in the document before its text changes, and the same text again where it was empty in between.
const PAUSE_MS = 60;
let region: HTMLElement | undefined;
let waiting: string[] = [];

/** Puts the region into the document, ahead of the first words. */
export function listenIn(): void {
  if (region?.isConnected) return;
  region ??= made();
  document.body.append(region);
}

/** Words that come together are said together. What is outside of an open dialog is not heard, so there they are said inside. */
export function announce(text: string): void {
  listenIn();
  const place = openModal() ?? document.body;
  if (region && region.parentNode !== place) place.append(region);
  if (waiting.length === 0) setTimeout(say, PAUSE_MS);
  if (!waiting.includes(text)) waiting.push(text);
  region?.replaceChildren();
}

function say(): void {
  const text = waiting.join(". ");
  waiting = [];
  if (region) region.textContent = text;
}

function made(): HTMLElement {
  const element = document.createElement("div");
  element.setAttribute("role", "status");
  element.setAttribute("aria-live", "polite");
  Object.assign(element.style, { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" });
  return element;
}
