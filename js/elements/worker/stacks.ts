/** The stacks of an organisation: every call names the list that it speaks of; the lists that were looked at last are kept. */
import type { Desk } from "./desk.js";
import { Kept } from "./kept.js";
import type { Context } from "./messages.js";
import { DetailsDesk, type Asked, type StackDetails } from "./stack-details.js";
import { StackList, type StacksRead } from "./stack-list.js";
import { projectsOf, StackView, type StacksLook, type StacksRow } from "./stack-view.js";

/** Which stacks: those of an organisation, of them those with a tag (`name` or `name=value`). */
export interface StacksOf {
  server: number;
  organization: string;
  tag?: string;
}

export interface StacksPage {
  rows: StacksRow[];
  /** Of the rows, those of projects among them. */
  total: number;
  stacks: number;
  resources: number;
}

const FRESH_MS = 120_000;
const MOST_PROJECTS = 500;

interface Lists {
  /** What is shown: stays while it is read anew. */
  list: StackList;
  /** What is being read; the same as `list` where there is nothing older. */
  young: StackList;
  view: StackView;
}

export function stacksCalls(desk: Desk) {
  const lists = new Kept<Lists>(({ list, young }) => new Set([list, young]).forEach((one) => one.end()));
  const details = new DetailsDesk();
  desk.onForget(lists.forgetServer);
  desk.onForget((server) => details.forget(String(server)));
  const kept = ({ server, organization, tag = "" }: StacksOf): Lists =>
    lists.take([server, organization, tag], () => begin(new StackList(desk.server(server), organization, tag)));

  return {
    /**
     * Reads the list to its end and tells how far it has come; goes on where it stopped. `fresh` reads it anew, and so does one that is old: what was
     * read before stays in view until then.
     */
    "stacks.read": async ({ fresh = false, ...of }: StacksOf & { fresh?: boolean }, { signal, report }: Context<StacksRead>): Promise<StacksRead> => {
      const one = kept(of);
      const old = one.young.complete && Date.now() - one.young.at > FRESH_MS;
      if (fresh || old) one.young = new StackList(desk.server(of.server), of.organization, of.tag);
      if (fresh) details.forget(String(of.server));
      if (!one.list.complete) one.list = one.young;
      const { young } = one;
      const read = await young.read(signal, report);
      if (read.complete && one.young === young) one.list = young;
      return read;
    },
    "stacks.rows": ({ offset, limit, look, ...of }: StacksOf & { offset: number; limit: number; look: StacksLook }): StacksPage => {
      const { list, view } = kept(of);
      const { rows, stacks, resources } = view.look(list, look);
      return { rows: rows.slice(offset, offset + limit), total: rows.length, stacks, resources };
    },
    "stacks.projects": (of: StacksOf): { value: string; count: number }[] => projectsOf(kept(of).list, MOST_PROJECTS),
    /** Tells of each of the stacks in turn. */
    "stacks.details": ({ server, stacks }: { server: number; stacks: Asked[] }, { signal, report }: Context<StackDetails>): Promise<void> =>
      details.read(String(server), desk.server(server), stacks, signal, report),
  };
}

function begin(list: StackList): Lists {
  return { list, young: list, view: new StackView() };
}
