/** `<stackscope-resource-count>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { ResourceCountElement } from "./public.js";

export class ResourceCount extends BaseElement implements ResourceCountElement {
  @property() stack: string = "";

  protected override render(): unknown {
    return html`<p>resource-count</p>`;
  }
}

define("stackscope-resource-count", ResourceCount);
