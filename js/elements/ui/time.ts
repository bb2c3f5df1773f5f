/** `<stackscope-time .value>`: how long ago something was, the exact time on hover; it keeps up with the clock. */
import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { define } from "../base.js";
import { exact, moment, relative } from "./format.js";

const EVERY_MS = 30_000;
const shown = new Set<Time>();
let ticking: ReturnType<typeof setInterval> | undefined;

export class Time extends LitElement {
  /** Unix seconds, a date, or an ISO 8601 text. */
  @property({ attribute: false }) value: number | string | Date | undefined;

  protected override render() {
    const date = moment(this.value);
    return date ? html`<time datetime=${date.toISOString()} title=${exact(date)}>${relative(date)}</time>` : nothing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    ticking ??= setInterval(() => shown.forEach((time) => time.requestUpdate()), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size === 0) ticking = void clearInterval(ticking);
  }
}

define("stackscope-time", Time);

/** How long ago `value` was; nothing where there is no such time. */
export const time = (value: number | string | Date | undefined): unknown =>
  moment(value) === undefined ? nothing : html`<stackscope-time .value=${value}></stackscope-time>`;
