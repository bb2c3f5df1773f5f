// Connecting to a server of another origin, and what becomes of the token.

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "./support/audit.mjs";
import { openAt, openPage } from "./support/browser.mjs";
import { otherServer } from "./support/other-server.mjs";
import { site, staticHost } from "./support/static.mjs";

const TOKEN = "pul-0123456789abcdef0123456789abcdef01234567";

/** The page on a static host, with a server elsewhere. */
async function apart(t, { server = {}, expected = [], ...options } = {}) {
  const other = await otherServer(t, { token: TOKEN, ...server });
  const host = await staticHost(await site());
  const page = await openAt(t, host.url, { close: host.close, expected: [new RegExp(`request to ${other.url}/`), ...expected], ...options });
  return { page, other };
}

async function connect(page, { url, token = TOKEN, organization = "" }) {
  await page.getByLabel("Server", { exact: true }).fill(url);
  await page.getByLabel("Access token").fill(token);
  await page.getByLabel(/^Organisation optional/).fill(organization);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
}

/** Everything that a token must not be in. */
const seen = (page) => page.evaluate(() => {
  const texts = [location.href, document.title, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, JSON.stringify(history.state)];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      texts.push(...[...element.attributes].map(({ value }) => value));
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.localName !== "script" && element.children.length === 0) texts.push(element.textContent);
    }
  };
  walk(document);
  return texts.join("\n");
});

test("with a token to the stacks, another organisation, and away again", async (t) => {
  const { page, other } = await apart(t);
  await page.getByRole("banner").getByRole("link", { name: "Connect" }).click();
  assert.equal(await page.getByLabel("Access token").getAttribute("type"), "password");
  assert.equal(await page.getByLabel("Access token").getAttribute("autocomplete"), "off");
  await connect(page, other);
  await page.waitForFunction(() => location.hash === "#/stacks/acme");
  await page.getByRole("link", { name: "Members" }).waitFor();
  assert.ok(other.requests.length > 0);
  assert.ok(!(await seen(page)).includes(TOKEN), "the token is in sight");

  await page.getByRole("button", { name: /^acme/ }).click();
  await page.getByRole("button", { name: "acme-labs" }).click();
  await page.waitForFunction(() => location.hash === "#/stacks/acme-labs");

  await page.getByRole("button", { name: /^acme-labs/ }).click();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Connect" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Members" }).count(), 0);
  await page.goBack();
  await page.getByRole("heading", { name: "Connect to a server" }).waitFor();
});

test("a link to a stack asks to connect first, and then goes on; a reload asks again", async (t) => {
  const hash = "#/stacks/acme?q=web";
  const { page, other } = await apart(t, { hash });
  await page.getByText("This address leads to a server's stack.").waitFor();
  await connect(page, other);
  await page.locator("stackscope-stacks").waitFor();
  assert.equal(new URL(page.url()).hash, hash);
  await page.reload();
  await page.getByLabel("Access token").waitFor();
  assert.equal(await page.getByLabel("Access token").inputValue(), "");
});

