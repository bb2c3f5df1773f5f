/** Versions in paths: a number from 1 on; other text is a 400. */
import { badRequest } from "../http/failure.js";
import type { Parameters } from "../http/router.js";
import { parameter } from "./route.js";

export function versionOf(parameters: Parameters): number {
  const given = parameter(parameters, "version");
  if (!/^\d{1,9}$/.test(given)) throw badRequest("the version must be a number");
  return Number(given);
}
