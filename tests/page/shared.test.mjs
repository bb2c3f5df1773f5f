// What elements share: servers that are told apart by what they say, and a worker whose death mixes nothing up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./support/browser.mjs";
import { drop } from "./support/drop.mjs";
import { BUCKET, state } from "./support/states.mjs";

/** Puts an element on the page by itself, beside the view. */
const place = (page, tag, properties) =>
  page.evaluate(
    ([tag, properties]) => {
      document.querySelector("stackscope-app").hidden = true;
      document.body.append(Object.assign(document.createElement(tag), properties));
    },
    [tag, properties],
  );

test("a server that says the same is the same: another object for it asks nobody anew", async (t) => {
  const page = await openPage(t, { hash: "#/files/new" });
  const server = { baseUrl: "." };
  await place(page, "stackscope-stacks", { server, organization: "acme" });
  await page.locator("stackscope-stacks").getByText("web/", { exact: false }).first().waitFor();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const again = { server: { ...server } };
  await page.evaluate(([again]) => Object.assign(document.querySelector("stackscope-stacks"), again), [again]);
  await page.evaluate(() => document.querySelector("stackscope-stacks").updateComplete);
  // A second element with an object of its own reads nothing twice either.
  await place(page, "stackscope-members", { ...again, organization: "acme" });
  await page.locator("stackscope-members").getByText("ada", { exact: true }).first().waitFor();
  assert.deepEqual(asked.filter((path) => path === "/api/user/stacks"), []);
});

test("after the worker died, another file shows its own resources and not those of the last one", async (t) => {
  const page = await openPage(t);
  await page.addInitScript(() => {
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        globalThis.workers.push(this);
      }
    };
  });
  await page.reload();
  const file = (name) => [{ name: `${name}.json`, text: state([{ type: BUCKET, name, inputs: {} }]) }];
  await drop(page, "main", file("first-bucket"));
  const resources = page.locator("stackscope-resources");
  await resources.getByText("first-bucket", { exact: true }).first().waitFor();
  await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true })));
  await resources.getByRole("button", { name: "Try again" }).waitFor();
  await drop(page, "main", file("second-bucket"));
  await page.getByText("second-bucket", { exact: true }).first().waitFor();
  await page.goto(`${page.url().split("#")[0]}#/files/new`);
  await resources.getByText("second-bucket", { exact: true }).first().waitFor();
  assert.equal(await resources.getByText("first-bucket", { exact: true }).count(), 0);
  assert.equal(await page.evaluate(() => globalThis.workers.length), 2);
});
