import type { StackscopeElement, StateSource } from "../public.js";

/** `<stackscope-resources>` */
export interface ResourcesElement extends StackscopeElement {
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-resources": ResourcesElement;
  }
}
