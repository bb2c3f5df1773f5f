/** A list of stacks as it is looked at: filtered, sorted, grouped by project. */
import type { ListedStack, StackList } from "./stack-list.js";

export interface StacksFilter {
  /** Words that the name, or a tag, must hold. */
  text?: string;
  project?: string;
}

export type StacksSort = "name" | "updated" | "resources";

export interface StacksLook extends StacksFilter {
  sort: StacksSort;
  descending: boolean;
  /** Rows of one project stand under a row of the project. */
  grouped: boolean;
}

/** A row that stands over the stacks of a project. */
export interface ProjectRow {
  project: string;
  stacks: number;
  resources: number;
}

export type StacksRow = ListedStack | ProjectRow;

const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Remembers the last look, since its pages are asked for one by one. */
export class StackView {
  rows: StacksRow[] = [];
  /** How many stacks are among the rows. */
  stacks = 0;
  resources = 0;
  #key = "";
  #list: StackList | undefined;

  look(list: StackList, look: StacksLook): this {
    const key = JSON.stringify([list.rows.length, look]);
    if (list === this.#list && key === this.#key) return this;
    this.#key = key;
    this.#list = list;
    const found = list.rows.filter(matcher(look)).sort(order(look));
    this.stacks = found.length;
    this.resources = sumOf(found);
    this.rows = look.grouped ? grouped(found, look) : found;
    return this;
  }
}

/** Projects and how many stacks each has, the largest first. */
export function projectsOf(list: StackList, most: number): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { project } of list.rows) counts.set(project, (counts.get(project) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || COLLATOR.compare(a.value, b.value))
    .slice(0, most);
}

function matcher({ text = "", project }: StacksFilter): (row: ListedStack) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    if (project && row.project !== project) return false;
    if (words.length === 0) return true;
    const name = `${row.project}/${row.name}`.toLowerCase();
    return words.every((word) => name.includes(word) || row.tags?.some((tag) => tag.join("=").toLowerCase().includes(word)));
  };
}

function byName(a: ListedStack, b: ListedStack): number {
  return COLLATOR.compare(a.project, b.project) || COLLATOR.compare(a.name, b.name);
}

/** Stacks that the server tells nothing of come last, whichever the direction. */
function order({ sort, descending }: StacksLook): (a: ListedStack, b: ListedStack) => number {
  const sign = descending ? -1 : 1;
  if (sort === "name") return (a, b) => sign * byName(a, b);
  return (a, b) => {
    const [x, y] = [a[sort], b[sort]];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  };
}

/** Projects in the order of their first stack. */
function grouped(found: readonly ListedStack[], { sort, descending }: StacksLook): StacksRow[] {
  const projects = new Map<string, ListedStack[]>();
  for (const row of found) {
    const rows = projects.get(row.project);
    if (rows) rows.push(row);
    else projects.set(row.project, [row]);
  }
  const groups = [...projects].map(([project, rows]) => ({ project, rows, resources: sumOf(rows) }));
  if (sort === "resources") groups.sort((a, b) => (descending ? b.resources - a.resources : a.resources - b.resources));
  return groups.flatMap(({ project, rows, resources }): StacksRow[] => [{ project, stacks: rows.length, resources }, ...rows]);
}

function sumOf(rows: readonly ListedStack[]): number {
  return rows.reduce((sum, { resources = 0 }) => sum + resources, 0);
}
