/** How self-hosted servers say what the service says: statuses with dashes, kinds without the mark of a preview. */
import type { EngineEvent, Shape, UpdateInfo, UpdateStatus } from "../world/index.js";

export function statusWord(status: UpdateStatus): string {
  if (status === "not started") return "not-started";
  return status === "requested" || status === "running" ? "in-progress" : status;
}

export const isOver = (status: UpdateStatus): boolean => status === "succeeded" || status === "failed" || status === "cancelled";

export const isRunning = ({ info }: UpdateInfo): boolean => info.result === "in-progress" || info.result === "not-started";

/** An event as the command line posted it: numbered from 0, without the field that names its payload. */
export function rawEvent({ type: _, ...event }: EngineEvent, sequence: number): Shape {
  return { sequence, ...event };
}
