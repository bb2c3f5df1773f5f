/** What the picture of a graph is made of, on the page and in a saved file alike: courses of lines, words on cards, colours of packages. */
import { curveBumpX, line } from "d3-shape";
import type { IconName } from "../ui/icon.js";
import { spelled } from "../ui/marks.js";
import { head } from "../worker/bounded.js";
import type { GraphFlag, RelationKind } from "../worker/graph-index.js";
import type { GraphNode } from "../worker/graph.js";

export { CARD } from "../worker/graph-card.js";

export const FONT = "Inter, system-ui, sans-serif";
export const NAME = { size: 13, weight: 600, x: 20, y: 20, width: 176 } as const;
export const TYPE = { size: 11, weight: 400, x: 20, y: 36, width: 176 } as const;
export const HUES = 8;

/** How each relation is called, and drawn: `dash` as in SVG. */
export const RELATION_LOOK: Readonly<Record<RelationKind, { words: string; verb: string; dash: string }>> = {
  dependency: { words: "Dependency", verb: "depends on", dash: "" },
  property: { words: "Property dependency", verb: "takes a value of", dash: "" },
  parent: { words: "Parent", verb: "is a child of", dash: "2 4" },
  provider: { words: "Provider", verb: "is managed by", dash: "8 4" },
  deletedWith: { words: "Deleted with", verb: "is deleted with", dash: "10 3 2 3" },
  replaceWith: { words: "Replaced with", verb: "is replaced with", dash: "10 3 2 3 2 3" },
  viewOf: { words: "View of", verb: "is a view of", dash: "5 3" },
};

export const RELATION_KINDS = Object.keys(RELATION_LOOK) as RelationKind[];

/** The relation that decides how a line looks which stands for several. */
export const leading = (kinds: readonly RelationKind[]): RelationKind => kinds[0] ?? "dependency";

export const FLAG_LOOK: Readonly<Partial<Record<GraphFlag, { words: string; icon: IconName }>>> = {
  delete: { words: "pending deletion", icon: "trash" },
  missing: { words: "not in the state", icon: "warning" },
  protect: { words: "protected", icon: "lock" },
  external: { words: "external", icon: "external" },
  retainOnDelete: { words: "retained on delete", icon: "shield" },
  pendingReplacement: { words: "pending replacement", icon: "swap" },
  taint: { words: "tainted", icon: "warning" },
  initErrors: { words: "initialisation failed", icon: "warning" },
};

/** The marks of a node that say something out of the ordinary. */
export const marks = (flags: readonly GraphFlag[]) => flags.flatMap((flag) => FLAG_LOOK[flag] ?? []);

const KNOWN_HUES: Readonly<Record<string, number>> = { pulumi: 0, aws: 1, "aws-native": 1, awsx: 1, azure: 2, "azure-native": 2, gcp: 3, "google-native": 3, kubernetes: 4, docker: 5, random: 6, tls: 6, cloudflare: 7 };

/** The number of the colour that a package has. */
export function hueOf(packageName: string): number {
  const known = KNOWN_HUES[packageName];
  if (known !== undefined) return known;
  let sum = 7;
  for (let at = 0; at < packageName.length; at++) sum = (sum * 31 + packageName.charCodeAt(at)) % 9973;
  return sum % HUES;
}

/** A type in few words: its package and its last part. */
export function shortType({ type, package: packageName, flags }: Pick<GraphNode, "type" | "package" | "flags">): string {
  const last = type.slice(type.lastIndexOf(":") + 1);
  if (flags.includes("provider")) return `${last} · provider`;
  return packageName && packageName !== last ? `${packageName} · ${last}` : last;
}

const curve = line<[number, number]>().curve(curveBumpX);

/** The path of a line through its points. */
export function pathOf(points: readonly number[]): string {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < points.length; at += 2) pairs.push([points[at] ?? 0, points[at + 1] ?? 0]);
  return curve(pairs) ?? "";
}

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, Map<string, number>>();
const MOST_LETTERS = 3000;
const LONGEST = 120;

/** The width of a letter; texts are long and many, letters few. */
function letterWidth(letter: string, font: string): number {
  let letters = widths.get(font);
  if (!letters || letters.size > MOST_LETTERS) widths.set(font, (letters = new Map()));
  let width = letters.get(letter);
  if (width === undefined) {
    context ??= document.createElement("canvas").getContext("2d");
    if (context && context.font !== font) context.font = font;
    letters.set(letter, (width = context?.measureText(letter).width ?? 8));
  }
  return width;
}

/** A text, its marks spelled out and its end left out where it is wider than `width` pixels. */
export function fitted(text: string, { size, weight, width }: { size: number; weight: number; width: number }): string {
  const plain = spelled(head(text, LONGEST)).replace(/\s+/g, " ");
  const font = `${weight} ${size}px ${FONT}`;
  const room = width - letterWidth("…", font);
  let sum = 0;
  let whole = "";
  for (const letter of plain) {
    sum += letterWidth(letter, font);
    if (sum > width) return `${whole}…`;
    if (sum <= room) whole += letter;
  }
  return plain;
}

/** Room that the icons of a node's marks take from its name. */
export const marksWidth = (count: number): number => count * 16;
