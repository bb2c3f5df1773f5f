// A property change as the page shows it.

import { cut } from "./bounded.js";
import { shown } from "./shown.js";

const MOST_LINES = 400;
const LONGEST_PATH = 2000;

/** @param {object} where names the change; the side is added */
export function property(change, where) {
  const { path, kind, secret, moved, inside, fallback, lines } = change;
  const view = { path: cut(path, LONGEST_PATH), kind, secret, moved, fallback };
  if (inside) view.inside = { path: cut(inside.path, LONGEST_PATH), format: inside.format };
  if (lines) {
    view.lines = lines.slice(0, MOST_LINES).map(({ kind, text }) => ({ kind, text: cut(text ?? "") }));
    view.linesLeft = Math.max(0, lines.length - MOST_LINES);
  } else {
    for (const side of ["before", "after"]) {
      if (change[side] !== undefined) view[side] = shown(change[side], { ...where, side });
    }
  }
  return view;
}
