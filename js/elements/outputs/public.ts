import type { StackscopeElement, StateSource } from "../public.js";

/**
 * `<stackscope-outputs>`: what a state says of the stack itself: its outputs with secrets masked, operations that were interrupted, how many resources of
 * which sort it holds, when and by which Pulumi it was written.
 *
 * @example
 * <stackscope-outputs state="prod.json"></stackscope-outputs>
 */
export interface OutputsElement extends StackscopeElement {
  /** The state to look at. Attribute `state`: its address. Default: none, and the element is empty. */
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-outputs": OutputsElement;
  }
}
