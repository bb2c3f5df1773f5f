// Webhooks of an organisation, their deliveries, and sending deliveries.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openPage } from "./support/browser.mjs";

const HASH = "#/organization/acme/webhooks";
const HOOKS = /\/api\/orgs\/acme\/hooks$/;
const answer = (status, message) => ({ status, contentType: "application/json", body: JSON.stringify({ code: status, message }) });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Everything that the page holds, shadow trees too. */
const allText = (page) =>
  page.evaluate(() => {
    const walk = (node) => [...node.querySelectorAll("*")].flatMap((one) => [...one.attributes].map(({ value }) => value).concat(one.shadowRoot ? walk(one.shadowRoot) : [])).concat(node.textContent ?? node.innerHTML ?? "");
    return walk(document.body).join("\n");
  });

test("a webhook is chosen, a delivery unfolded; both stay in the address, and back closes", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await page.getByText("3 webhooks").waitFor();
  await page.getByRole("row", { name: /Old inventory/ }).getByText("switched off").waitFor();
  await page.getByRole("button", { name: "Change calendar" }).click();
  await page.getByRole("heading", { level: 2, name: "Change calendar" }).waitFor();
  await page.locator("stackscope-deliveries .count", { hasText: "5" }).waitFor();
  await page.locator("stackscope-deliveries .unfold").first().click();
  await page.getByText('"organization"').waitFor();
  await page.getByText("Request headers").click();
  await page.locator(".headers dd", { hasText: "application/json" }).waitFor();
  const signature = page.locator(".headers dt", { hasText: "Pulumi-Webhook-Signature" }).locator("xpath=following-sibling::dd[1]");
  assert.equal(await signature.textContent(), "[secret]");
  await page.reload();
  await page.getByText('"organization"').waitFor();
  await page.getByRole("button", { name: "Failed (1)" }).click();
  await page.getByText("503 failed").waitFor();
  assert.equal(await page.locator("stackscope-deliveries .unfold").count(), 1);
  await page.goBack();
  await page.getByRole("region", { name: "Webhook" }).waitFor({ state: "detached" });
});

test("a ping asks first, tells what came back, and is listed; so does delivering again", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await page.getByRole("button", { name: "Change calendar" }).click();
  await page.getByRole("button", { name: "Ping" }).click();
  await page.getByText("Deliver a test to calendar.acme.example?").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await page.getByText("Deliver a test to").count(), 0);
  await page.getByRole("button", { name: "Ping" }).click();
  await page.getByRole("button", { name: "Deliver", exact: true }).click();
  await page.getByText("Delivered: answered").waitFor();
  await page.locator("stackscope-deliveries .notice .button-link:focus").waitFor();
  await page.locator("stackscope-deliveries .unfold", { hasText: "ping" }).click();
  await page.getByText("Just a friendly ping").waitFor();
  await page.getByRole("button", { name: "Deliver again" }).click();
  await page.getByRole("button", { name: "Deliver", exact: true }).click();
  await page.locator("stackscope-deliveries .count", { hasText: "7" }).waitFor();
});

