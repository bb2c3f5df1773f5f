/** `<stackscope-resources>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { StateSource } from "../public.js";
import type { ResourcesElement } from "./public.js";

export class Resources extends BaseElement implements ResourcesElement {
  @property() state: StateSource | undefined;

  protected override render(): unknown {
    return html`<p>resources</p>`;
  }
}

define("stackscope-resources", Resources);
