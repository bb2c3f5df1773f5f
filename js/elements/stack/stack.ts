/** `<stackscope-stack>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StackElement } from "./public.js";

export class Stack extends BaseElement implements StackElement {
  @property() stack: string = "";

  protected override render(): unknown {
    return html`<p>stack</p>`;
  }
}

define("stackscope-stack", Stack);
