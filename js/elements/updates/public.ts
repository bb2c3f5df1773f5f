import type { StackscopeElement } from "../public.js";

/** `<stackscope-updates>` */
export interface UpdatesElement extends StackscopeElement {
  stack: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-updates": UpdatesElement;
  }
}
