import type { StackscopeElement, StateSource } from "../public.js";

/** `<stackscope-diff>` */
export interface DiffElement extends StackscopeElement {
  old: StateSource | undefined;
  new: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-diff": DiffElement;
  }
}
