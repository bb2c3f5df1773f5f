/** All routes of the service in its own dialect. */
import { ok } from "../http/answer.js";
import { audit } from "./audit.js";
import { config, secrets } from "./config.js";
import { deployments } from "./deployments.js";
import { drift } from "./drift.js";
import { environments } from "./environments.js";
import { events } from "./events.js";
import { members } from "./members.js";
import { describe } from "./openapi.js";
import { policies } from "./policies.js";
import { resources } from "./resources.js";
import { route, type WorldRoute } from "./route.js";
import { schedules } from "./schedules.js";
import { search } from "./search.js";
import { stacks } from "./stacks.js";
import { tags } from "./tags.js";
import { teams } from "./teams.js";
import { tokens } from "./tokens.js";
import { updates } from "./updates.js";
import { usage } from "./usage.js";
import { user } from "./user.js";
import { webhooks } from "./webhooks.js";

const described: WorldRoute[] = [
  ...user,
  ...stacks,
  ...resources,
  ...config,
  ...secrets,
  ...tags,
  ...updates,
  ...events,
  ...members,
  ...teams,
  ...tokens,
  ...webhooks,
  ...audit,
  ...usage,
  ...search,
  ...deployments,
  ...schedules,
  ...drift,
  ...policies,
  ...environments,
];

export const cloudRoutes: WorldRoute[] = [...described, route("GET", "/api/openapi/pulumi-spec.json", () => ok(describe(described)), { open: true })];
