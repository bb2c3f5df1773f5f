/** The shell of the page: bar, navigation, the view that the address names, theme, and the sheet of keys. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import type { NavigateEvent, Query, QueryEvent, Target } from "../js/elements/public.js";
import { icon } from "../js/elements/ui/icon.js";
import { Shortcuts } from "../js/elements/ui/shortcuts.js";
import { navigation } from "./navigation.js";
import { formatRoute, parseRoute, routeTo, type Route } from "./route.js";
import { Session } from "./session.js";
import { KeySheet } from "./key-sheet.js";
import { nextTheme, themeIcon, themeName } from "./theme.js";
import { viewOf } from "./views/view.js";

/** What a view is given. */
export interface App {
  route: Route;
  session: Session;
  /** Goes to a route; `replace` leaves no step in the history. */
  go: (route: Route, options?: { replace?: boolean }) => void;
  /** For the `linkTo` of elements. */
  linkTo: (target: Target) => string | undefined;
  /** For the `query` of elements: what the address says. */
  query: Query;
}

export class PageApp extends LitElement implements App {
  readonly session = new Session();
  @state() route: Route = parseRoute(location.hash);
  @query("main") private main!: HTMLElement;
  @query("page-key-sheet") private sheet!: KeySheet;
  /** What was chosen in views of files, by step of the history: names out of a file stay out of addresses. */
  readonly #chosen = new Map<number, Query>();
  #lastStep = 0;

  readonly linkTo = (target: Target): string | undefined => {
    const to = routeTo(target, this.route);
    return to.view === "files" ? undefined : formatRoute(to);
  };

  constructor() {
    super();
    this.session.addEventListener("change", () => this.requestUpdate());
    new Shortcuts(this, [
      { key: "?", what: "Show this sheet of keys", run: () => this.sheet.open() },
      { key: "/", what: "Go to the search field", run: () => focusSearch(this.main) },
      { key: "g", what: "Go to the stacks", run: () => this.go(this.#stacks()) },
      { key: "o", what: "Open files or connect", run: () => this.go({ view: "open", query: {} }) },
      { key: "t", what: "Change the theme", run: () => this.#theme() },
    ]);
  }

  get query(): Query {
    return this.route.query;
  }

  go(route: Route, { replace = false } = {}): void {
    let step: number | null = null;
    if (route.view === "files") {
      step = ++this.#lastStep;
      this.#chosen.set(step, route.query);
    }
    const hash = formatRoute(step === null ? route : { ...route, query: {} });
    if (replace) history.replaceState(step, "", hash);
    else history.pushState(step, "", hash);
    void this.#moved();
  }

  #routeNow(): Route {
    const route = parseRoute(location.hash);
    return route.view === "files" ? { ...route, query: this.#chosen.get(history.state as number) ?? {} } : route;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", () => void this.#moved());
    this.addEventListener("stackscope-query", (event) => this.#queried(event));
    this.addEventListener("stackscope-navigate", (event) => this.#navigated(event));
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href=${formatRoute(this.route)} @click=${this.#skip}>Skip to the content</a>
      <header class="bar">
        <a class="brand" href="#/"><img src="icon.svg" alt="" width="24" height="24">stackscope</a>
        ${navigation(this)}
        <span class="bar-space"></span>
        ${this.session.serverName ? html`<a class="server" href="#/" title="Change the server">${icon("server")}<span>${this.session.serverName}</span></a>` : nothing}
        <button type="button" class="button-icon" title="Keys (?)" aria-label="Keys" @click=${() => this.sheet.open()}>${icon("keyboard")}</button>
        <button type="button" class="button-icon" title="Theme: ${themeName()}" aria-label="Theme: ${themeName()}" @click=${this.#theme}>${icon(themeIcon())}</button>
      </header>
      <main id="view" tabindex="-1">${viewOf(this)}</main>
      <page-key-sheet></page-key-sheet>
    `;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.main.focus();
  };

  readonly #theme = (): void => {
    nextTheme();
    this.requestUpdate();
  };

  #stacks(): Route {
    const { organization } = this.session;
    return organization === undefined ? { view: "open", query: {} } : { view: "stacks", organization, query: {} };
  }

  async #moved(): Promise<void> {
    const last = this.route;
    this.route = this.#routeNow();
    if (placeOf(last) === placeOf(this.route)) return;
    await this.updateComplete;
    window.scrollTo({ top: 0, behavior: "instant" });
    this.main.focus({ preventScroll: true });
  }

  #queried(event: QueryEvent): void {
    const { query, push } = event.detail;
    this.go({ ...this.route, query }, { replace: !push });
  }

  // Anchors go by themselves; only a link without an address has to be followed here.
  #navigated(event: NavigateEvent): void {
    const { target } = event.detail;
    if (!event.defaultPrevented && this.linkTo(target) === undefined) this.go(routeTo(target, this.route));
  }
}

/** What of a route is another place, and not a choice within one. */
function placeOf(route: Route): string {
  return formatRoute({ ...route, query: {} });
}

function focusSearch(within: HTMLElement): void {
  const fields: HTMLElement[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.matches("input[type=search]") && element.checkVisibility()) fields.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(within);
  fields[0]?.focus();
}

customElements.define("stackscope-app", PageApp);
