// Tags of a stack.

import { S, STACK } from "../world.mjs";

const TAG = { name: "team:owner", value: "a/b c&d=é" };
const add = (world) => world.post(`${S}/tags`, { name: "team:owner", value: "x" });
const AWKWARD = "a:b/c d";
const AWKWARD_PATH = `${S}/tags/a%3Ab%2Fc%20d`;

export const tags = [
  {
    function: "tags.get",
    args: () => [STACK],
    sends: () => ({ method: "GET", path: S }),
    gives: (value, { answer, equal }) => equal(value, answer.tags, "tags"),
  },
  { function: "tags.set", args: () => [STACK, TAG], sends: () => ({ method: "POST", path: `${S}/tags`, body: TAG }), gives: "nothing" },
  {
    function: "tags.set",
    but: "one that is there",
    before: add,
    args: () => [STACK, TAG],
    sends: () => ({ method: "POST", path: `${S}/tags`, body: TAG }),
    then: () => [{ method: "PATCH", path: `${S}/tags/team%3Aowner`, body: TAG }],
    gives: "nothing",
  },
  { function: "tags.add", args: () => [STACK, TAG], sends: () => ({ method: "POST", path: `${S}/tags`, body: TAG }), gives: "nothing" },
  {
    function: "tags.add",
    but: "one that is there",
    before: add,
    args: () => [STACK, TAG],
    sends: () => ({ method: "POST", path: `${S}/tags`, body: TAG }),
    fails: "validation",
  },
  {
    function: "tags.update",
    before: add,
    args: () => [STACK, "team:owner", TAG],
    sends: () => ({ method: "PATCH", path: `${S}/tags/team%3Aowner`, body: TAG }),
    gives: "nothing",
  },
  {
    function: "tags.update",
    but: "with ':', '/' and ' ' in its name",
    args: () => [STACK, AWKWARD, { name: AWKWARD, value: "x" }],
    sends: () => ({ method: "PATCH", path: AWKWARD_PATH, body: { name: AWKWARD, value: "x" } }),
    fails: "not_found",
  },
  {
    function: "tags.replace",
    args: () => [STACK, { "pulumi:project": "web", stage: "prod" }],
    sends: () => ({ method: "PATCH", path: `${S}/tags`, body: { "pulumi:project": "web", stage: "prod" } }),
    gives: "nothing",
  },
  {
    function: "tags.delete",
    before: add,
    args: () => [STACK, "team:owner"],
    sends: () => ({ method: "DELETE", path: `${S}/tags/team%3Aowner` }),
    gives: "nothing",
  },
  {
    function: "tags.delete",
    but: "with ':', '/' and ' ' in its name",
    args: () => [STACK, AWKWARD],
    sends: () => ({ method: "DELETE", path: AWKWARD_PATH }),
    fails: "not_found",
  },
];
