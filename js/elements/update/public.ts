import type { LogSource, StackscopeElement } from "../public.js";

/** `<stackscope-update>` */
export interface UpdateElement extends StackscopeElement {
  log: LogSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-update": UpdateElement;
  }
}
