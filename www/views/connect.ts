/** Connecting to a server: asked for by itself, or because an address leads to something on a server. */
import { html, type TemplateResult } from "lit";
import { empty } from "../../js/elements/ui/panel.js";
import type { App } from "../app.js";
import "../connect/connect.js";

export function connectView(app: App): TemplateResult {
  const { session, route } = app;
  if (session.filesOnly) {
    return html`<h1>Files only</h1>${empty("file", "This page talks to no server", "It was built for files alone.", html`<a class="button button-main" href="#/">Open files</a>`)}`;
  }
  const asked = route.view !== "connect";
  const connected = (): void => {
    if (!asked) app.go(session.organization === undefined ? { view: "open", query: {} } : { view: "stacks", organization: session.organization, query: {} });
  };
  return html`<page-connect .session=${session} .why=${asked ? "This address leads to a server's stack. Connect, and it is shown." : ""} @connected=${connected}></page-connect>`;
}
