/** `<stackscope-usage>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { UsageElement } from "./public.js";

export class Usage extends BaseElement implements UsageElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>usage</p>`;
  }
}

define("stackscope-usage", Usage);
