/** The shell of the page: bar, navigation, the view that the address names, notices, theme, and the sheet of keys. */
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { NavigateEvent, Query, QueryEvent, Target } from "../js/elements/public.js";
import { EngineError } from "../js/elements/engine/engine.js";
import { announce } from "../js/elements/ui/announce.js";
import { icon } from "../js/elements/ui/icon.js";
import { Shortcuts } from "../js/elements/ui/shortcuts.js";
import { connect } from "./connect/account.js";
import { serverMenu } from "./connect/server-menu.js";
import { Health } from "./health.js";
import { KeySheet } from "./key-sheet.js";
import { navigation } from "./navigation.js";
import { notices } from "./notices.js";
import "./open/drop.js";
import type { FilesEvent } from "./open/drop.js";
import { takeIn } from "./open/intake.js";
import { formatRoute, isAddress, parseRoute, routeTo, type Route } from "./route.js";
import { Session, type StateFile } from "./session.js";
import { nextTheme, themeIcon, themeName } from "./theme.js";
import { titleOf } from "./title.js";
import { needsServer, viewOf } from "./views/view.js";

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
  /** States of which two have to be chosen. */
  choosing: StateFile[];
}

export class PageApp extends LitElement implements App {
  readonly session = new Session();
  readonly health = new Health(this.session);
  @state() route: Route = parseRoute(location.hash);
  @state() choosing: StateFile[] = [];
  /** A word about what was just done, until the next step. */
  @state() notice = isAddress(location.hash) ? "" : LOST;
  @query("main") private main!: HTMLElement;
  @query("page-key-sheet") private sheet!: KeySheet;
  /** What was chosen in views of files, by step of the history: names out of a file stay out of addresses. */
  readonly #chosen = new Map<number, Query>();
  /** Steps of an earlier life of the page have smaller numbers. */
  #lastStep = Math.floor(performance.timeOrigin);

  readonly linkTo = (target: Target): string | undefined => {
    const to = routeTo(target, this.route);
    return to.view === "files" ? undefined : formatRoute(to);
  };

  constructor() {
    super();
    this.session.addEventListener("change", () => this.requestUpdate());
    this.health.addEventListener("change", () => {
      this.requestUpdate();
      if (this.health.trouble === "none" && this.session.onOwnBackend && this.session.organization === undefined) void this.#toOwnBackend();
    });
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

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", () => void this.#moved());
    this.addEventListener("stackscope-query", (event) => this.#queried(event));
    this.addEventListener("stackscope-navigate", (event) => this.#navigated(event));
    this.addEventListener("page-files", (event) => void this.#takeIn(event));
    void this.#toOwnBackend();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("route")) return;
    document.title = titleOf(this.route);
    // Once the frame is laid out, so that asking costs nothing.
    requestAnimationFrame(() => setTimeout(() => this.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" })));
  }

  protected override render(): TemplateResult {
    const { session, health, route } = this;
    const halves = (session.old === undefined) !== (session.new === undefined) || route.view === "files";
    return html`
      <header class="bar">
        <a class="skip" href=${formatRoute(route)} @click=${this.#skip}>Skip to the content</a>
        <a class="brand" href="#/"><img src="icon.svg" alt="" width="24" height="24">stackscope</a>
        ${navigation(this)}
        <div class="bar-end">
          ${serverMenu(this)}
          <button type="button" class="button-icon" title="Keys (?)" aria-label="Keys" @click=${() => this.sheet.open()}>${icon("keyboard")}</button>
          <button type="button" class="button-icon" title="Theme: ${themeName()}" aria-label="Theme: ${themeName()}" @click=${this.#theme}>${icon(themeIcon())}</button>
        </div>
      </header>
      ${notices(this)}
      <main id="view" tabindex="-1">${keyed(needsServer(route) ? health.returned : 0, viewOf(this))}</main>
      <page-drop .halves=${halves}></page-drop>
      <page-key-sheet></page-key-sheet>
    `;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.main.focus();
  };

  readonly #theme = (): void => {
    nextTheme();
    announce(`Theme: ${themeName()}`);
    this.requestUpdate();
  };

  /** The backend that serves the page asks for no token: the page connects by itself. */
  async #toOwnBackend(): Promise<void> {
    const { server, serverName } = this.session;
    if (server === undefined) return;
    try {
      await connect(this.session, { server, serverName });
    } catch (error) {
      if (error instanceof EngineError && error.code === "unauthorized") this.notice = REFUSED;
      else this.health.away();
    }
  }

  #stacks(): Route {
    const { organization } = this.session;
    return organization === undefined ? { view: this.session.filesOnly ? "open" : "connect", query: {} } : { view: "stacks", organization, query: {} };
  }

  #routeNow(): Route {
    const route = parseRoute(location.hash);
    return route.view === "files" ? { ...route, query: this.#chosen.get(history.state as number) ?? {} } : route;
  }

  async #moved(): Promise<void> {
    const last = this.route;
    this.route = this.#routeNow();
    if (!isAddress(location.hash)) this.notice = LOST;
    if (placeOf(last) === placeOf(this.route)) return;
    if (isAddress(location.hash)) this.notice = "";
    await this.updateComplete;
    window.scrollTo({ top: 0, behavior: "instant" });
    this.main.focus({ preventScroll: true });
  }

  async #takeIn({ detail }: FilesEvent): Promise<void> {
    const { route, notice = "", choose = [] } = await takeIn(detail.files, this.session, detail.slot);
    this.choosing = choose;
    if (route) this.go(route);
    this.notice = notice;
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

const LOST = "There is nothing at this address. Begin here.";
const REFUSED = "The backend of this page does not accept the token of its server. Start `stackscope serve` with PULUMI_ACCESS_TOKEN set.";

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
