// Writes the list of types in js/surface.ts from the declarations that the build emits: a type that Rust declares is a type of the package.
import { readFileSync, writeFileSync } from "node:fs";

const declared = readFileSync(new URL("../pkg/stackscope.d.ts", import.meta.url), "utf8");
const file = new URL("../js/surface.ts", import.meta.url);
/** Concern the loading of the module only, or are exported as values. */
const NOT_TYPES = new Set(["InitInput", "InitOutput", "SyncInitInput", "Checkpoint", "StateDiff", "EventLog", "EventPage", "PulumiCloud"]);

const names = [...declared.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map((match) => match[1]);
const types = [...new Set(names)].filter((name) => !NOT_TYPES.has(name)).sort();
const before = readFileSync(file, "utf8");
const after = before.replace(/export type \{[^}]*\} from "\.\.\/pkg\/stackscope\.js";/, `export type {\n${types.map((name) => `  ${name},\n`).join("")}} from "../pkg/stackscope.js";`);
if (after !== before) writeFileSync(file, after);
console.log(`js/surface.ts exports ${types.length} types`);
