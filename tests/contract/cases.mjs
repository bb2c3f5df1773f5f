// All cases, the form of which run.mjs describes. Imports nothing that a browser has not.

import { deployments } from "./cases/deployments.mjs";
import { organization } from "./cases/organization.mjs";
import { people } from "./cases/people.mjs";
import { stacks } from "./cases/stacks.mjs";
import { tags } from "./cases/tags.mjs";
import { updates } from "./cases/updates.mjs";
import { webhooks } from "./cases/webhooks.mjs";

export const cases = [...stacks, ...tags, ...updates, ...people, ...webhooks, ...organization, ...deployments];
