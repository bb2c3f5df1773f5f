/** `<stackscope-webhooks>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { WebhooksElement } from "./public.js";

export class Webhooks extends BaseElement implements WebhooksElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>webhooks</p>`;
  }
}

define("stackscope-webhooks", Webhooks);
