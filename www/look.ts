/** The elements' own look serves the page around them too: what they say of their host is said of the body. */
import { controls } from "../js/elements/styles/controls.js";
import { elements } from "../js/elements/styles/elements.js";
import { panels } from "../js/elements/styles/panels.js";
import { tokens } from "../js/elements/styles/tokens.js";

document.adoptedStyleSheets = [tokens, elements, controls, panels].map(({ cssText }) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssText.replaceAll(":host", "body"));
  return sheet;
});
