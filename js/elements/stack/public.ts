import type { StackscopeElement } from "../public.js";

/** `<stackscope-stack>` */
export interface StackElement extends StackscopeElement {
  stack: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-stack": StackElement;
  }
}
