/** Light, dark, or as the system has it. The choice is kept. */
import type { IconName } from "../js/elements/ui/icon.js";
import { keep, kept } from "./kept.js";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

let theme: Theme = THEMES.find((known) => known === kept("theme")) ?? "system";
show();

export const themeName = (): Theme => theme;
export const themeIcon = (): IconName => ({ system: "auto", light: "sun", dark: "moon" })[theme] as IconName;

export function nextTheme(): void {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  keep("theme", theme);
  show();
}

function show(): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
