/** Reads a body that anybody may have sent. What is wrong with a field is refused with the documented list of errors. */
import { badField, badRequest } from "./refusal.js";
import type { Shape } from "./types.js";

export function objectOf(body: unknown): Shape {
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw badRequest("the body must be a JSON object");
  return body as Shape;
}

/** A text that must be there. */
export function textOf(resource: string, body: Shape, attribute: string): string {
  const value = body[attribute];
  if (value === undefined || value === null || value === "") throw badField(resource, attribute, "required", `${attribute} is required`);
  if (typeof value !== "string") throw badField(resource, attribute, "invalid", `${attribute} must be a string`);
  return value;
}

/** A text that may be absent. */
export function optionalText(resource: string, body: Shape, attribute: string): string | undefined {
  const value = body[attribute];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw badField(resource, attribute, "invalid", `${attribute} must be a string`);
  return value;
}

export function listOf(resource: string, body: Shape, attribute: string): string[] {
  const value = body[attribute];
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string"))
    throw badField(resource, attribute, "invalid", `${attribute} must be a list of strings`);
  return value as string[];
}

/** A map of texts; absent is empty. */
export function mapOf(resource: string, body: Shape, attribute: string): Record<string, string> {
  const value = body[attribute] ?? {};
  if (
    value === null ||
    typeof value !== "object" ||
    Array.isArray(value) ||
    !Object.values(value).every((item) => typeof item === "string")
  ) {
    throw badField(resource, attribute, "invalid", `${attribute} must be a map of strings`);
  }
  return value as Record<string, string>;
}

/** Names of stacks, projects and teams. */
export function checkName(resource: string, attribute: string, name: string): string {
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(name)) {
    throw badField(resource, attribute, "invalid", `${attribute} may have 1 to 100 letters, digits, hyphens, underscores and periods`);
  }
  return name;
}
