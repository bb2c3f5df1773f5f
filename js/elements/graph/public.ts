import type { StackscopeElement, StateSource } from "../public.js";

/** `<stackscope-graph>` */
export interface GraphElement extends StackscopeElement {
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-graph": GraphElement;
  }
}
