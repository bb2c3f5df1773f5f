/** Where the page begins: drop files, or connect to a server. */
import { html } from "lit";
import type { App } from "../app.js";

export function openView(_app: App): unknown {
  return html`<h1>Open</h1>`;
}
