/** The package in Node: ready as soon as it is imported. */
import { readFileSync } from "node:fs";
import { initSync, setErrorClass } from "../pkg/stackscope.js";
import { StackscopeError } from "./error.js";

initSync({ module: readFileSync(new URL("../pkg/stackscope_bg.wasm", import.meta.url)) });
setErrorClass(StackscopeError);

/** Does nothing here; in the browser it loads the module. Code for both may await it. */
export async function init(): Promise<void> {}

export { PulumiCloud } from "../pkg/stackscope.js";
export * from "./surface.js";
