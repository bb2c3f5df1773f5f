/** The sample programs by name. */
import { data } from "./data.js";
import { network } from "./network.js";
import { payments } from "./payments.js";
import { platform } from "./platform.js";
import type { Program } from "./program.js";
import { bulk, docsSite, identity, observability, tenant } from "./small.js";
import { web } from "./web.js";

export const PROGRAMS = { network, web, data, payments, platform, docsSite, identity, observability, tenant, bulk } satisfies Record<
  string,
  (p: Program) => void
>;
export type ProgramName = keyof typeof PROGRAMS;
