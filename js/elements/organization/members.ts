/** `<stackscope-members>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { MembersElement } from "./public.js";

export class Members extends BaseElement implements MembersElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>members</p>`;
  }
}

define("stackscope-members", Members);
