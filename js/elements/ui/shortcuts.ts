/**
 * Keys of the elements on the page. One listener serves all; keys typed into a field are left alone.
 *
 * In a page of others an element answers while the focus is within it, and no other key of that page is taken. A page that is made of these elements alone
 * may set `keys.everywhere`.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { KeySettings } from "../public.js";
import { openModal, upwards } from "./tree.js";

export interface Shortcut {
  /** As `KeyboardEvent.key` says it; one key, no modifiers. */
  key: string;
  /** What it does, for the sheet of keys. */
  what: string;
  run: () => void;
}

type Host = ReactiveControllerHost & HTMLElement;

/** For the whole page. */
export const keys: KeySettings = { on: true, everywhere: false };

const OURS = "stackscope-";
const FIELD = "input, textarea, select";
const hosts = new Set<Shortcuts>();

/** Shortcuts of one element, there as long as the element is on the page and visible. */
export class Shortcuts implements ReactiveController {
  constructor(
    readonly host: Host,
    readonly list: readonly Shortcut[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (hosts.size === 0) document.addEventListener("keydown", hear);
    hosts.add(this);
  }

  hostDisconnected(): void {
    hosts.delete(this);
    if (hosts.size === 0) document.removeEventListener("keydown", hear);
  }
}

/** All that work now, for the sheet. */
export function shortcutsNow(): Shortcut[] {
  return [...hosts].filter(({ host }) => host.checkVisibility()).flatMap(({ list }) => list);
}

function hear(event: KeyboardEvent): void {
  if (!keys.on || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const path = event.composedPath();
  const [target] = path;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELD))) return;
  const able = [...hosts].filter(({ host, list }) => host.checkVisibility() && list.some(({ key }) => key === event.key));
  if (able.length === 0) return;
  const modal = openModal();
  const answering = able
    .map((shortcuts) => ({ shortcuts, near: nearness(shortcuts.host, path) }))
    .filter(({ shortcuts: { host }, near }) => (keys.everywhere || near < Infinity) && (!modal || upwards(host).includes(modal)))
    .sort((a, b) => a.near - b.near)[0]?.shortcuts;
  const found = answering?.list.find(({ key }) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found.run();
}

/** How many steps it is from where the focus is out to the host, or to the element that it is a part of; without end where the focus is elsewhere. */
function nearness(host: Host, path: readonly EventTarget[]): number {
  const at = [host, wholeOf(host)].map((element) => path.indexOf(element)).find((index) => index >= 0);
  return at ?? Infinity;
}

/** The outermost of the elements that are part of each other. */
function wholeOf(host: Element): Element {
  const root = host.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith(OURS) ? wholeOf(root.host) : host;
}
