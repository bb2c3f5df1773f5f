// A button that opens a small panel under itself. Escape, a click elsewhere and leaving it with Tab close it.

import { h } from "./dom.js";

const MARGIN_PX = 8;
let panels = 0;

/**
 * @param {{label: Array|string, title?: string, className?: string, panel: () => Node|Node[], align?: "start"|"end"}} options
 *   panel: makes the content each time it opens
 * @returns {HTMLElement} with a method `close`
 */
export function menu({ label, title, className = "button", panel, align = "start" }) {
  const id = `panel-${++panels}`;
  const button = h(
    "button",
    { type: "button", class: className, title, "aria-label": title, "aria-expanded": "false", "aria-controls": id },
    label,
  );
  const holder = h("div", { class: "menu", data: { align } }, button);
  let shown;

  const close = ({ focus = false } = {}) => {
    if (!shown) return;
    shown.remove();
    shown = undefined;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (focus) button.focus();
  };
  const outside = (event) => !holder.contains(event.target) && close();
  const open = () => {
    shown = h("div", { class: "panel", id, role: "group", "aria-label": title ?? button.textContent }, panel());
    holder.append(shown);
    button.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside, true);
    intoView(shown);
    shown.querySelector("button, input, a[href]")?.focus();
  };

  button.addEventListener("click", () => (shown ? close() : open()));
  holder.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.stopPropagation();
    close({ focus: true });
  });
  holder.addEventListener(
    "focusout",
    ({ relatedTarget }) => relatedTarget && !holder.contains(relatedTarget) && close(),
  );
  holder.close = close;
  return holder;
}

function intoView(panel) {
  const { left, right } = panel.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const shift = Math.max(MARGIN_PX - left, Math.min(0, width - MARGIN_PX - right));
  panel.style.translate = `${shift}px 0`;
}
