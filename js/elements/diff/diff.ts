/** `<stackscope-diff>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StateSource } from "../public.js";
import type { DiffElement } from "./public.js";

export class Diff extends BaseElement implements DiffElement {
  @property() old: StateSource | undefined;
  @property() new: StateSource | undefined;

  protected override render(): unknown {
    return html`<p>diff</p>`;
  }
}

define("stackscope-diff", Diff);
