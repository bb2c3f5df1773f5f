/**
 * A client that can be made before the module is there: the first call loads it.
 *
 * In: the class of the module, and what loads the module. Out: a class with the same surface. Calls and lists behave as ever; what needs an answer at
 * once (the client's options) is checked when the module has come.
 */
import type { PulumiCloud as Client, PulumiCloudOptions } from "../pkg/stackscope.js";

type Anything = any;

const LIST_GETTERS = new Set(["resumeToken", "total", "truncated", "status"]);

/** The class `real`, made usable before `ready` has been called. */
export function lazily(real: typeof Client, ready: () => Promise<void>): typeof Client {
  return class {
    constructor(options?: PulumiCloudOptions) {
      let client: Client | undefined;
      const open = async (): Promise<Client> => {
        await ready();
        return (client ??= new real(options));
      };
      const groups = new Map<string, unknown>();
      return new Proxy(this, {
        get(_, name) {
          if (client !== undefined) return bound(client, name);
          if (typeof name !== "string" || name === "then") return undefined;
          if (name === "free") return () => {};
          if (name === "request") return async (...args: Anything[]) => ((await open()) as Anything).request(...args);
          if (name === "paginate") return (...args: Anything[]) => list(async () => ((await open()) as Anything).paginate(...args));
          if (name === "baseUrl") return options?.baseUrl ?? "https://api.pulumi.com";
          if (!(name in real.prototype)) return undefined;
          if (!groups.has(name)) groups.set(name, group(name, open));
          return groups.get(name);
        },
      });
    }
  } as unknown as typeof Client;
}

function bound(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name, target) as unknown;
  return typeof value === "function" ? value.bind(target) : value;
}

/** A group whose functions wait for the module. What they give serves as a promise and as a list: only the caller knows which it wants. */
function group(name: string, open: () => Promise<Client>): object {
  return new Proxy({}, {
    get(_, method) {
      if (typeof method !== "string" || method === "then") return undefined;
      return (...args: Anything[]) => promiseOrList(async () => ((await open()) as Anything)[name][method](...args));
    },
  });
}

function promiseOrList(start: () => Promise<unknown>): unknown {
  const result = start();
  // Whoever awaits it sees the failure; a list that is never read must not become an unhandled rejection.
  result.catch(() => {});
  return new Proxy(list(() => result), {
    get(target, name) {
      if (name === "then" || name === "catch" || name === "finally") return result[name].bind(result);
      return Reflect.get(target, name);
    },
  });
}

/** A list whose first page waits for the module. */
function list(start: () => Promise<Anything>): object {
  let opened: Anything;
  let opening: Promise<Anything> | undefined;
  const open = (): Promise<Anything> => (opening ??= start().then((list) => (opened = list)));
  const facade: Anything = {
    next: async () => (await open()).next(),
    return: async (value?: unknown) => (opening === undefined ? { done: true, value } : (await open()).return(value)),
    toArray: async (options?: unknown) => (await open()).toArray(options),
    pages() {
      let pages: Anything;
      const of = async (): Promise<Anything> => (pages ??= (await open()).pages());
      return {
        next: async () => (await of()).next(),
        return: async (value?: unknown) => (await of()).return(value),
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    free: () => opened?.free(),
    [Symbol.asyncIterator]() {
      return facade;
    },
  };
  for (const name of LIST_GETTERS) Object.defineProperty(facade, name, { get: () => opened?.[name], enumerable: true });
  return facade;
}
