/** `stackscope webhooks …` */
import { readFileSync } from "node:fs";
import { Option, type Command } from "commander";
import type { WebhookDelivery, WebhookResponse } from "../node.js";
import { StackscopeError } from "../error.js";
import { targetOf } from "./address.js";
import { addCall, addGroup, given, repeatable, type Call, type Done } from "./call.js";
import { duration, time } from "./cells.js";
import { InputError } from "./exit.js";
import { limitOptions, list, type ListFlags } from "./listing.js";
import { note } from "./output.js";
import { showOne } from "./results.js";
import type { Cell, Column, Field } from "./table.js";

interface WebhookFlags {
  displayName?: string;
  url?: string;
  payload?: string;
  filter?: string[];
  group?: string[];
  secretFile?: string;
  active: boolean;
}

export function webhooksCommands(program: Command, done: Done): void {
  const group = addGroup(program, "webhooks", "list the webhooks of an organization or a stack, create, change, try and delete them", EXAMPLES);
  addCall(group, done, { spec: "list <TARGET>", summary: "list webhooks", description: TARGET, options: limitOptions() }, async ({ cloud, flags }: Call<ListFlags>, target: string) =>
    list((await cloud.webhooks.list(targetOf(target))).map(withoutSecret), WEBHOOKS, flags),
  );
  addCall(group, done, { spec: "get <TARGET> <NAME>", summary: "show a webhook", description: TARGET }, async ({ cloud, flags }: Call, target: string, name: string) =>
    showOne(withoutSecret(await cloud.webhooks.get(targetOf(target), name)), fields, flags),
  );
  const required = [new Option("--display-name <TEXT>", "name for display").makeOptionMandatory(), new Option("--url <URL>", "where payloads go").makeOptionMandatory()];
  const active = new Option("--no-active", "off for the time being");
  addCall(group, done, { spec: "create <TARGET>", summary: "create a webhook", description: TARGET, options: [...required, ...about(), active] }, async ({ cloud, flags }: Call<WebhookFlags>, target: string) => {
    const created = await cloud.webhooks.create(targetOf(target), { displayName: "", payloadUrl: "", active: flags.active, ...bodyOf(flags) });
    await showOne(withoutSecret(created), fields, flags);
    note(`created webhook ${created.name}`);
  });
  const changeable = [new Option("--display-name <TEXT>", "name for display"), new Option("--url <URL>", "where payloads go"), ...about(), new Option("--active", "on").default(undefined), active];
  addCall(group, done, { spec: "update <TARGET> <NAME>", summary: "change a webhook; what isn't given stays", description: TARGET, options: changeable }, async ({ cloud, flags }: Call<WebhookFlags>, target: string, name: string) => {
    const { displayName = "", payloadUrl = "", active: on = true, format, filters, groups } = await cloud.webhooks.get(targetOf(target), name);
    const body = { name, displayName, payloadUrl, active: flags.active ?? on, ...given({ format, filters, groups }), ...bodyOf(flags) };
    await showOne(withoutSecret(await cloud.webhooks.update(target, name, body)), fields, flags);
  });
  addCall(group, done, { spec: "delete <TARGET> <NAME>", summary: "delete a webhook", description: TARGET, takesAway: true }, async ({ cloud }: Call, target: string, name: string) => {
    await cloud.webhooks.delete(targetOf(target), name);
    note(`deleted webhook ${name} of ${target}`);
  });
  addCall(group, done, { spec: "ping <TARGET> <NAME>", summary: "let the server send a test, and show how it went", description: TARGET }, async ({ cloud, flags }: Call, target: string, name: string) =>
    showOne(await cloud.webhooks.ping(targetOf(target), name), deliveryFields, flags),
  );
  addCall(group, done, { spec: "deliveries <TARGET> <NAME>", summary: "list what was sent lately", description: TARGET, options: limitOptions() }, async ({ cloud, flags }: Call<ListFlags>, target: string, name: string) =>
    list(await cloud.webhooks.deliveries(targetOf(target), name), DELIVERIES, flags),
  );
}

const EXAMPLES = `
stackscope webhooks list acme
stackscope webhooks create acme/web/prod --display-name Pager --url https://pager.example/hook --filter update_failed
stackscope webhooks deliveries acme 7910e141`;

const TARGET = "TARGET is an organization, or organization/project/stack; NAME is the name that the server gave the webhook.";

function about(): Option[] {
  return [
    new Option("--payload <FORMAT>", "what is sent").choices(["raw", "slack", "ms_teams", "pulumi_deployments"]),
    repeatable("--filter <EVENT>", "send this event, such as update_failed"),
    repeatable("--group <GROUP>", "send all events of a group, such as deployments"),
    new Option("--secret-file <FILE>", "sign payloads with the key in this file; - reads stdin"),
  ];
}

function bodyOf({ displayName, url, payload, filter, group, secretFile }: WebhookFlags): object {
  return given({ displayName, payloadUrl: url, format: payload, filters: filter, groups: group, secret: secretFile === undefined ? undefined : secretIn(secretFile) });
}

function secretIn(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    throw new InputError(file === "-" ? "stdin" : file, new StackscopeError("cannot be read", { code: "unreadable", cause: error }));
  }
}

/** Some servers give it back. */
function withoutSecret(webhook: WebhookResponse): WebhookResponse {
  return webhook.secret ? { ...webhook, secret: "[secret]" } : webhook;
}

const onOff = ({ active }: WebhookResponse): Cell => (active === false ? { text: "off", tone: "faint" } : "on");

const WEBHOOKS: Column<WebhookResponse>[] = [
  { title: "name", value: ({ name }) => name },
  { title: "display name", value: ({ displayName }) => displayName },
  { title: "state", value: onOff },
  { title: "payload", value: ({ format }) => format },
  { title: "events", value: ({ filters = [], groups = [] }) => [...groups, ...filters].join(", ") || "all" },
  { title: "url", value: ({ payloadUrl }) => payloadUrl },
];

function fields(webhook: WebhookResponse): Field[] {
  const { name, displayName, format, filters, groups, payloadUrl, hasSecret } = webhook;
  return [
    ["name", name],
    ["display name", displayName],
    ["state", onOff(webhook)],
    ["url", payloadUrl],
    ["payload", format],
    ["groups", groups],
    ["events", filters],
    ["signed", hasSecret],
  ];
}

function answered({ responseCode }: WebhookDelivery): Cell {
  if (responseCode === undefined) return undefined;
  return { text: responseCode === 0 ? "none" : String(responseCode), tone: responseCode >= 200 && responseCode < 300 ? "good" : "bad" };
}

const DELIVERIES: Column<WebhookDelivery>[] = [
  { title: "sent", value: ({ timestamp }) => time(timestamp) },
  { title: "kind", value: ({ kind }) => kind },
  { title: "answer", value: answered },
  { title: "ms", value: ({ duration: milliseconds }) => milliseconds },
  { title: "id", value: ({ id }) => id },
];

function deliveryFields(delivery: WebhookDelivery): Field[] {
  const { timestamp, kind, duration: milliseconds, requestUrl, responseBody, id } = delivery;
  return [
    ["sent", time(timestamp)],
    ["kind", kind],
    ["to", requestUrl],
    ["answer", answered(delivery)],
    ["took", milliseconds === undefined ? undefined : milliseconds < 10_000 ? `${milliseconds} ms` : duration(milliseconds / 1000)],
    ["said", responseBody],
    ["id", id],
  ];
}
