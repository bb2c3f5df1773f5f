/** Moves the focus to the heading of what someone chose, once it is drawn: the person goes on reading there. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class ChosenFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #chosen: () => string;
  #wanted = false;

  /** `chosen` names what is shown; empty for nothing. */
  constructor(host: ReactiveControllerHost & HTMLElement, chosen: () => string) {
    this.#host = host;
    this.#chosen = chosen;
    host.addController(this);
  }

  /** To be called before the choice. */
  move(): void {
    this.#wanted = true;
  }

  hostUpdated(): void {
    if (!this.#wanted || this.#chosen() === "") return;
    const heading = this.#host.shadowRoot?.querySelector<HTMLElement>(".detail h2");
    if (!heading) return;
    this.#wanted = false;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  }
}
