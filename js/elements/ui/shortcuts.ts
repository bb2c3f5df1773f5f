/** Keys of the elements on the page. One listener serves all; keys typed into a field are left alone. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface Shortcut {
  /** As `KeyboardEvent.key` says it; one key, no modifiers. */
  key: string;
  /** What it does, for the sheet of keys. */
  what: string;
  run: () => void;
}

const hosts = new Set<Shortcuts>();

/** Shortcuts of one element, there as long as the element is on the page and visible. */
export class Shortcuts implements ReactiveController {
  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
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
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
  if (target instanceof Element && target.closest("dialog[open]")) return;
  const found = shortcutsNow().find(({ key }) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found.run();
}
