/**
 * One request, from its arrival to the last byte of its answer: faults, checks, route, world, dialect, encoding. Nothing a
 * client sends makes it throw; a defect of its own is a 500 without detail.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dialect } from "./dialects/dialect.js";
import { ActiveFaults } from "./faults/active.js";
import { FAULTS, type Effect } from "./faults/list.js";
import { changePage, readToken } from "./faults/pages.js";
import { delay, isReset, sendThrough, standIn } from "./faults/wire.js";
import { failed, type Answer } from "./http/answer.js";
import { parseTarget, uriOf, type Call } from "./http/call.js";
import type { TokenRule } from "./http/checks.js";
import { encode } from "./http/encode.js";
import { badRequest, Failure } from "./http/failure.js";
import type { RequestLog } from "./http/log.js";
import { Router } from "./http/router.js";
import { Refusal, type World } from "./world/index.js";

export interface Setting {
  world: World;
  dialect: Dialect;
  tokens: TokenRule;
  faults: ActiveFaults;
  /** Whether requests may name faults in a header. */
  controls: boolean;
  /** Bytes of body: of a deployment, and of anything else. */
  limits: { large: number; small: number };
  pageSize: number | undefined;
  log: RequestLog;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const FAULT_HEADER = "x-sample-fault";

export function createHandler(setting: Setting): Handler {
  const { world, dialect, faults, log } = setting;
  const router = new Router<World>(dialect.routes);
  let count = 0;

  return async (request, response) => {
    const number = (count += 1);
    try {
      await serve(request, response, number);
    } catch {
      // The connection is gone, or a fault broke it.
      response.destroy();
    }
  };

  async function serve(request: IncomingMessage, response: ServerResponse, number: number): Promise<void> {
    const entry = log.begin(request.method ?? "", request.url ?? "");
    let effects: Effect[] = [];
    let answer: Answer;
    try {
      effects = faults.meet(namedFaults(request));
      await delay(effects);
      if (isReset(effects)) return void request.socket.resetAndDestroy();
      answer = standIn(effects, Date.now()) ?? (await answerTo(request, effects));
    } catch (error) {
      answer = error instanceof Failure ? error.answer : failed(500, "Internal Server Error");
    }
    entry.status = answer.status;
    const packs = dialect.packs && !effects.some((effect) => effect.kind === "cut" && effect.at === "json");
    const encoded = encode({ ...answer, headers: { ...dialect.headers(number), ...answer.headers } }, request.headers, packs);
    await sendThrough(request, response, encoded, effects);
  }

  function namedFaults(request: IncomingMessage): string[] {
    const named = request.headers[FAULT_HEADER];
    if (!setting.controls || typeof named !== "string") return [];
    const names = named.split(",").map((name) => name.trim());
    const unknown = names.find((name) => !FAULTS.some((fault) => fault.name === name));
    if (unknown !== undefined) throw badRequest(`no fault is called ${unknown.slice(0, 40)}`);
    return names;
  }

  async function answerTo(request: IncomingMessage, effects: readonly Effect[]): Promise<Answer> {
    const target = parseTarget(request.url ?? "/");
    const method = request.method ?? "";
    const match = router.find(method, target.segments);
    const limit = match?.route.large ? setting.limits.large : setting.limits.small;
    const call: Call = { ...target, method, headers: request.headers, limit, pageSize: setting.pageSize, request };
    dialect.admit(call, match?.route, setting.tokens);
    if (match === undefined) return dialect.unknown;
    const asked = readToken(uriOf(call).href, call.query, effects);
    try {
      return changePage(await match.route.answer(world, call, match.parameters), asked, effects, faults.repeated);
    } catch (error) {
      if (error instanceof Refusal) return dialect.refused(error, call, match.route);
      throw error;
    }
  }
}
