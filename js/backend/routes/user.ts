/** Who is calling, and what the server can do. */
import { ok } from "../http/answer.js";
import { route, type WorldRoute } from "./route.js";

export const user: WorldRoute[] = [
  route("GET", "/api/user", (world) => ok(world.user.get())),
  route("GET", "/api/user/organizations/default", (world) => ok(world.user.defaultOrganization())),
  route("GET", "/api/capabilities", (world) => ok(world.server.capabilities()), { open: true }),
];
