/** Whether the keys of one character act. On this page they do so wherever the focus is; who wants none of that turns them off, which is kept. */
import { keys } from "../js/elements/ui/shortcuts.js";
import { keep, kept } from "./kept.js";

const OFF = "off";

keys.everywhere = true;
keys.on = kept("keys") !== OFF;

export const keysAreOn = (): boolean => keys.on;

export function turnKeys(on: boolean): void {
  keys.on = on;
  keep("keys", on ? undefined : OFF);
}
