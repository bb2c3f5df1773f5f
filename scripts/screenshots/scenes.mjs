/**
 * What is photographed: by name, the address of a view, and what is done there before. `run` gets the page and the folder of the sample files, and is
 * over when what it is about can be seen.
 */
import { join } from "node:path";

const PROD = "acme/web/prod";
const DEV = "acme/web/dev";
const give = (page, folder, ...names) => page.locator("[data-input=any]").first().setInputFiles(names.map((name) => join(folder, name)));
const see = (page, selector, options = {}) => page.locator(selector).first().waitFor(options);
const rows = (page, tag) => see(page, `${tag} .row-slot`);

async function diff(page, folder) {
  await give(page, folder, "old.json", "new.json");
  await rows(page, "stackscope-diff");
}

async function search(page, tag, text) {
  await page.locator(tag).getByRole("searchbox").first().fill(text);
  await page.locator(`${tag} .row-slot`, { hasText: text }).first().waitFor();
}

const part = (name) => async (page, folder) => {
  await give(page, folder, "new.json");
  await rows(page, "stackscope-resources");
  await page.getByRole("tab", { name, exact: true }).click();
  await see(page, `stackscope-${name.toLowerCase()}`);
};

/** A tab of the update. */
const within = (name) => async (page) => {
  await rows(page, "stackscope-update");
  await page.locator("stackscope-update").getByRole("tab", { name }).click();
};

export const SCENES = {
  open: {},
  "open-held": {
    run: async (page, folder) => {
      await give(page, folder, "old.json", "new.json", "update.json");
      await rows(page, "stackscope-diff");
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
      await page.locator("[data-status=ready]").nth(1).waitFor();
    },
  },
  "open-error": {
    run: async (page, folder) => {
      await give(page, folder, "cut.json", "new.json");
      await see(page, ".file-chip, stackscope-diff");
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Open" }).click();
      await see(page, ".slot .trouble");
    },
  },
  dragging: {
    run: (page) => page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([""], "state.json"));
      document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true }));
    }),
  },
  connect: { hash: "#/connect", run: (page) => see(page, "[name=token]") },
  keys: { run: async (page, folder) => { await diff(page, folder); await page.keyboard.press("?"); } },
  "files-forgotten": { hash: "#/files/diff" },
  diff: { run: diff },
  "diff-unfolded": {
    run: async (page, folder) => {
      await diff(page, folder);
      await search(page, "stackscope-diff", "bastion");
      await page.locator("stackscope-diff .row-head").first().click();
      await see(page, "stackscope-diff .row .property, stackscope-diff .row [data-path]");
    },
  },
  "diff-grouped": { run: async (page, folder) => { await diff(page, folder); await page.locator("stackscope-diff").getByRole("button", { name: "Grouped" }).click(); } },
  "diff-large": { large: true, run: async (page, folder) => { await give(page, folder, "old.json", "new.json"); await see(page, "stackscope-diff .row-slot", { timeout: 90_000 }); } },
  reading: { large: true, run: async (page, folder) => { await give(page, folder, "old.json", "new.json"); await see(page, "progress[value]", { timeout: 30_000 }); } },
  state: { run: async (page, folder) => { await give(page, folder, "new.json"); await rows(page, "stackscope-resources"); } },
  "state-resource": {
    run: async (page, folder) => {
      await give(page, folder, "new.json");
      await search(page, "stackscope-resources", "front-door");
      await page.locator("stackscope-resources .row-slot", { hasText: "front-door" }).first().click();
    },
  },
  "state-graph": { run: part("Graph") },
  "state-integrity": { run: part("Integrity") },
  "state-outputs": { run: part("Outputs") },
  update: { run: async (page, folder) => { await give(page, folder, "update.json"); await rows(page, "stackscope-update"); } },
  stacks: { hash: "#/stacks/acme", run: (page) => rows(page, "stackscope-stacks") },
  stack: { hash: `#/stack/${PROD}/overview`, run: (page) => see(page, "stackscope-stack") },
  "stack-resources": { hash: `#/stack/${PROD}/resources`, run: (page) => rows(page, "stackscope-resources") },
  "stack-graph": { hash: `#/stack/${PROD}/graph`, run: (page) => see(page, "stackscope-graph") },
  "stack-integrity": { hash: `#/stack/${PROD}/integrity`, run: (page) => see(page, "stackscope-integrity") },
  "stack-updates": { hash: `#/stack/${PROD}/updates`, run: (page) => see(page, "stackscope-updates") },
  "stack-diff": { hash: `#/diff?old=${PROD}@21&new=${PROD}@22`, run: (page) => rows(page, "stackscope-diff") },
  "stack-update": { hash: `#/stack/${PROD}/updates/22`, run: (page) => rows(page, "stackscope-update") },
  "update-diagnostics": { hash: `#/stack/${PROD}/updates/22`, run: within(/Diagnostics/) },
  "update-policies": { hash: `#/stack/${PROD}/updates/22`, run: within(/Policies/) },
  "update-text": { hash: `#/stack/${PROD}/updates/22`, run: within(/CLI text/) },
  "update-running": { hash: `#/stack/${DEV}/updates/latest`, run: (page) => see(page, "stackscope-update .row-slot, stackscope-update progress") },
  members: { hash: "#/organization/acme/members", run: (page) => rows(page, "stackscope-members") },
  teams: { hash: "#/organization/acme/teams", run: (page) => see(page, "stackscope-teams") },
  webhooks: { hash: "#/organization/acme/webhooks", run: (page) => see(page, "stackscope-webhooks") },
  audit: { hash: "#/organization/acme/audit", run: (page) => rows(page, "stackscope-audit-log") },
  usage: { hash: "#/organization/acme/usage", run: (page) => see(page, "stackscope-usage") },
  search: { hash: "#/organization/acme/search", run: (page) => see(page, "stackscope-search") },
  "server-away": {
    hash: "#/organization/acme/members",
    run: async (page) => {
      await page.route("**/api/**", (route) => route.abort());
      await page.getByRole("link", { name: "Teams" }).click();
      await see(page, ".notices .notice", { timeout: 30_000 });
    },
  },
};
