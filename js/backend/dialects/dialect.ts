/** In what a server's way of speaking differs: its routes, its checks, its errors, its headers. The data are the same. */
import type { Answer } from "../http/answer.js";
import type { Call } from "../http/call.js";
import type { TokenRule } from "../http/checks.js";
import type { WorldRoute } from "../routes/route.js";
import type { Refusal } from "../world/index.js";

export type DialectName = "cloud" | "procella" | "pulumi-backend";

export interface Dialect {
  name: DialectName;
  routes: readonly WorldRoute[];
  /** Throws where the request may not reach a route. `route` is undefined when none matches. */
  admit(call: Call, route: WorldRoute | undefined, rule: TokenRule): void;
  /** No such method and path. */
  unknown: Answer;
  /** What the world declines, in this server's words. */
  refused(refusal: Refusal, call: Call, route: WorldRoute): Answer;
  /** Headers of every answer. `count` numbers the requests from 1. */
  headers(count: number): Record<string, string>;
  /** Whether answers are gzipped for clients that take gzip. */
  packs: boolean;
}
