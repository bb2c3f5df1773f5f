import type { StackscopeElement } from "../public.js";

/** `<stackscope-stacks>` */
export interface StacksElement extends StackscopeElement {
  organization: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-stacks": StacksElement;
  }
}
