/** Light, dark, or as the system has it. The choice is the one thing that is kept in storage. */
import type { IconName } from "../js/elements/ui/icon.js";

const KEY = "stackscope-theme";
const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

let theme: Theme = read();
show();

export const themeName = (): Theme => theme;
export const themeIcon = (): IconName => ({ system: "auto", light: "sun", dark: "moon" })[theme] as IconName;

export function nextTheme(): void {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is turned off: the choice lasts as long as the page.
  }
  show();
}

function show(): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((known) => known === kept) ?? "system";
  } catch {
    return "system";
  }
}
