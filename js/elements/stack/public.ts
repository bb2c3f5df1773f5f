import type { StackscopeElement } from "../public.js";

/**
 * `<stackscope-stack>`: a stack at a glance: what runs, the latest update, outputs with secrets masked, resources by type, configuration, tags, and, where
 * the server knows them, drift, policies, schedules and references. Each part is read by itself and says by itself what is wrong.
 * `query` is not used.
 *
 * @example
 * <stackscope-stack server="https://api.example.com" stack="acme/web/prod"></stackscope-stack>
 */
export interface StackElement extends StackscopeElement {
  /** `organization/project/stack`. Attribute `stack`. Default none: nothing is shown. */
  stack: string;
  /** Version whose state is shown, from 1. Attribute `version`. Default: the current one. */
  version: number | undefined;
}

/**
 * `<stackscope-versions>`: a menu of the versions of a stack, the newest first. Choosing one is a link to it. `query` is not used.
 *
 * @example
 * <stackscope-versions server="https://api.example.com" stack="acme/web/prod" version="12"></stackscope-versions>
 */
export interface VersionsElement extends StackscopeElement {
  /** `organization/project/stack`. Attribute `stack`. Default none: nothing is shown. */
  stack: string;
  /** The version that is chosen, from 1. Attribute `version`. Default: the current one. */
  version: number | undefined;
  /** The view of the stack that the links lead to. Attribute `tab`. Default `overview`. */
  tab: "overview" | "resources" | "graph" | "integrity" | "updates";
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-stack": StackElement;
    "stackscope-versions": VersionsElement;
  }
}