test("failures are told in words, never with the token", async (t) => {
  const { page, other } = await apart(t, { hash: "#/connect", expected: [/ERR_CONNECTION_REFUSED|Failed to load resource/, /^401 for/, /request to http:\/\/127\.0\.0\.1:1\//] });
  const alert = page.getByRole("alert");
  const told = async (words) => {
    await alert.filter({ hasText: words }).waitFor();
    assert.ok(!(await seen(page)).includes(TOKEN));
  };
  await connect(page, { url: other.url, token: "pul-wrong" });
  await told("The server does not accept this token");
  await connect(page, { url: "http://127.0.0.1:1" });
  await told("cannot be reached from this page");
  await connect(page, { url: "http://pulumi.example" });
  await told("Without https the token would cross the network");
  await connect(page, { url: "http://[::1]:8080" });
  await told("by the names localhost and 127.0.0.1 only");
  await connect(page, { url: `https://${TOKEN}@pulumi.example` });
  await alert.filter({ hasText: "Leave the token out of the address" }).waitFor();
  await connect(page, { url: "no address at all" });
  await told("This is not an address");
  await connect(page, { url: "" });
  await told("Enter the address");
  await connect(page, other);
  await page.waitForFunction(() => location.hash === "#/stacks/acme");
});

test("a server that lets no other page read it", async (t) => {
  const { page, other } = await apart(t, { hash: "#/connect", server: { cors: false }, expected: [/CORS policy/, /Failed to load resource/, /^401 for|^40\d for/] });
  await connect(page, other);
  const alert = page.getByRole("alert");
  await alert.filter({ hasText: "CORS" }).waitFor();
  assert.match(await alert.innerText(), /stackscope serve --backend/);
});

test("an address that is no Pulumi service", async (t) => {
  const { page, other } = await apart(t, { hash: "#/connect", expected: [/^404 for/, /Failed to load resource/] });
  await connect(page, { url: `${other.url}/console` });
  await page.getByRole("alert").filter({ hasText: "This is no Pulumi service" }).waitFor();
});

test("an organisation that the server does not name", async (t) => {
  const { page, other } = await apart(t, { hash: "#/connect" });
  await connect(page, { ...other, token: TOKEN, organization: "acme-labs" });
  await page.waitForFunction(() => location.hash === "#/stacks/acme-labs");
});

test("a token that expires leads back to connecting, and the view is shown again", async (t) => {
  const { page, other } = await apart(t, { hash: "#/stacks/acme", expected: [/^401 for/, /Failed to load resource/] });
  await connect(page, other);
  await page.getByRole("link", { name: "Members" }).waitFor();
  other.state.refusing = true;
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByText("no longer takes the token").waitFor();
  other.state.refusing = false;
  await page.getByRole("link", { name: "Connect again" }).click();
  await connect(page, other);
  await page.waitForFunction(() => location.hash === "#/stacks/acme");
  await page.getByText("no longer takes the token").waitFor({ state: "detached" });
});

test("one endpoint that refuses is the matter of its view: the token is asked about first", async (t) => {
  const { page, other } = await apart(t, { hash: "#/stacks/acme", expected: [/^401 for/, /Failed to load resource/] });
  await connect(page, other);
  await page.getByRole("link", { name: "Members" }).waitFor();
  const headers = { "access-control-allow-origin": "*" };
  await page.route("**/api/orgs/acme/members*", (route) => route.fulfill({ status: 401, headers, contentType: "application/json", body: '{"code":401,"message":"Unauthorized"}' }));
  const asksWho = page.waitForResponse((response) => response.url().endsWith("/api/user"));
  await page.getByRole("link", { name: "Members" }).click();
  await page.locator("stackscope-members").getByRole("alert").waitFor();
  await asksWho;
  await page.getByRole("link", { name: "Teams" }).click();
  await page.locator("stackscope-teams .row-slot").first().waitFor();
  assert.equal(await page.getByText("no longer takes the token").count(), 0);
});

test("what the page's own backend answers late counts for nothing once another server is shown", async (t) => {
  const other = await otherServer(t, { token: TOKEN });
  const page = await openPage(t, { hash: "#/connect", expected: [new RegExp(`request to ${other.url}/`)] });
  await page.getByRole("link", { name: "Members" }).waitFor();
  let answer;
  const late = new Promise((resolve) => (answer = resolve));
  await page.route(`${new URL(page.url()).origin}/api/user`, async (route) => {
    await late;
    await route.continue().catch(() => {});
  });
  await page.reload();
  await connect(page, { ...other, token: TOKEN, organization: "acme-labs" });
  await page.waitForFunction(() => location.hash === "#/stacks/acme-labs");
  answer();
  await page.locator("stackscope-stacks .row-slot").first().waitFor();
  await page.getByRole("button", { name: /^acme-labs/ }).click();
  await page.locator(".server-name", { hasText: new URL(other.url).host }).waitFor();
});

test("a server that goes away is told of, and the page goes on when it is back", async (t) => {
  const { page, other } = await apart(t, { hash: "#/stacks/acme", expected: [/Failed to load resource/] });
  await connect(page, other);
  await page.getByRole("link", { name: "Members" }).waitFor();
  other.state.away = true;
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByText("does not answer").waitFor({ timeout: 30_000 });
  await page.locator("stackscope-members").getByRole("alert").waitFor();
  other.state.away = false;
  await page.getByText("does not answer").waitFor({ state: "detached", timeout: 30_000 });
  await page.locator("stackscope-members").getByText("ada").first().waitFor();
});

test("the sample backend needs no connecting, and its organisation is there at once", async (t) => {
  const page = await openPage(t);
  await page.getByRole("link", { name: "Stacks", exact: true }).waitFor();
  await page.getByRole("button", { name: /^acme/ }).click();
  await page.getByText("Sample organisation").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Disconnect" }).count(), 0);
});

for (const dark of [false, true]) {
  test(`connecting passes the audit, with an error too (${dark ? "dark" : "light"})`, async (t) => {
    const page = await openPage(t, { hash: "#/connect", dark });
    await page.getByLabel("Access token").waitFor();
    await connect(page, { url: "nowhere at all" });
    await page.getByRole("alert").waitFor();
    await audit(page);
  });
}
