/** `<stackscope-update>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { LogSource } from "../public.js";
import type { UpdateElement } from "./public.js";

export class Update extends BaseElement implements UpdateElement {
  @property() log: LogSource | undefined;

  protected override render(): unknown {
    return html`<p>update</p>`;
  }
}

define("stackscope-update", Update);
