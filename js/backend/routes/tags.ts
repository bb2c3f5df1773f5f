/** Tags of a stack; they are read as part of the stack. */
import { noContent } from "../http/answer.js";
import { jsonOf } from "../http/call.js";
import { parameter, route, STACK, stackOf, type WorldRoute } from "./route.js";

export const tags: WorldRoute[] = [
  route("POST", `${STACK}/tags`, async (world, call, p) => {
    world.tags.add(stackOf(p), await jsonOf(call));
    return noContent();
  }),
  route("PATCH", `${STACK}/tags`, async (world, call, p) => {
    world.tags.replace(stackOf(p), await jsonOf(call));
    return noContent();
  }),
  route("PATCH", `${STACK}/tags/{tagName}`, async (world, call, p) => {
    world.tags.update(stackOf(p), parameter(p, "tagName"), await jsonOf(call));
    return noContent();
  }),
  route("DELETE", `${STACK}/tags/{tagName}`, (world, _, p) => {
    world.tags.delete(stackOf(p), parameter(p, "tagName"));
    return noContent();
  }),
];
