/** What the parts of `<stackscope-update>` share that show one answer of the worker: asked anew when the log has grown, the old one stays meanwhile. */
import { nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { BaseElement } from "../base.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { failed, loading } from "../ui/panel.js";

export abstract class UpdatePart<T> extends BaseElement {
  @property({ attribute: false }) log: ReadyLog | undefined;
  @state() private answer: T | undefined;
  @state() private trouble: Error | undefined;
  #asked: unknown;
  #id: number | undefined;
  #asking = false;

  protected abstract ask(id: number): Promise<T>;
  protected abstract show(answer: T, log: ReadyLog): unknown;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { log } = this;
    if (this.#id !== log?.id) this.answer = undefined;
    this.#id = log?.id;
    if (log && log.facts !== this.#asked && !this.#asking) void this.#ask(log);
  }

  protected override render(): unknown {
    const { log, answer, trouble } = this;
    if (!log) return nothing;
    if (trouble) return failed(trouble, () => void this.#ask(log));
    return answer === undefined ? loading("Reading") : this.show(answer, log);
  }

  /** Goes to the row of a resource. */
  protected readonly go = (urn: string): void => this.setQuery({ tab: "", urn, q: "", severity: "", op: "", status: "" }, { push: true });

  async #ask({ id, facts }: ReadyLog): Promise<void> {
    this.#asking = true;
    this.#asked = facts;
    try {
      const answer = await this.ask(id);
      if (this.log?.id === id) this.answer = answer;
      this.trouble = undefined;
    } catch (error) {
      this.trouble = error as Error;
    } finally {
      this.#asking = false;
      if (this.log?.facts !== this.#asked) this.requestUpdate();
    }
  }
}
