/** What `<stackscope-diff>` takes and tells. */
import type { IgnoreRule } from "../../browser.js";
import type { StackscopeElement, StateSource } from "../public.js";

/**
 * `<stackscope-diff>`: what changed between two states, by resource and property, and around the resources.
 *
 * `query` holds `q` (search), `kinds` (such as `update,delete`), `type`, `package`, `group`, `urn` (the resource that is unfolded), `mode=groups`,
 * `view=unified`, `compare=stacks|versions`, `bookkeeping=1` (show changes of `provider`, `created` and `modified`, which are left out and counted else),
 * `internal=1`, `unordered=1` and `swap=1`.
 *
 * @example
 * const diff = document.querySelector("stackscope-diff");
 * diff.server = "https://api.pulumi.com";
 * diff.old = { stack: "acme/web/prod", version: 41 };
 * diff.new = { stack: "acme/web/prod", version: 42 };
 * diff.ignore = ["outputs.tags.lastSeen", { type: "aws:s3/bucket:Bucket", path: "inputs.tags" }];
 */
export interface DiffElement extends StackscopeElement {
  /** The state before. Attribute `old`: its address. */
  old: StateSource | undefined;
  /** The state after. Attribute `new`: its address. */
  new: StateSource | undefined;
  /** What the old side is called; default: the name of its file, its address or its stack. Attribute `old-name`. */
  oldName: string | undefined;
  /** What the new side is called. Attribute `new-name`. */
  newName: string | undefined;
  /** Changes to leave out: path patterns, or `{path, type, urn}`. Default none. What a person adds or removes is told by `stackscope-ignore`. */
  ignore: readonly IgnoreRule[];
}

/** `ignore` was changed by the person. Paths come out of states: keep them out of addresses. */
export type IgnoreEvent = CustomEvent<{ ignore: readonly IgnoreRule[] }>;

/** The person wants the sides swapped. Cancel it to swap `old` and `new` yourself; else the element shows them swapped, and says so in `query`. */
export type SwapEvent = CustomEvent<Record<string, never>>;

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-diff": DiffElement;
  }
  interface HTMLElementEventMap {
    "stackscope-ignore": IgnoreEvent;
    "stackscope-swap": SwapEvent;
  }
}
