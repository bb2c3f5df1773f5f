import type { StackscopeElement } from "../public.js";

/**
 * `<stackscope-resource-count>`: how many resources a stack had after each of its updates, as a chart. A click on a point follows the link to its update.
 * `query` is not used.
 *
 * @example
 * <stackscope-resource-count server="https://pulumi.example.com" stack="acme/web/prod"></stackscope-resource-count>
 */
export interface ResourceCountElement extends StackscopeElement {
  /** `organization/project/stack`. Attribute `stack`. Default: "", which shows nothing. */
  stack: string;
}

/**
 * `<stackscope-usage>`: how many resources an organisation had over time, as a chart and a table.
 *
 * `query`: `granularity` (`hourly`, `daily`, `weekly` or `monthly`; default: `daily`), `days` (how far back; default: as fits the granularity).
 *
 * @example
 * <stackscope-usage server="https://pulumi.example.com" organization="acme"></stackscope-usage>
 */
export interface UsageElement extends StackscopeElement {
  /** Name of the organisation. Attribute `organization`. Default: "", which shows nothing. */
  organization: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-resource-count": ResourceCountElement;
    "stackscope-usage": UsageElement;
  }
}
