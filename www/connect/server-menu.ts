/** Which server the page shows, its organisations, and the way to another one. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../js/elements/ui/icon.js";
import type { Menu } from "../../js/elements/ui/menu.js";
import "../../js/elements/ui/menu.js";
import { name } from "../../js/elements/ui/text.js";
import type { App } from "../app.js";
import { disconnect } from "./account.js";

export function serverMenu(app: App): TemplateResult | typeof nothing {
  const { session, route } = app;
  if (session.filesOnly) return nothing;
  if (session.server === undefined) return html`<a class="button button-small" href="#/connect" aria-current=${route.view === "connect" ? "page" : nothing}>${icon("server")}Connect</a>`;
  const shown = session.organizationAt("organization" in route ? route.organization : undefined);
  const close = ({ currentTarget }: Event): void => (currentTarget as Element).closest<Menu>("stackscope-menu")?.close();
  const choose = (organization: string) => (event: Event): void => {
    close(event);
    session.set({ organization });
    app.go({ view: "stacks", organization, query: {} });
  };
  const leave = (event: Event): void => {
    close(event);
    disconnect(session);
    app.go({ view: "open", query: {} });
  };
  return html`<stackscope-menu class="server" align="end" icon="server" look="button server-button" .label=${shown ?? session.serverName} title="${shown === undefined ? "" : `${shown}, `}${session.serverName}">
    <div class="server-panel">
      <p class="server-name"><span class="strong">${name(session.serverName)}</span>${session.login ? html`<span class="muted">${name(session.login)}</span>` : nothing}</p>
      ${session.organizations.length > 0
        ? html`<p class="label" id="organizations">Organisation</p>
            <ul aria-labelledby="organizations">
              ${session.organizations.map(
                (organization) => html`<li><button type="button" class="choice" aria-pressed=${organization === shown} @click=${choose(organization)}><span class="choice-mark">${organization === shown ? icon("check") : nothing}</span>${name(organization)}</button></li>`,
              )}
            </ul>`
        : nothing}
      <div class="server-ways">
        <a class="choice" href="#/connect" @click=${close}><span class="choice-mark">${icon("server")}</span>Another server…</a>
        ${session.onOwnBackend ? nothing : html`<button type="button" class="choice" @click=${leave}><span class="choice-mark">${icon("close")}</span>Disconnect</button>`}
      </div>
    </div>
  </stackscope-menu>`;
}
