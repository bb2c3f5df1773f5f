import type { StackscopeElement } from "../public.js";

/**
 * `<stackscope-stacks>`: every stack of an organisation that the server's user may see, however many: filtered, sorted, each a link to the stack.
 *
 * `query` holds `q` (words in the name), `project`, `tag` (`name` or `name=value`), `sort` (`name`, `updated`, `resources`, with `-` for descending;
 * default `-updated`) and `group` (`project`).
 *
 * @example
 * <stackscope-stacks server="https://api.example.com" organization="acme"></stackscope-stacks>
 */
export interface StacksElement extends StackscopeElement {
  /** Name of the organisation. Attribute `organization`. Default none: nothing is shown. */
  organization: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-stacks": StacksElement;
  }
}
