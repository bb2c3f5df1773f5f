/** A stack's configuration and its secrets: byte fields are base64 both ways. */
import { noContent, ok } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { route, STACK, stackOf, type WorldRoute } from "./route.js";

export const config: WorldRoute[] = [
  route("GET", `${STACK}/config`, (world, _, p) => ok(world.config.get(stackOf(p)))),
  route("PUT", `${STACK}/config`, async (world, call, p) => ok(world.config.update(stackOf(p), await jsonOf(call)))),
  route("DELETE", `${STACK}/config`, (world, _, p) => {
    world.config.delete(stackOf(p));
    return noContent();
  }),
];

export const secrets: WorldRoute[] = [
  route("POST", `${STACK}/encrypt`, async (world, call, p) => ok(world.secrets.encrypt(stackOf(p), await jsonOf(call)))),
  route("POST", `${STACK}/decrypt`, async (world, call, p) => ok(world.secrets.decrypt(stackOf(p), await jsonOf(call)))),
  route("POST", `${STACK}/batch-encrypt`, async (world, call, p) => ok(world.secrets.batchEncrypt(stackOf(p), await jsonOf(call)))),
  route("POST", `${STACK}/batch-decrypt`, async (world, call, p) => ok(world.secrets.batchDecrypt(stackOf(p), await jsonOf(call)))),
];
