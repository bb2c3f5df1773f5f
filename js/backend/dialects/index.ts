/** The dialects by name. */
import { cloud } from "./cloud.js";
import type { Dialect, DialectName } from "./dialect.js";
import { procella } from "./procella/index.js";
import { pulumiBackend } from "./pulumi_backend/index.js";

const DIALECTS: Record<DialectName, Dialect> = { cloud, procella, "pulumi-backend": pulumiBackend };

export const DIALECT_NAMES = Object.keys(DIALECTS) as DialectName[];

/** Fails on an unknown name. */
export function dialectNamed(name: DialectName): Dialect {
  const found = Object.hasOwn(DIALECTS, name) ? DIALECTS[name] : undefined;
  if (found) return found;
  throw new RangeError(`no dialect is called \`${name}\`; there are ${DIALECT_NAMES.join(", ")}`);
}
