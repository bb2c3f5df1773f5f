/** The shell of the page: bar, navigation, the view that the address names, notices, theme, and the sheet of keys. */
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { NavigateEvent, Query, QueryEvent, Target } from "../js/elements/public.js";
import type { EngineError } from "../js/elements/engine/engine.js";
import { announce } from "../js/elements/ui/announce.js";
import { icon } from "../js/elements/ui/icon.js";
import { Shortcuts } from "../js/elements/ui/shortcuts.js";
import { connect } from "./connect/account.js";
import { serverMenu } from "./connect/server-menu.js";
import { Health, isAway } from "./health.js";
import { KeySheet } from "./key-sheet.js";
import { navigation } from "./navigation.js";
import { notices } from "./notices.js";
import "./open/drop.js";
import type { FilesEvent } from "./open/drop.js";
import { takeIn } from "./open/intake.js";
import { formatRoute, isAddress, parseRoute, routeTo, type Route } from "./route.js";
import { Session, type StateFile } from "./session.js";
import { Steps } from "./steps.js";
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
  readonly #steps = new Steps();
  /** Files are taken in in the order in which they were given. */
  #taking: Promise<void> = Promise.resolve();
  #asking: AbortController | undefined;

  readonly linkTo = (target: Target): string | undefined => {
    const to = routeTo(target, this.route);
    return to.view === "files" ? undefined : formatRoute(to);
  };

  constructor() {
    super();
    let { server } = this.session;
    this.session.addEventListener("change", () => {
      this.requestUpdate();
      if (this.session.server === server) return;
      ({ server } = this.session);
      this.#asking?.abort();
      if (this.session.onOwnBackend) void this.#toOwnBackend();
    });
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
    const ofFiles = route.view === "files";
    this.#steps.go(formatRoute(ofFiles ? { ...route, query: {} } : route), ofFiles ? route.query : undefined, { replace });
    void this.#moved();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", () => void this.#moved({ back: this.#steps.arrive() }));
    this.addEventListener("stackscope-query", (event) => this.#queried(event));
    this.addEventListener("stackscope-navigate", (event) => this.#navigated(event));
    this.addEventListener("page-files", ({ detail }) => (this.#taking = this.#taking.then(() => this.#takeIn(detail))));
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
          <button type="button" class="button-icon keys-button" title="Keys (?)" aria-label="Keys" @click=${() => this.sheet.open()}>${icon("keyboard")}</button>
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

  /** The backend that serves the page asks for no token: the page connects by itself. Its answer counts for nothing once another server took its place. */
  async #toOwnBackend(): Promise<void> {
    const { server, serverName } = this.session;
    if (server === undefined) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      await connect(this.session, { server, serverName }, asking.signal);
    } catch (error) {
      if (asking.signal.aborted) return;
      const { code } = error as Partial<EngineError>;
      if (isAway(code)) this.health.away();
      else this.notice = code === "unauthorized" ? REFUSED : UNNAMED;
    }
  }

  #stacks(): Route {
    const { organization } = this.session;
    return organization === undefined ? { view: this.session.filesOnly ? "open" : "connect", query: {} } : { view: "stacks", organization, query: {} };
  }

  #routeNow(): Route {
    const route = parseRoute(location.hash);
    return route.view === "files" ? { ...route, query: this.#steps.chosen ?? {} } : route;
  }

  /** `back`: the page was at this step before. */
  async #moved({ back = false } = {}): Promise<void> {
    const last = this.route;
    this.route = this.#routeNow();
    if (!isAddress(location.hash)) this.notice = LOST;
    const elsewhere = placeOf(last) !== placeOf(this.route);
    if (!elsewhere && !back) return;
    if (elsewhere && isAddress(location.hash)) this.notice = "";
    const { route } = this;
    await this.updateComplete;
    if (this.route !== route) return;
    if (elsewhere) this.main.focus({ preventScroll: true });
    if (back) this.#steps.restore(this.main);
    else window.scrollTo({ top: 0, behavior: "instant" });
  }

  async #takeIn({ files, slot }: FilesEvent["detail"]): Promise<void> {
    const { route, notice = "", choose } = await takeIn(files, this.session, slot);
    if (route) {
      this.choosing = choose ?? [];
      this.go(route);
    }
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
const UNNAMED = "The backend of this page does not say which organisations there are. An address such as `#/stacks/NAME` shows the stacks of one.";
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