test("what came of a ping is not said of another webhook", async (t) => {
  const page = await openPage(t, { hash: HASH });
  let answered;
  const held = new Promise((resolve) => (answered = resolve));
  await page.route(/\/ping$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Change calendar" }).click();
  await page.getByRole("button", { name: "Ping" }).click();
  await page.getByRole("button", { name: "Deliver", exact: true }).click();
  await page.getByText("Delivering…").waitFor();
  await page.getByRole("button", { name: "#deployments" }).click();
  await page.getByRole("heading", { level: 2, name: "#deployments" }).waitFor();
  const late = page.waitForResponse(/\/ping$/);
  answered();
  await (await late).finished();
  await page.getByRole("button", { name: "Change calendar" }).click();
  await page.locator("stackscope-deliveries .unfold", { hasText: "ping" }).waitFor();
  assert.equal(await page.getByText("Delivered: answered").count(), 0);
});

test("a server that takes no deliveries turns the buttons off, with its words", async (t) => {
  const page = await openPage(t, { hash: HASH, expected: [/403/] });
  await page.route(/\/ping$/, (route) => route.fulfill(answer(403, "only administrators may ping")));
  await page.getByRole("button", { name: "Change calendar" }).click();
  await page.getByRole("button", { name: "Ping" }).click();
  await page.getByRole("button", { name: "Deliver", exact: true }).click();
  await page.getByText("Only administrators may ping").waitFor();
  assert.ok(await page.getByRole("button", { name: "Ping" }).isDisabled());
  await page.locator("stackscope-deliveries .unfold").first().click();
  assert.ok(await page.getByRole("button", { name: "Deliver again" }).isDisabled());
  await audit(page);
});

test("nothing that opens doors reaches the page; names do no harm; a megabyte is shown in part", async (t) => {
  const page = await openPage(t, { hash: "#/", width: 360 });
  const hostile = "<img src=x onerror=alert(1)>\u202etxt";
  const hook = { name: "h1", displayName: hostile, payloadUrl: "https://user:hunter2@hooks.slack.com/services/T000/B000/XyZ123abcXyZ123abc?token=tok-12345", active: true, format: "slack", filters: [hostile], secretCiphertext: "cipher-9", secret: "whsec-1" };
  const delivery = {
    id: "d1", kind: hostile, timestamp: 1_780_000_000, duration: 1234, responseCode: 200, requestUrl: hook.payloadUrl,
    requestHeaders: "Authorization: Bearer abcdef123456\r\nX-Api-Key: k-987654\r\nPulumi-Webhook-Signature: 5161beef\r\nX-Plain: yes\r\n",
    payload: JSON.stringify({ nested: { accessToken: "at-4711", apiKey: "ak-4711", password: "pw-4711", note: "see pul-0123456789abcdef" }, big: "x".repeat(1_000_000) }),
    responseHeaders: "Set-Cookie: session=s-4711\r\n", responseBody: hostile,
  };
  await page.route(HOOKS, (route) => route.fulfill({ json: [hook] }));
  await page.route(/\/hooks\/h1\/deliveries$/, (route) => route.fulfill({ json: [delivery] }));
  await page.goto(page.url().replace(/#.*$/, `${HASH}?webhook=h1&delivery=d1`));
  await page.getByRole("button", { name: /Show more/ }).waitFor();
  for (const fold of await page.locator("details.fold").all()) await fold.locator("summary").click();
  await page.locator(".headers dd", { hasText: "yes" }).waitFor();
  const text = await allText(page);
  for (const secret of ["hunter2", "XyZ123abc", "B000", "tok-12345", "cipher-9", "whsec-1", "abcdef123456", "k-987654", "5161beef", "at-4711", "ak-4711", "pw-4711", "pul-0123456789", "s-4711"]) assert.ok(!text.includes(secret), secret);
  assert.ok(text.includes("hooks.slack.com") && text.length < 60_000);
  assert.equal(await overflow(page), 0);
  await audit(page);
});

test("none, failed, and a webhook that is gone", async (t) => {
  const page = await openPage(t, { hash: `${HASH}?webhook=nope`, expected: [/500/, /404/] });
  await page.getByRole("heading", { name: "No such webhook" }).waitFor();
  await page.keyboard.press("Escape");
  await page.route(HOOKS, (route) => route.fulfill({ json: [] }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "No webhooks" }).waitFor();
  await page.unrouteAll();
  await page.route(HOOKS, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404 page not found\n" }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("This server does not list webhooks").waitFor();
});

test("webhooks of a stack, on a page of its own", async (t) => {
  const page = await openPage(t, { hash: "#/" });
  await page.evaluate(() => {
    const element = document.createElement("stackscope-webhooks");
    Object.assign(element, { server: ".", stack: "acme/web/prod" });
    document.body.append(element);
  });
  await page.getByRole("button", { name: "Pager" }).click();
  await page.getByText("https://pager.acme.example/events").waitFor();
  await page.getByText("Deliveries are signed with a key").waitFor();
});

test("keyboard alone", async (t) => {
  const page = await openPage(t, { hash: HASH });
  await page.getByText("3 webhooks").waitFor();
  await page.getByRole("button", { name: "Refresh" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Change calendar" }).waitFor();
  await page.locator("stackscope-deliveries .row-slot").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("stackscope-deliveries .row-slot[data-index='1'] [aria-expanded=true]").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Webhook" }).waitFor({ state: "detached" });
});

for (const [width, dark] of [[360, true], [1280, false], [1920, true]]) {
  test(`${width} px${dark ? ", dark" : ""}: accessible with a delivery open, nothing overflows`, async (t) => {
    const page = await openPage(t, { hash: HASH, width, dark });
    await audit(page);
    await page.getByRole("button", { name: "Change calendar" }).click();
    await page.locator("stackscope-deliveries .unfold").first().click();
    await page.getByText("Request headers").click();
    await page.getByRole("button", { name: "Ping" }).click();
    await audit(page);
    assert.equal(await overflow(page), 0);
  });
}
