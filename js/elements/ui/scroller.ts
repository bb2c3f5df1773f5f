/**
 * What a long list scrolls with, where it stands within that, and what covers it there.
 *
 * In: the list's box as it is laid out. Out: measures in CSS pixels, of this moment. Nothing here needs to know the page around it.
 */
import { upwards } from "./tree.js";

export type Scroller = Element | Window;

/** Pixels at the top and at the bottom of the view that something else takes. */
export interface Edges {
  top: number;
  bottom: number;
}

/** Elements around `box` that may scroll it, innermost first; the page itself is not among them. */
export function scrollersOf(box: Element): Element[] {
  return around(box).filter((at) => /auto|scroll/.test(getComputedStyle(at).overflowY));
}

/**
 * What scrolls `box` now: the innermost of `among` that the box does not fit into, else the window. An element that scrolls sideways alone also says
 * `auto` of its height, but is as high as what it holds.
 */
export function scrollerOf(box: Element, among: readonly Element[]): Scroller {
  const { height } = box.getBoundingClientRect();
  return among.find((at) => at.clientHeight > 0 && marginOf(box, at) + height > at.clientHeight + 1) ?? window;
}

/** How far the box stands from where its scroller's content begins. */
export function marginOf(box: Element, scroller: Scroller): number {
  const { top } = box.getBoundingClientRect();
  return Math.round(isWindow(scroller) ? top + scroller.scrollY : top - viewOf(scroller).top + scroller.scrollTop);
}

/** How far it is scrolled. */
export function offsetOf(scroller: Scroller): number {
  return isWindow(scroller) ? scroller.scrollY : scroller.scrollTop;
}

/** The part of the window that shows what scrolls. */
export function viewOf(scroller: Scroller): Edges {
  if (isWindow(scroller)) return { top: 0, bottom: scroller.innerHeight };
  const top = scroller.getBoundingClientRect().top + scroller.clientTop;
  return { top, bottom: top + scroller.clientHeight };
}

/** What stays over the list while it is scrolled: bars and heads before it, bars after it, in any tree around it. */
export function coveredIn(box: Element, scroller: Scroller): Edges {
  const view = viewOf(scroller);
  const covered = { top: 0, bottom: 0 };
  for (const at of [box, ...around(box)]) {
    if (at === scroller) break;
    for (let by = at.previousElementSibling; by; by = by.previousElementSibling) cover(covered, edgeOf(by, "top", box, view));
    for (let by = at.nextElementSibling; by; by = by.nextElementSibling) cover(covered, edgeOf(by, "bottom", box, view));
  }
  return covered;
}

function edgeOf(element: Element, side: keyof Edges, box: Element, view: Edges): Partial<Edges> {
  const style = getComputedStyle(element);
  if (style.position !== "sticky" && style.position !== "fixed") return {};
  const rect = element.getBoundingClientRect();
  const across = box.getBoundingClientRect();
  const half = (view.bottom - view.top) / 2;
  // What lies beside the list, or over all of it, such as a dialog, is no edge.
  if (rect.height === 0 || rect.height > half || rect.right <= across.left || rect.left >= across.right) return {};
  if (style.position === "sticky") {
    const inset = Number.parseFloat(style[side]);
    return Number.isNaN(inset) ? {} : { [side]: inset + rect.height };
  }
  return rect.top + rect.bottom < view.top + view.bottom ? { top: rect.bottom - view.top } : { bottom: view.bottom - rect.top };
}

function cover(covered: Edges, { top = 0, bottom = 0 }: Partial<Edges>): void {
  covered.top = Math.max(covered.top, top);
  covered.bottom = Math.max(covered.bottom, bottom);
}

/** The elements around another one, below the body. */
function around(element: Element): Element[] {
  return upwards(element).filter((at) => at !== element && at !== document.body && at !== document.documentElement);
}

function isWindow(scroller: Scroller): scroller is Window {
  return scroller === window;
}
