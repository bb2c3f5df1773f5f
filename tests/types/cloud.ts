// Compiled, never run: the client as a strict caller meets it.
import { Checkpoint, EventLog, EventPage, PulumiCloud, endpoints } from "stackscope";
import type { EngineEvent, EndpointInfo, Page, Pages, PulumiCloudOptions, ResourceResult, SearchPage, Stack, StackSummary, UpdateInfo, UpdateStatus, WebhookResponse } from "stackscope";

/** Compiles only where A and B are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;

export function make(signal: AbortSignal): PulumiCloud {
  const options: PulumiCloudOptions = {
    token: async () => "pul-…",
    baseUrl: "https://pulumi.example.com",
    apiVersion: 9,
    fetch: async (url, { method, headers, body }) => fetch(url, { method, headers, ...(body === undefined ? {} : { body }) }),
    retry: { attempts: 2 },
    onRequest: ({ method, path, attempt, headers }) => console.log(method, path, attempt, headers["Accept"]),
    onRetry: ({ code, delayMs }) => console.log(code === "rate_limited", delayMs),
    onWarning: (message) => console.log(message.length),
    debug: (line) => console.log(line),
  };
  const cloud = new PulumiCloud(options);
  void cloud.user.get({ signal, timeoutMs: 1000, retry: false });
  new PulumiCloud({ fetch, retry: false });
  // @ts-expect-error a token is a text or a function
  new PulumiCloud({ token: 7 });
  return cloud;
}

export async function read(cloud: PulumiCloud): Promise<void> {
  const stacks = cloud.stacks.list({ organization: "acme", tagName: "env", resume: "…", maxPages: 5 });
  holds<Same<typeof stacks, Pages<StackSummary>>>();
  for await (const stack of stacks) console.log(stack.stackName.length, stack.lastUpdate?.toFixed());
  for await (const page of stacks.pages()) holds<Same<typeof page, Page<StackSummary>>>();
  const some: StackSummary[] = await stacks.toArray({ limit: 3 });
  console.log(some, stacks.resumeToken, stacks.total, stacks.truncated);
  // @ts-expect-error no such option
  cloud.stacks.list({ organisation: "acme" });

  const stack: Stack = await cloud.stacks.get({ organization: "acme", project: "web", stack: "prod" });
  console.log(stack.currentOperation?.kind, stack.tags?.["env"]?.length);
  const state: Checkpoint = await cloud.stacks.exportState("acme/web/prod", { version: 41 });
  await cloud.stacks.importState("acme/web/prod", state);
  const updates: UpdateInfo[] = await cloud.updates.list("acme/web/prod", { pageSize: 5 }).toArray();
  console.log(updates[0]?.info.kind, updates[0]?.info.resourceChanges?.["create"]);
  const { status } = await cloud.updates.status("acme/web/prod", "id");
  holds<Same<typeof status, UpdateStatus>>();

  const events = cloud.updates.events("acme/web/prod", "id", { follow: { minMs: 100 } });
  const log = new EventLog();
  for await (const event of events) {
    const one: EngineEvent = event;
    log.push(one);
    console.log(one.resourcePreEvent?.metadata?.old?.inputs, one.summaryEvent?.PolicyPacks);
  }
  for await (const page of events.pages()) {
    holds<Same<typeof page, EventPage>>();
    log.push(page);
  }
  for await (const page of cloud.search.resources("acme", { query: "x", facet: ["type"] }).pages()) {
    holds<Same<typeof page, SearchPage>>();
    const found: ResourceResult | undefined = page.items[0];
    console.log(found?.["parent.urn"], page.answer.aggregations?.["type"]?.results?.[0]?.count);
  }
  const hooks: WebhookResponse[] = await cloud.webhooks.list("acme");
  await cloud.tags.set("acme/web/prod", { name: "env", value: "prod" });
  await cloud.usage.resourceSummary("acme", { granularity: "daily", lookbackDays: 7 });
  const table: EndpointInfo[] = endpoints();
  console.log(hooks, table.length, await cloud.request("GET", "/api/user"), await cloud.paginate("/api/orgs/acme/roles").toArray());
}
