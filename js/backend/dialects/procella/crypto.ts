/**
 * procella's encryption. An absent stack is a 404 without a message; what cannot be decrypted is an internal error; the batch
 * routes alone look at the Accept header.
 */
import { ok, type Answer } from "../../http/answer.js";
import { jsonOf, type Call } from "../../http/call.js";
import { Failure } from "../../http/failure.js";
import type { Parameters } from "../../http/router.js";
import { route, STACK, type WorldRoute } from "../../routes/route.js";
import { Refusal, type Shape, type StackName, type World } from "../../world/index.js";
import { internal, ownName } from "./own.js";

const ACCEPT = "Missing required Accept header: application/vnd.pulumi+8 (or newer)";

type Run = (world: World, name: StackName, body: unknown) => Shape;

function gate(call: Call): void {
  const version = /application\/vnd\.pulumi\+(\d+)/.exec(call.headers.accept ?? "");
  if (!version || Number(version[1]) < 8) throw Failure.of(415, ACCEPT);
}

async function respond(run: Run, world: World, call: Call, p: Parameters): Promise<Answer> {
  const body = await jsonOf(call);
  try {
    return ok(run(world, ownName(world, p), body));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 404) return { status: 404, body: { kind: "json", value: { code: "stack_not_found" } } };
    throw internal();
  }
}

const single = (run: Run) => (world: World, call: Call, p: Parameters) => respond(run, world, call, p);

const batch = (run: Run) => (world: World, call: Call, p: Parameters) => {
  gate(call);
  return respond(run, world, call, p);
};

export const crypto: WorldRoute[] = [
  route("POST", `${STACK}/encrypt`, single((world, name, body) => world.secrets.encrypt(name, body))),
  route("POST", `${STACK}/decrypt`, single((world, name, body) => world.secrets.decrypt(name, body))),
  route("POST", `${STACK}/batch-encrypt`, batch((world, name, body) => world.secrets.batchEncrypt(name, body))),
  route("POST", `${STACK}/batch-decrypt`, batch((world, name, body) => world.secrets.batchDecrypt(name, body))),
];
