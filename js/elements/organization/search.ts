/** `<stackscope-search>` */
import { html } from "lit";
import { property } from "lit/decorators.js";
import { BaseElement, define } from "../base.js";
import type { SearchElement } from "./public.js";

export class Search extends BaseElement implements SearchElement {
  @property() organization: string = "";

  protected override render(): unknown {
    return html`<p>search</p>`;
  }
}

define("stackscope-search", Search);
