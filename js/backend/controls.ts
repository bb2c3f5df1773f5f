/**
 * Switching faults over HTTP, outside /api and only where it was asked for: GET /sample/faults tells which there are and which
 * are on, PUT switches on the names in a JSON array and all others off.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ActiveFaults } from "./faults/active.js";
import { faultNamed } from "./faults/active.js";
import { FAULTS } from "./faults/list.js";
import { failed, ok, type Answer } from "./http/answer.js";
import { parseJson, readBody } from "./http/body.js";
import { encode } from "./http/encode.js";
import { Failure } from "./http/failure.js";
import { send } from "./http/send.js";

export const CONTROL_PATH = "/sample/faults";
const LIMIT = 64 * 1024;

export async function control(request: IncomingMessage, response: ServerResponse, faults: ActiveFaults): Promise<void> {
  const answer = await answerTo(request, faults).catch((error: unknown) => (error instanceof Failure ? error.answer : failed(500, "Internal Server Error")));
  send(request, response, encode(answer, request.headers));
}

async function answerTo(request: IncomingMessage, faults: ActiveFaults): Promise<Answer> {
  if (request.method === "PUT") {
    const names = parseJson(await readBody(request, LIMIT));
    if (!Array.isArray(names)) throw Failure.of(400, "Bad Request: a JSON array of names is expected");
    try {
      faults.set(names.map((name) => faultNamed(String(name))));
    } catch (error) {
      throw Failure.of(400, `Bad Request: ${(error as Error).message}`);
    }
  } else if (request.method !== "GET" && request.method !== "HEAD") return failed(404, "Not Found");
  return ok({ on: faults.names, faults: FAULTS.map(({ name, title }) => ({ name, title })) });
}
