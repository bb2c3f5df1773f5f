/** What the browser keeps of a person's choices for this page: how it looks and how it is used. Nothing of a state, a server or a token comes here. */
const PREFIX = "stackscope-";

export type Kept = "theme" | "keys";

export function kept(name: Kept): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where storage is turned off, a choice lasts as long as the page. */
export function keep(name: Kept, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // As said above.
  }
}
