/**
 * Finds the route of a request. A table of routes goes in; a match with its path parameters comes out, or undefined for a
 * method and path that no route has. A literal segment wins over a parameter.
 */
import type { Answer } from "./answer.js";
import type { Call } from "./call.js";

export type Parameters = Readonly<Record<string, string>>;

export interface Route<Context> {
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Segments in braces are parameters: `/api/user/tokens/{tokenId}`. */
  path: string;
  answer: (context: Context, call: Call, parameters: Parameters) => Answer | Promise<Answer>;
  /** Answers without a token, as the capabilities do. */
  open?: true;
  /** Takes the body of a whole deployment, so the larger limit holds. */
  large?: true;
}

interface Node<Context> {
  literals: Map<string, Node<Context>>;
  parameter?: Node<Context>;
  routes: Map<string, { route: Route<Context>; names: string[] }>;
}

export interface Match<Context> {
  route: Route<Context>;
  parameters: Parameters;
}

export class Router<Context> {
  #root: Node<Context> = { literals: new Map(), routes: new Map() };

  constructor(routes: Iterable<Route<Context>>) {
    for (const route of routes) this.#add(route);
  }

  #add(route: Route<Context>): void {
    let node = this.#root;
    const names: string[] = [];
    for (const segment of route.path.split("/").slice(1)) {
      const parameter = /^\{(.+)\}$/.exec(segment);
      let next = parameter ? node.parameter : node.literals.get(segment);
      next ??= { literals: new Map(), routes: new Map() };
      if (parameter) {
        names.push(parameter[1]!);
        node.parameter = next;
      } else node.literals.set(segment, next);
      node = next;
    }
    if (node.routes.has(route.method)) throw new Error(`two routes for ${route.method} ${route.path}`);
    node.routes.set(route.method, { route, names });
  }

  /** HEAD falls back to GET: the answer is the same without its body. */
  find(method: string, segments: readonly string[]): Match<Context> | undefined {
    return this.#walk(this.#root, segments, 0, [], method) ?? (method === "HEAD" ? this.#walk(this.#root, segments, 0, [], "GET") : undefined);
  }

  #walk(node: Node<Context>, segments: readonly string[], at: number, values: readonly string[], method: string): Match<Context> | undefined {
    const segment = segments[at];
    if (segment === undefined) {
      const found = node.routes.get(method);
      return found && { route: found.route, parameters: Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? ""])) };
    }
    const literal = node.literals.get(segment);
    const match = literal && this.#walk(literal, segments, at + 1, values, method);
    if (match || !node.parameter || segment === "") return match;
    return this.#walk(node.parameter, segments, at + 1, [...values, segment], method);
  }
}
