// Updates, previews and engine events.

import { S, STACK } from "../world.mjs";

const WORDS = ["update", "preview", "refresh", "destroy"];
const DEV = "/api/stacks/acme/web/dev";
/** A stack of the sample that has previews behind its latest update. */
const PREVIEWED = "/api/stacks/acme/network/prod";

const service = (world, path) => world.get(`${path}/updates?output-type=service`).then(({ updates }) => updates);
const latest = async (world) => (await service(world, S))[0];
const running = async (world) => (await service(world, DEV)).find(({ info }) => info.result === "in-progress");
const preview = async (world) => (await world.get(`${PREVIEWED}/updates/latest/previews`)).updates[0];

/** `update` is what the client takes for granted. */
const options = (word) => (word === "update" ? [] : [{ kind: word }]);
const PAGED = [["page", 1], ["pageSize", 100]];

const ofKind = (word) => [
  {
    function: "updates.status",
    but: `under ${word}/`,
    before: latest,
    args: ({ updateID }) => [STACK, updateID, ...options(word)],
    sends: ({ updateID }) => ({ method: "GET", path: `${S}/${word}/${updateID}` }),
  },
  {
    function: "updates.events",
    but: `under ${word}/`,
    before: latest,
    args: ({ updateID }) => [STACK, updateID, ...options(word)],
    sends: ({ updateID }) => ({ method: "GET", path: `${S}/${word}/${updateID}/events` }),
    list: "events",
  },
  {
    function: "updates.eventLog",
    but: `under ${word}/`,
    before: latest,
    args: ({ updateID }) => [STACK, updateID, ...options(word)],
    sends: ({ updateID }) => ({ method: "GET", path: `${S}/${word}/${updateID}/events` }),
    gives: (log, { answers, ok, equal }) => {
      const events = answers.flatMap((answer) => answer.events);
      ok(events.length > 0, "the sample has no events");
      equal(log.length, events.length, "events in the log");
      equal(log.events({ limit: events.length }), events, "events");
    },
  },
  {
    function: "updates.cancel",
    but: `under ${word}/`,
    before: running,
    args: ({ updateID }) => ["acme/web/dev", updateID, ...options(word)],
    sends: ({ updateID }) => ({ method: "POST", path: `${DEV}/${word}/${updateID}/cancel` }),
    gives: "nothing",
  },
];

export const updates = [
  {
    function: "updates.list",
    args: () => [STACK],
    sends: () => ({ method: "GET", path: `${S}/updates`, query: [["output-type", "service"], ...PAGED] }),
    list: "updates",
  },
  {
    function: "updates.list",
    but: "in pages of two",
    args: () => [STACK, { pageSize: 2 }],
    sends: () => ({ method: "GET", path: `${S}/updates`, query: [["output-type", "service"], ["page", 1], ["pageSize", 2]] }),
    then: () => [{ method: "GET", path: `${S}/updates`, query: [["output-type", "service"], ["page", 2], ["pageSize", 2]] }],
    list: "updates",
  },
  ...WORDS.flatMap(ofKind),
  {
    function: "updates.events",
    but: "of some types and one resource",
    before: latest,
    args: ({ updateID }) => [STACK, updateID, { type: [6, 7], urn: "urn:pulumi:prod::web::t$u::n", includeNonActivated: true }],
    sends: ({ updateID }) => ({
      method: "GET",
      path: `${S}/update/${updateID}/events`,
      query: [["type", 6], ["type", 7], ["urn", "urn:pulumi:prod::web::t$u::n"], ["include_non_activated", true]],
    }),
    list: "events",
    gives: (value, { ok }) => ok(Array.isArray(value), "no list"),
  },
  {
    function: "updates.cancel",
    but: "one that is over",
    before: latest,
    args: ({ updateID }) => [STACK, updateID],
    sends: ({ updateID }) => ({ method: "POST", path: `${S}/update/${updateID}/cancel` }),
    fails: "conflict",
  },
  {
    function: "updates.previews",
    args: () => ["acme/network/prod"],
    sends: () => ({ method: "GET", path: `${PREVIEWED}/updates/latest/previews`, query: [["asc", false], ...PAGED] }),
    list: "updates",
  },
  {
    function: "updates.previewsOf",
    before: async (world) => (await service(world, PREVIEWED))[0],
    args: ({ version }) => ["acme/network/prod", version, { asc: true }],
    sends: ({ version }) => ({ method: "GET", path: `${PREVIEWED}/updates/${version}/previews`, query: [["asc", true], ...PAGED] }),
    list: "updates",
  },
  { function: "updates.latest", args: () => [STACK], sends: () => ({ method: "GET", path: `${S}/updates/latest` }) },
  { function: "updates.get", args: () => [STACK, 2], sends: () => ({ method: "GET", path: `${S}/updates/2` }) },
  { function: "updates.summary", args: () => [STACK, 2], sends: () => ({ method: "GET", path: `${S}/updates/2/summary` }) },
  { function: "updates.timeline", args: () => [STACK], sends: () => ({ method: "GET", path: `${S}/updates/latest/timeline` }) },
  {
    function: "updates.timeline",
    but: "of a version",
    args: () => [STACK, { version: 2 }],
    sends: () => ({ method: "GET", path: `${S}/updates/2/timeline` }),
  },
  {
    function: "updates.preview",
    before: preview,
    args: ({ updateID }) => ["acme/network/prod", updateID],
    sends: ({ updateID }) => ({ method: "GET", path: `${PREVIEWED}/previews/${updateID}` }),
  },
  {
    function: "updates.previewSummary",
    before: preview,
    args: ({ updateID }) => ["acme/network/prod", updateID],
    sends: ({ updateID }) => ({ method: "GET", path: `${PREVIEWED}/previews/${updateID}/summary` }),
  },
];
