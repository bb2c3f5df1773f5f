// Starts the Chromium that the page is tested and photographed in.

import { chromium } from "playwright-core";

const ARGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `CHROME` in the environment names another executable. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROME || "/usr/bin/chromium", args: ARGS });
}
