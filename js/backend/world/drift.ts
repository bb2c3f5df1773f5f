/** Drift of a stack: what its nightly deployments have found. */
import type { Core } from "./core.js";
import { deploymentsOf, iso } from "./deployments.js";
import { notFound } from "./refusal.js";
import type { Stack } from "./stack.js";
import type { Drift, Shape } from "./types.js";

export function driftGroup(core: Core): Drift {
  const runsOf = (stack: Stack): Shape[] =>
    deploymentsOf(core, stack)
      .filter((one) => one.operation === "detect-drift")
      .reverse()
      .map((one) => ({
        id: one.id.replace(/^.{8}/, "d41f7000"),
        driftDetected: one.drift ?? false,
        created: iso(one.created),
        status: one.status,
        deploymentId: one.id,
        deploymentVersion: one.version,
        ...(one.status === "succeeded"
          ? {
              detectUpdate: {
                updateId: one.id.replace(/.{8}$/, "0d7ec7ed"),
                resourceChanges: one.drift ? { same: 40, update: 2 } : { same: 42 },
                modified: iso(one.modified),
                status: one.status,
              },
            }
          : {}),
      }));
  return {
    status(name) {
      const runs = runsOf(core.stack(name));
      return {
        driftDetected: runs[0]?.["driftDetected"] ?? false,
        latestDriftRun: runs[0]?.["id"] ?? "",
        runInProgress: runs[0] !== undefined && ["accepted", "running", "not-started"].includes(String(runs[0]["status"])),
      };
    },
    runs: (name) => runsOf(core.stack(name)),
    run(name, id) {
      const found = runsOf(core.stack(name)).find((one) => one["id"] === id);
      if (!found) throw notFound(`Drift run '${id}'`);
      return found;
    },
  };
}
