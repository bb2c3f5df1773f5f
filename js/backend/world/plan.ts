/** The updates and previews that a stack's history is made of, before anything is worked out. */
import { Random } from "./random.js";
import type { Kind, StackPlan } from "./roster.js";

/** An update (`version` is its own) or a preview (`version` is the one it would become). */
export interface Entry {
  updateID: string;
  version: number;
  kind: Kind;
  preview: boolean;
  /** Unix milliseconds. */
  started: number;
  revision: number;
  adopted: number;
  breaks: boolean;
  author: string;
  message: string;
}

export const AUTHORS = ["ada", "grace", "linus", "margaret", "edsger", "barbara", "ken", "radia", "acme-deploy"] as const;

const TEMPLATES = [
  "Raise the timeout of {part}",
  "Bump dependencies of {part}",
  "Add alarms for {part}",
  "Roll out {part} {release}",
  "Fix permissions of {part}",
  "Rename the tags of {part}",
  "Move {part} to the new runtime",
  "Keep the logs of {part} for longer",
  "Rotate the keys of {part}",
  "Merge pull request #{number} from acme/{part}-{hex}",
  "Tidy up after {part}",
  "Enable backups for {part}",
  'Revert "Roll out {part} {release}"',
];
const PARTS = [
  "checkout",
  "search",
  "ledger",
  "gateway",
  "front door",
  "lake",
  "catalog",
  "mailer",
  "cluster",
  "carts",
  "reports",
  "network",
];
const SPECIAL: Partial<Record<Kind, string>> = {
  refresh: "Refresh after a change in the console",
  destroy: "Tear down for the night",
  "resource-import": "Adopt the archive",
  import: "Repaired state by hand",
  rename: "Renamed the stack",
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function planned(seed: number, epoch: number, plan: StackPlan): { updates: Entry[]; previews: Map<number, Entry[]> } {
  const random = new Random(seed, plan.organization, plan.project, plan.stack, "plan");
  const first = epoch * 1000 - plan.firstDay * DAY;
  const span = plan.firstDay * DAY - plan.lastHour * HOUR;
  const updates: Entry[] = [];
  const previews = new Map<number, Entry[]>();
  let revision = (plan.from ?? 1) - 1;
  let adopted = 0;
  let retry = false;
  for (let version = 1; version <= plan.versions; version += 1) {
    const kind = plan.kinds?.[version] ?? "update";
    const breaks = plan.fails?.includes(version) ?? false;
    if (kind === "update" && !retry) revision += plan.pace ?? 1;
    if (kind === "resource-import" && !breaks) adopted += 1;
    if (kind === "destroy") adopted = 0;
    retry = breaks && kind === "update";
    const share = plan.versions === 1 ? 1 : (version - 1) / (plan.versions - 1);
    const jitter = version === 1 || version === plan.versions ? 0 : random.int(-300, 300) / 1000 / plan.versions;
    const started = first + Math.round((span * Math.min(1, share + jitter)) / 1000) * 1000;
    updates.push({
      updateID: random.uuid(),
      version,
      kind,
      preview: false,
      started,
      revision,
      adopted,
      breaks,
      author: random.pick(AUTHORS),
      message: SPECIAL[kind] ?? written(random),
    });
  }
  updates.forEach((entry, i) => {
    const next = updates[i + 1];
    const wanted = next
      ? next.kind === "update"
        ? random.int(0, 2)
        : 0
      : (plan.previews ?? (plan.program === "bulk" ? 0 : random.int(0, 2)));
    const room = (next?.started ?? epoch * 1000) - entry.started;
    previews.set(
      entry.version,
      Array.from({ length: wanted }, (_, k): Entry => ({
        updateID: random.uuid(),
        version: entry.version + 1,
        kind: "update",
        preview: true,
        revision: next ? next.revision : entry.revision + 1,
        adopted: entry.adopted,
        started: entry.started + Math.round((room * (0.5 + k * 0.07)) / 1000) * 1000,
        breaks: k === 0 && wanted > 1 && random.chance(0.5),
        author: random.pick(AUTHORS),
        message: written(random),
      })),
    );
  });
  return { updates, previews };
}

function written(random: Random): string {
  const part = random.pick(PARTS);
  return random
    .pick(TEMPLATES)
    .replace("{part}", part.replace(" ", "-"))
    .replace("{release}", `${random.int(1, 6)}.${random.int(0, 20)}.${random.int(0, 9)}`)
    .replace("{number}", String(random.int(100, 999)))
    .replace("{hex}", random.hex(4));
}
