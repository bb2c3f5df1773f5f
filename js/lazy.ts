/**
 * A client that can be made before the module is there: the first call loads it.
 *
 * In: the class of the module, and what loads the module. Out: a class with the same surface. Calls and lists behave as ever; what needs an answer at
 * once (the client's options) is checked when the module has come. Where loading fails, the call or the list fails, and the next try loads again.
 */
import type { PulumiCloud as Client, PulumiCloudOptions } from "../pkg/stackscope.js";
import { StackscopeError } from "./error.js";
import { list, promiseOrList } from "./lazy-list.js";

type Anything = any;

/** The class `real`, made usable before `ready` has been called. */
export function lazily(real: typeof Client, ready: () => Promise<void>): typeof Client {
  class PulumiCloud {
    readonly #coming: Coming;

    constructor(options?: PulumiCloudOptions) {
      const kept = copied(options);
      this.#coming = new Coming(() => new real(kept), ready, kept?.baseUrl);
    }

    static {
      const member = (key: PropertyKey, name: string, of: (coming: Coming, name: string) => unknown): void => {
        const get = function (this: PulumiCloud): unknown {
          return of(this.#coming, name);
        };
        Object.defineProperty(this.prototype, key, { configurable: true, get });
      };
      for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(real.prototype))) {
        if (name !== "constructor" && !name.startsWith("__")) member(name, name, get === undefined ? method : property);
      }
      // Absent in older browsers.
      if (Symbol.dispose) member(Symbol.dispose, "free", method);
    }
  }
  return PulumiCloud as unknown as typeof Client;
}

/** What the caller does to its own object afterwards must not change the client. What is no object is left to the client to refuse. */
function copied(options: PulumiCloudOptions | undefined): PulumiCloudOptions | undefined {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return options;
  const copy = Object.assign(Object.create(Object.getPrototypeOf(options) as object | null), options) as PulumiCloudOptions;
  if (typeof copy.retry === "object" && copy.retry !== null) copy.retry = { ...copy.retry };
  return copy;
}

/** A client that is there once the module is. */
class Coming {
  client: Client | undefined;
  readonly groups = new Map<string, object>();
  #freed = false;

  constructor(
    readonly make: () => Client,
    readonly ready: () => Promise<void>,
    readonly baseUrl = "https://api.pulumi.com",
  ) {}

  async open(): Promise<Client> {
    if (this.client !== undefined) return this.client;
    if (this.#freed) throw new StackscopeError("the client was freed", { code: "validation", hint: "make another one" });
    await this.ready();
    const client = this.client ?? this.make();
    // Freed in the meantime, it serves what was under way, and nothing else.
    if (!this.#freed) this.client = client;
    return client;
  }

  free(): void {
    if (!this.#freed) this.client?.free();
    this.#freed = true;
  }
}

/** A function of the client, which needs no `this`. */
function method(coming: Coming, name: string): unknown {
  if (name === "free") return () => coming.free();
  const call = async (args: Anything[]): Promise<Anything> => ((await coming.open()) as Anything)[name](...args);
  return (...args: Anything[]) => {
    if (coming.client !== undefined) return (coming.client as Anything)[name](...args);
    return name === "paginate" ? list(() => call(args)) : call(args);
  };
}

/** The base URL, or a group. */
function property(coming: Coming, name: string): unknown {
  if (name === "baseUrl") return coming.client?.baseUrl ?? coming.baseUrl;
  let found = coming.groups.get(name);
  if (found === undefined) coming.groups.set(name, (found = group(coming, name)));
  return found;
}

/**
 * A group, whose functions wait for the module and need no `this`. Which functions there are is known when the module has come; until then each name
 * is one, except for those that objects have anyway and those that are looked for on any object.
 */
function group(coming: Coming, name: string): object {
  return new Proxy({}, {
    get(target, method) {
      if (method === "free" || method === Symbol.dispose) return () => {};
      if (typeof method !== "string" || method === "then" || method === "toJSON" || method in target) return Reflect.get(target, method);
      if (coming.client !== undefined && typeof (coming.client as Anything)[name][method] !== "function") return undefined;
      return (...args: Anything[]) => {
        if (coming.client !== undefined) return (coming.client as Anything)[name][method](...args);
        return promiseOrList(async () => ((await coming.open()) as Anything)[name][method](...args));
      };
    },
  });
}
