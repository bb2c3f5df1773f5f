/** `<stackscope-stacks>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StacksElement } from "./public.js";

export class Stacks extends BaseElement implements StacksElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>stacks</p>`;
  }
}

define("stackscope-stacks", Stacks);
