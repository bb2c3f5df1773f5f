import type { StackscopeElement, StateSource } from "../public.js";

/** `<stackscope-integrity>` */
export interface IntegrityElement extends StackscopeElement {
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-integrity": IntegrityElement;
  }
}
