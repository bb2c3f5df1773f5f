// Webhooks of an organisation and of a stack: the same functions, the target decides.

import { O, S } from "../world.mjs";

const at = ({ what, target, path, fields }) => {
  const body = { organizationName: "acme", displayName: "all", payloadUrl: "https://example.com/a?b=c", active: true, ...fields };
  const one = (world) => world.post(path, body);
  const delivered = async (world) => {
    const { name } = await one(world);
    const { id } = await world.post(`${path}/${name}/ping`);
    return { name, id };
  };
  const onHook = (name, method, rest, more = {}) => ({
    function: `webhooks.${name}`,
    but: what,
    before: one,
    args: (hook) => [target, hook.name],
    sends: (hook) => ({ method, path: `${path}/${hook.name}${rest}` }),
    ...more,
  });
  return [
    { function: "webhooks.list", but: what, before: one, args: () => [target], sends: () => ({ method: "GET", path }) },
    { function: "webhooks.create", but: what, args: () => [target, body], sends: () => ({ method: "POST", path, body }) },
    onHook("get", "GET", ""),
    {
      function: "webhooks.get",
      but: `${what}, by an awkward name`,
      args: () => [target, "a b/c"],
      sends: () => ({ method: "GET", path: `${path}/a%20b%2Fc` }),
      fails: "not_found",
    },
    onHook("update", "PATCH", "", {
      args: (hook) => [target, hook.name, { ...body, displayName: "some" }],
      sends: (hook) => ({ method: "PATCH", path: `${path}/${hook.name}`, body: { ...body, displayName: "some" } }),
    }),
    onHook("delete", "DELETE", "", { gives: "nothing" }),
    onHook("ping", "POST", "/ping"),
    onHook("deliveries", "GET", "/deliveries", { before: delivered }),
    {
      function: "webhooks.redeliver",
      but: what,
      before: delivered,
      args: ({ name, id }) => [target, name, id],
      sends: ({ name, id }) => ({ method: "POST", path: `${path}/${name}/deliveries/${id}/redeliver` }),
    },
  ];
};

export const webhooks = [
  ...at({ what: "of an organisation", target: "acme", path: `${O}/hooks`, fields: {} }),
  ...at({ what: "of a stack", target: "acme/web/prod", path: `${S}/hooks`, fields: { projectName: "web", stackName: "prod" } }),
];
