/** `<page-show-room>`: every element live, beside the HTML that makes it and the events that it tells. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { ref } from "lit/directives/ref.js";
import { icon } from "../../js/elements/ui/icon.js";
import { copyButton } from "../../js/elements/ui/clipboard.js";
import { nextTheme, themeIcon, themeName } from "../theme.js";
import { elementOf, examples, sourceOf, type Example } from "./example.js";

const EVENTS = ["stackscope-query", "stackscope-navigate", "stackscope-ignore", "stackscope-swap"];
const NEAR = "400px";
const ACCENTS = ["default", "#0b6e4f", "#b3261e", "#0a58ca"] as const;

class ShowRoom extends LitElement {
  readonly #served = document.querySelector<HTMLMetaElement>('meta[name="stackscope-backend"]')?.content !== "none";
  readonly #made = new WeakSet<Element>();
  readonly #near = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => this.#make(target)), { rootMargin: NEAR });
  @state() private told: Readonly<Record<string, string>> = {};
  @state() private accent: (typeof ACCENTS)[number] = "default";

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <header class="bar">
        <a class="brand" href="./"><img src="icon.svg" alt="" width="24" height="24">stackscope</a>
        <nav aria-label="Pages"><a href="./">Page</a><a href="elements.html" aria-current="page">Elements</a></nav>
        <div class="bar-end">
        <label class="check"><span class="accent">Accent</span> ${this.#accents()}</label>
        <button type="button" class="button-icon" title="Theme: ${themeName()}" aria-label="Theme: ${themeName()}" @click=${this.#theme}>${icon(themeIcon())}</button>
        </div>
      </header>
      <main id="view" tabindex="-1" class="room">
        <div class="room-head">
          <h1>Elements</h1>
          <p class="muted"><code class="code">import "stackscope/elements"</code> defines them. Properties go in, events come out, CSS custom properties set the look.</p>
        </div>
        <nav class="room-list" aria-label="Elements">${examples.map(({ tag }) => html`<a href="#${tag}">${tag.replace("stackscope-", "")}</a>`)}</nav>
        <div class="room-shown">${examples.map((example) => this.#example(example))}</div>
      </main>
    `;
  }

  #example(example: Example): TemplateResult {
    const { tag, words, server } = example;
    const absent = server && !this.#served;
    const source = sourceOf(example);
    return html`<section id=${tag} aria-labelledby="${tag}-title">
      <h2 id="${tag}-title"><code class="code">&lt;${tag}&gt;</code></h2>
      <p>${words}</p>
      <div class="room-source"><pre tabindex="0" aria-label="Source of ${tag}"><code class="code">${source}</code></pre>${copyButton(source, "Copy the source")}</div>
      ${absent
        ? html`<p class="notice">This one reads from a server, and the page is served without one: <code class="code">npx stackscope serve</code> brings a sample.</p>`
        : html`<div class="room-box" role="region" aria-label="${tag}, live" tabindex="0" data-tag=${tag} ${ref((box) => box && this.#near.observe(box))}></div>`}
      ${this.told[tag] === undefined ? nothing : html`<p class="room-told" role="status">${icon("bolt")}<code class="code">${this.told[tag]}</code></p>`}
    </section>`;
  }

  #accents(): TemplateResult {
    const choose = ({ target }: Event): void => {
      this.accent = (target as HTMLSelectElement).value as (typeof ACCENTS)[number];
      if (this.accent === "default") document.documentElement.style.removeProperty("--stackscope-accent");
      else document.documentElement.style.setProperty("--stackscope-accent", this.accent);
    };
    return html`<select class="field" aria-label="Accent" @change=${choose}>${ACCENTS.map((value) => html`<option ?selected=${value === this.accent}>${value}</option>`)}</select>`;
  }

  // An element is made when its place comes near: sixteen at once would read everything before anybody looks.
  #make(box: Element): void {
    this.#near.unobserve(box);
    const example = examples.find(({ tag }) => tag === (box as HTMLElement).dataset["tag"]);
    if (!example || this.#made.has(box)) return;
    this.#made.add(box);
    const element = elementOf(example);
    for (const type of EVENTS) {
      element.addEventListener(type, (event) => (this.told = { ...this.told, [example.tag]: `${type} ${JSON.stringify((event as CustomEvent).detail)}` }));
    }
    box.append(element);
  }

  readonly #theme = (): void => {
    nextTheme();
    this.requestUpdate();
  };
}

customElements.define("page-show-room", ShowRoom);
