/** Query parameters with their types; a value of another type is a 400 that names the parameter. */
import type { Call } from "./call.js";
import { badRequest } from "./failure.js";

export function text(call: Call, name: string): string | undefined {
  return call.query.get(name) ?? undefined;
}

export function integer(call: Call, name: string, { min = -Infinity, max = Infinity } = {}): number | undefined {
  const given = call.query.get(name);
  if (given === null || given === "") return undefined;
  const value = Number(given);
  if (!/^-?\d{1,15}$/.test(given) || value < min || value > max) throw invalid(name, bounds(min, max));
  return value;
}

function bounds(min: number, max: number): string {
  if (min === -Infinity) return "Must be an integer.";
  return max === Infinity ? `Must be >= ${min}.` : `Must be from ${min} to ${max}.`;
}

export function flag(call: Call, name: string): boolean | undefined {
  const given = call.query.get(name);
  if (given === null || given === "") return undefined;
  if (given === "true" || given === "1") return true;
  if (given === "false" || given === "0") return false;
  throw invalid(name, "Must be true or false.");
}

export function choice<T extends string>(call: Call, name: string, choices: readonly T[]): T | undefined {
  const given = call.query.get(name);
  if (given === null || given === "") return undefined;
  if (!(choices as readonly string[]).includes(given)) throw invalid(name, `Must be one of ${choices.join(", ")}.`);
  return given as T;
}

export const invalid = (name: string, rule: string): Error => badRequest(`Invalid '${name}' value. ${rule}`, [{ resource: "query", attribute: name, errorType: "invalid", customMessage: rule }]);
