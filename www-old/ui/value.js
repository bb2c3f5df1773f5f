// A value of a state on the page: quoted, cut where it is long, with a button for more.

import { fill, h } from "./dom.js";
import { bytes } from "./format.js";
import { icon } from "./icons.js";
import { visible } from "./plain-text.js";

const LONGEST_INLINE = 90;
const TALL_CHARACTERS = 1000;
const TALL_LINES = 20;

/** Whether a value reads well within a line of text. */
export function isInline({ text, where }) {
  return !where && text.length <= LONGEST_INLINE && !text.includes("\n");
}

/**
 * @param {object} shown as worker/shown.js makes it
 * @param {{more: (query: {where: object, from: number}) => Promise<{text: string, more: boolean}>, parts?: Array}} options
 *   parts: nodes to show in place of the text, where it is whole
 */
export function value(shown, { more, parts }) {
  const { form, text } = shown;
  if (form === "secret") return h("span", { class: "badge secret" }, icon("lock"), "secret");
  const quote = form === "string" ? h("span", { class: "quote", "aria-hidden": "true" }, '"') : undefined;
  const inside = h("span", { class: "value-text" }, parts ?? visible(text));
  const element = h("code", { class: "code value", dir: "ltr", data: { form } }, quote, inside, quote?.cloneNode(true));
  if (isInline(shown)) return element;
  element.classList.add("value-block");
  if (isTall(text)) scrolls(element);
  return shown.where ? h("div", { class: "value-long" }, element, moreButton(shown, inside, more)) : element;
}

function isTall(text) {
  return text.length > TALL_CHARACTERS || text.split("\n", TALL_LINES + 1).length > TALL_LINES;
}

/** Makes an element a window on what it holds, which the keyboard can scroll too. */
export function scrolls(element) {
  element.classList.add("scrolls");
  element.tabIndex = 0;
}

function moreButton({ where, text, length }, inside, more) {
  let from = text.length;
  const label = (left) => (left === undefined ? "Show more" : `Show more (${bytes(left)} left)`);
  const button = h("button", { type: "button", class: "button button-small" }, label(length && length - from));
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const next = await more({ where, from });
      from += next.text.length;
      inside.append(...visible(next.text));
      if (!next.more) return button.remove();
      fill(button, label(length && length - from));
    } catch (error) {
      fill(button, `Could not be read: ${error.message}`);
    }
    button.disabled = false;
  });
  return button;
}
