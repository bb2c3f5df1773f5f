/**
 * `<page-connect>`: asks for a server, a token and an organisation. The token lives in the field and in memory; neither the address of the page nor
 * storage nor an error text holds it.
 *
 * In: the session, and why it is asked for. Out: `connected`, once the server has taken the token.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { EngineError } from "../../js/elements/engine/engine.js";
import { announce } from "../../js/elements/ui/announce.js";
import { icon } from "../../js/elements/ui/icon.js";
import { name, prose } from "../../js/elements/ui/text.js";
import type { Session } from "../session.js";
import { connect, disconnect } from "./account.js";
import { serverAddress } from "./address.js";
import { adviceOn, type Advice } from "./advice.js";

const CLOUD = "https://api.pulumi.com";

export class PageConnect extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) why = "";
  @state() private trying: AbortController | undefined;
  @state() private advice: (Advice & { code?: string | undefined }) | undefined;
  @query("form") private form!: HTMLFormElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.trying?.abort();
  }

  protected override render(): TemplateResult {
    const { session, trying, why } = this;
    const busy = trying !== undefined;
    return html`<div class="connect">
      <header class="hero">
        <h1>Connect to a server</h1>
        <p class="lead">${why || "Pulumi Cloud, or another server that speaks its API."}</p>
      </header>
      ${session.server === undefined ? nothing : this.#now()}
      <form class="card" autocomplete="off" novalidate @submit=${this.#submit} aria-busy=${busy}>
        <label>Server
          <input class="field" name="server" type="url" inputmode="url" value=${CLOUD} spellcheck="false" autocomplete="off" autocapitalize="none" required ?disabled=${busy}>
        </label>
        <label>Access token
          <input class="field field-mono" name="token" type="password" spellcheck="false" autocomplete="off" autocapitalize="none" data-1p-ignore data-lpignore="true" aria-describedby="token-hint" ?disabled=${busy}>
          <span class="hint" id="token-hint">Kept in memory until this page is closed or loaded anew, and sent to that server alone.</span>
        </label>
        <label>Organisation <span class="optional">optional</span>
          <input class="field" name="organization" spellcheck="false" autocomplete="off" autocapitalize="none" placeholder="the user's first one" ?disabled=${busy}>
        </label>
        <div class="actions">
          <button class="button button-main" ?disabled=${busy}>${busy ? "Connecting…" : "Connect"}</button>
          ${busy ? html`<button type="button" class="button" @click=${() => trying.abort()}>Cancel</button>` : nothing}
        </div>
        ${this.#trouble()}
      </form>
      <p class="hint connect-else">Servers that do not allow pages of other origins are shown by <code class="code">stackscope serve --backend URL</code>.</p>
    </div>`;
  }

  #now(): TemplateResult {
    const { session } = this;
    return html`<div class="notice connect-now">
      <span>Connected to ${name(session.serverName, "strong")}${session.login ? html` as ${name(session.login, "strong")}` : nothing}.</span>
      ${session.onOwnBackend ? nothing : html`<button type="button" class="button button-small" @click=${this.#leave}>Disconnect</button>`}
    </div>`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const { advice } = this;
    if (advice === undefined) return nothing;
    return html`<div class="trouble" role="alert">
      <p class="trouble-title">${icon("warning")}${advice.title}</p>
      ${advice.todo.map((sentence) => html`<p>${prose(sentence)}</p>`)}
      ${advice.code ? html`<p class="trouble-where"><span class="badge">${advice.code}</span></p>` : nothing}
    </div>`;
  }

  readonly #leave = (): void => {
    disconnect(this.session);
    announce("Disconnected");
    this.requestUpdate();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.trying) return;
    const data = new FormData(this.form);
    const text = (field: string): string => String(data.get(field) ?? "").trim();
    const address = serverAddress(text("server"));
    if ("wrong" in address) {
      this.advice = { title: address.wrong, todo: [] };
      return this.#focus("server");
    }
    const token = text("token");
    const trying = new AbortController();
    this.trying = trying;
    this.advice = undefined;
    try {
      const server = { baseUrl: address.url, ...(token && { token }) };
      await connect(this.session, { server, serverName: address.name, organization: text("organization") }, trying.signal);
      this.form.reset();
      announce(`Connected to ${address.name}`);
      this.dispatchEvent(new Event("connected"));
    } catch (error) {
      if (trying.signal.aborted) return;
      const known = error instanceof EngineError ? error : new EngineError({ message: String(error) });
      this.advice = { ...adviceOn(known, address.url), code: known.code };
    } finally {
      this.trying = undefined;
      if (this.advice) this.#focus("token");
    }
  };

  async #focus(field: "server" | "token"): Promise<void> {
    await this.updateComplete;
    this.form.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  }
}

customElements.define("page-connect", PageConnect);

declare global {
  interface HTMLElementTagNameMap {
    "page-connect": PageConnect;
  }
}
