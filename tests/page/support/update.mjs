// What tests of an update read off the page.

import { readFileSync } from "node:fs";

/** The line of a resource. */
export function resource(page, name) {
  return page.locator("stackscope-update-resources .row", { has: page.getByRole("button", { name, exact: true }) });
}

export const tab = (page, name) => page.getByRole("tab", { name: new RegExp(`^\\s*${name}`) });

/** Whether nothing goes beyond the sides of the window. */
export const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Does what saves a file, and gives the file. */
export async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
