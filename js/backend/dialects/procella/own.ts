/**
 * Stacks as procella finds them: it holds one organization, and ignores the one in a path below /api/stacks. An absent stack
 * is a 404 with the path in its words.
 */
import { failed } from "../../http/answer.js";
import { Failure } from "../../http/failure.js";
import type { Parameters } from "../../http/router.js";
import { stackOf } from "../../routes/route.js";
import { Refusal, type Shape, type StackName, type World } from "../../world/index.js";

export function ownOrganization(world: World): string {
  const answer = world.user.defaultOrganization();
  return String(answer["GitHubLogin"] ?? answer["githubLogin"]);
}

export const ownName = (world: World, parameters: Parameters): StackName => ({ ...stackOf(parameters), organization: ownOrganization(world) });

/** The stack's name and what the world knows of it. */
export function ownStack(world: World, parameters: Parameters): { name: StackName; stack: Shape } {
  const name = ownName(world, parameters);
  try {
    return { name, stack: world.stacks.get(name) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { organization, project, stack } = stackOf(parameters);
    throw Failure.of(404, `Stack not found: ${organization}/${project}/${stack}`);
  }
}

/** Runs something of the world; its refusals of these statuses become the failure given. */
export function otherwise<T>(statuses: readonly number[], status: number, message: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal && statuses.includes(error.status)) throw Failure.of(status, message);
    throw error;
  }
}

/** What it answers to much that a client does wrong. */
export const internal = (): Failure => new Failure(failed(500, "Internal server error"));
