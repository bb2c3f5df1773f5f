/** Pulumi Cloud's own dialect: every documented route, request ids, gzip, errors with their fields. */
import { failed, plain } from "../http/answer.js";
import { checkAccept, checkToken } from "../http/checks.js";
import { cloudRoutes } from "../routes/index.js";
import type { Dialect } from "./dialect.js";

export const cloud: Dialect = {
  name: "cloud",
  routes: cloudRoutes,
  admit(call, route, rule) {
    if (route === undefined || route.open) return;
    checkToken(call.headers, rule);
    checkAccept(call.headers);
  },
  unknown: plain(404, "404 page not found\n"),
  refused: ({ status, message, errors }) => failed(status, message, errors),
  headers: (count) => ({ "x-pulumi-request-id": requestId(count) }),
  packs: true,
};

/** A UUID, as the service's are, but one that follows from the count. */
const requestId = (count: number): string => `5a3b1e00-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
