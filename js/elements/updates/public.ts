import type { StackscopeElement } from "../public.js";

/**
 * `<stackscope-updates>`: the history of a stack, newest first: each update a link. One that runs is kept up with. Two versions can be chosen to compare.
 *
 * `query` holds `q` (words of message, author, commit, branch), `kind`, `result`, `previews` (`1`: show those since the last update) and `compare`
 * (one or two versions, as `28,30`).
 *
 * @example
 * <stackscope-updates server="https://api.example.com" stack="acme/web/prod"></stackscope-updates>
 */
export interface UpdatesElement extends StackscopeElement {
  /** `organization/project/stack`. Attribute `stack`. Default none: nothing is shown. */
  stack: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-updates": UpdatesElement;
  }
}
