import type { StackscopeElement, StateSource } from "../public.js";

/**
 * `<stackscope-integrity>`: what is wrong with a state, grouped by kind, with what to do about each.
 *
 * In `query`: `q` (text), `severity` (`error`, `warning`), `code`. Findings link to their resource. Which kinds were folded is forgotten with the element.
 *
 * @example
 * <stackscope-integrity state="prod.json"></stackscope-integrity>
 */
export interface IntegrityElement extends StackscopeElement {
  /** The state to look at. Attribute `state`: its address. Default: none, and the element is empty. */
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-integrity": IntegrityElement;
  }
}
