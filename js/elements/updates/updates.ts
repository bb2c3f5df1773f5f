/** `<stackscope-updates>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { UpdatesElement } from "./public.js";

export class Updates extends BaseElement implements UpdatesElement {
  @property() stack: string = "";

  protected override render(): unknown {
    return html`<p>updates</p>`;
  }
}

define("stackscope-updates", Updates);
