import type { StackscopeElement, StateSource } from "../public.js";

/**
 * `<stackscope-resources>`: the resources of a state as a tree by parent or as a table, with search and filters, and one of them in full in a panel.
 *
 * In `query`: `view` (`table`; default the tree), `q` (text), `type`, `package`, `provider` (URN), `flag`, `sort` of the table (`name`, `type` or `id`,
 * with `-` before it from the last to the first), `fold` (`all` unfolds the tree, `none` folds it), `urn` of the selected resource, with `delete` (`1`)
 * and `id` where it is not the live one. What was folded by hand is forgotten with the element.
 *
 * @example
 * <stackscope-resources state="prod.json"></stackscope-resources>
 */
export interface ResourcesElement extends StackscopeElement {
  /** The state to look at. Attribute `state`: its address. Default: none, and the element is empty. */
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-resources": ResourcesElement;
  }
}
