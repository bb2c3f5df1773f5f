/** What the page has to say over the view: the network, the server, and what was just done. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../js/elements/ui/icon.js";
import { prose, visible } from "../js/elements/ui/text.js";
import type { Health } from "./health.js";
import type { Session } from "./session.js";

interface Noticed {
  notice: string;
  health: Health;
  session: Session;
}

export function notices(app: Noticed): TemplateResult {
  const close = (): void => void (app.notice = "");
  return html`<div class="notices" role="status">
    ${trouble(app)}
    ${app.notice
      ? html`<p class="notice">${icon("note")}<span>${prose(app.notice)}</span><button type="button" class="button-icon" aria-label="Close the notice" title="Close" @click=${close}>${icon("close")}</button></p>`
      : nothing}
  </div>`;
}

function trouble({ health, session }: Noticed): TemplateResult | typeof nothing {
  switch (health.trouble) {
    case "none":
      return nothing;
    case "offline":
      return html`<p class="notice" data-kind="warning">${icon("warning")}<span>This machine is offline. Files can be opened all the same.</span></p>`;
    case "away":
      return html`<p class="notice" data-kind="warning">
        ${icon("warning")}<span>${visible(session.serverName)} does not answer. What is shown may be out of date; the page goes on when it is back.</span>
        <button type="button" class="button button-small" @click=${() => void health.ask()}>Try again</button>
      </p>`;
    case "refused":
      return html`<p class="notice" data-kind="warning">
        ${icon("lock")}<span>${visible(session.serverName)} no longer takes the token: it may have expired.</span>
        <a class="button button-small" href="#/connect">Connect again</a>
      </p>`;
  }
}
