import type { StackscopeElement } from "../public.js";

/** `<stackscope-resource-count>` */
export interface ResourceCountElement extends StackscopeElement {
  stack: string;
}

/** `<stackscope-usage>` */
export interface UsageElement extends StackscopeElement {
  organization: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-resource-count": ResourceCountElement;
    "stackscope-usage": UsageElement;
  }
}
