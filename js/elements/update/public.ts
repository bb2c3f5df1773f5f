import type { LogSource, StackscopeElement } from "../public.js";

/** `<stackscope-update>`: what the event log of an update says. An update that is running is followed to its end. */
export interface UpdateElement extends StackscopeElement {
  /**
   * The log, or the update of a stack, for which `server` is needed. Attribute `log`: an address. Without it the element shows nothing.
   *
   * @example
   * element.log = fileInput.files[0];
   * element.log = { stack: "acme/web/prod", update: 42 };
   */
  log: LogSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-update": UpdateElement;
  }
}
