/** The package in a browser, a worker or a bundle: the module is fetched when it is first needed. */
import instantiate, {
  Checkpoint,
  EventLog as Log,
  PulumiCloud as Client,
  endpoints as listEndpoints,
  setErrorClass,
  type EndpointInfo,
  type InitInput,
} from "../pkg/stackscope.js";
import { StackscopeError } from "./error.js";
import { lazily } from "./lazy.js";

let ready: Promise<void> | undefined;
let isLoaded = false;

/**
 * Loads the WebAssembly module, once. Calling it is optional: `Checkpoint.load` and a `PulumiCloud` do so by themselves. It serves to load
 * early, to make an `EventLog` or ask for `endpoints()`, which do not wait, or to say where the module is: an address, a response, its bytes, or a compiled module.
 */
export function init(module?: InitInput | Promise<InitInput>): Promise<void> {
  ready ??= start(module).catch((error: unknown) => {
    // The next call may succeed: the network, or another address.
    ready = undefined;
    throw error;
  });
  return ready;
}

async function start(module?: InitInput | Promise<InitInput>): Promise<void> {
  await instantiate(module === undefined ? undefined : { module_or_path: module });
  setErrorClass(StackscopeError);
  isLoaded = true;
}

// What follows needs no other value of the module's first; everything else does.
const load = Checkpoint.load;
Checkpoint.load = async (source, options) => {
  await init();
  return load(source, options);
};

/** A client of Pulumi Cloud. The module is loaded by its first call. */
export const PulumiCloud = lazily(Client, init);
export type PulumiCloud = Client;

const loadLog = Log.load;
Log.load = async (source, options) => {
  await init();
  return loadLog(source, options);
};

/** What an update did, from its events. `new` needs the module: await `init()` first, unless a call of a client's has loaded it; `EventLog.load` waits. */
export const EventLog: typeof Log = new Proxy(Log, {
  construct(target, given, made) {
    needModule();
    return Reflect.construct(target, given, made) as Log;
  },
});
export type EventLog = Log;

/** All endpoints of the client, as `docs/endpoints.md` lists them. Needs the module: await `init()` first. */
export function endpoints(): EndpointInfo[] {
  needModule();
  return listEndpoints();
}

function needModule(): void {
  if (!isLoaded) throw new StackscopeError("the module is not loaded yet", { code: "validation", hint: "await init() first" });
}

export * from "./surface.js";
