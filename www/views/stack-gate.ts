/**
 * `<page-stack-gate>`: what is in it is shown if there is such a stack, and such a version of it; else what there is instead.
 *
 * In: a server, a stack, a version. What can fail: asking; what is in it then says so by itself.
 */
import { html } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement } from "../../js/elements/base.js";
import { engine, type EngineError } from "../../js/elements/engine/engine.js";
import { serverId } from "../../js/elements/engine/servers.js";
import { absentStack, absentVersion, type Link } from "../../js/elements/stack/absent.js";
import { isAbsent } from "../../js/elements/ui/panel.js";
import type { StackTab } from "../route.js";

export class StackGate extends BaseElement {
  @property({ attribute: false }) stack = "";
  @property({ attribute: false }) version: number | undefined;
  @property({ attribute: false }) tab: StackTab = "overview";
  @state() private missing: { error: EngineError } | { newest: number } | undefined;
  #stop = new AbortController();

  readonly #link: Link = (target, content, options) => this.link(target, content, options);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!["server", "stack", "version"].some((one) => changed.has(one))) return;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.missing = undefined;
    if (this.server !== undefined) void this.#ask(this.#stop.signal);
  }

  protected override render(): unknown {
    const { missing, stack, version = 0, tab } = this;
    if (missing === undefined) return html`<slot></slot>`;
    return "error" in missing ? absentStack(stack, this.#link, missing.error) : absentVersion({ stack, version, newest: missing.newest, tab }, this.#link);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { stack, version } = this;
    try {
      const about = await engine.call("stack.about", { server: await serverId(this.server ?? ""), stack }, { signal });
      // Some servers tell no version here.
      const newest = about.version;
      if (version !== undefined && newest > 0 && version > newest) this.missing = { newest };
    } catch (error) {
      if (!signal.aborted && isAbsent(error as Error)) this.missing = { error: error as EngineError };
    }
  }
}

customElements.define("page-stack-gate", StackGate);
