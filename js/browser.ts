/** The package in a browser, a worker or a bundle: the module is fetched when it is first needed. */
import instantiate, { Checkpoint, PulumiCloud as Client, setErrorClass, type InitInput } from "../pkg/stackscope.js";
import { StackscopeError } from "./error.js";
import { lazily } from "./lazy.js";

let ready: Promise<void> | undefined;

/**
 * Loads the WebAssembly module, once. Calling it is optional: `Checkpoint.load` and a `PulumiCloud` do so by themselves. It serves to load
 * early, to make an `EventLog`, or to say where the module is: an address, a response, its bytes, or a compiled module.
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
}

// Every other class and method needs a checkpoint or a client first.
const load = Checkpoint.load;
Checkpoint.load = async (source, options) => {
  await init();
  return load(source, options);
};

/** A client of Pulumi Cloud. The module is loaded by its first call. */
export const PulumiCloud = lazily(Client, init);
export type PulumiCloud = Client;

export * from "./surface.js";
