export default async ({page,go,shot,log,step,drop,server,context}) => {
  await go("#/connect", 1200);
  await step("connect", async()=>{ const f = page.locator("input"); 
    await f.nth(0).fill("http://127.0.0.1:9"); await f.nth(1).fill("x"); await page.getByRole("button",{name:"Connect"}).click(); await page.waitForTimeout(3000); await shot("wrong-server"); log(page.url());
    await f.nth(0).fill("nonsense"); await page.getByRole("button",{name:"Connect"}).click(); await page.waitForTimeout(1500); await shot("wrong-address"); log(page.url()); 
    await page.route("**/api/user**", r=>r.fulfill({status:401,contentType:"application/json",body:'{"code":401,"message":"Unauthorized"}'}));
    await f.nth(0).fill(server.url); await page.getByRole("button",{name:"Connect"}).click(); await page.waitForTimeout(2000); await shot("wrong-token"); log(page.url());
    await page.unroute("**/api/user**"); });
  // keyboard only
  await go("#/stacks/acme", 2500);
  await step("kbd", async()=>{ const seen=[]; for (let i=0;i<18;i++){ await page.keyboard.press("Tab"); seen.push(await page.evaluate(()=>{let a=document.activeElement;while(a?.shadowRoot?.activeElement)a=a.shadowRoot.activeElement;return (a.getAttribute("aria-label")||a.textContent||a.placeholder||a.tagName).trim().slice(0,30)}));} log(seen.join(" > ")); await shot("kbd"); await page.keyboard.press("ArrowDown"); await page.keyboard.press("ArrowDown"); await page.keyboard.press("Enter"); await page.waitForTimeout(1500); log(page.url()); });
  await step("back scroll", async()=>{ await page.goBack(); await page.waitForTimeout(1200); await page.mouse.wheel(0,1200); await page.waitForTimeout(500); const y0=await page.evaluate(()=>scrollY); await page.getByText("tenants/").nth(20).click().catch(()=>{}); await page.waitForTimeout(1500); log("at",page.url()); await page.goBack(); await page.waitForTimeout(1500); log("scroll before",y0,"after back",await page.evaluate(()=>scrollY)); });
  // update rows: unfold, diagnostics of a failed update
  await go("#/stack/acme/payments/staging/updates", 2500); await step("failed", async()=>{ await page.getByText(/^Update \d+$/).first().click(); await page.waitForTimeout(2000); await shot("upd-failed"); await page.getByText("Diagnostics").first().click(); await page.waitForTimeout(700); await shot("upd-failed-diag"); log(page.url()); await page.getByText("Policies").first().click(); await page.waitForTimeout(600); await shot("upd-failed-pol"); });
  await go("#/stack/acme/web/prod/updates/27", 2000); await step("unfold", async()=>{ await page.getByText("session-key").first().click(); await page.waitForTimeout(700); await shot("upd-unfold"); });
  // graph click
  await go("#/stack/acme/web/prod/graph", 2500); await step("g", async()=>{ await page.mouse.click(540,412); await page.waitForTimeout(1800); await shot("graph-clicked"); log(page.url()); await page.mouse.move(640,500); await page.mouse.wheel(0,-400); await page.waitForTimeout(500); await shot("graph-wheel"); log("scrollY", await page.evaluate(()=>scrollY)); });
};
