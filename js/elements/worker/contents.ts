/** Answers about one state: lists of its resources, one resource, outputs, findings. Each list is asked for by pages. */
import type { PendingOperation } from "../../browser.js";
import { bounded, cut } from "./bounded.js";
import { findingCounts, findingPage, partsOf, type FindingFilter } from "./contents-check.js";
import { fields, links, meant, pageOfLinks, recordText, recordView, valueOf, type LinkKind, type Where } from "./contents-record.js";
import type { ListFilter } from "./contents-filter.js";
import { facets, page, place, type ListSpec, type RecordKey } from "./contents-rows.js";
import type { Desk } from "./desk.js";
import { rest, shown } from "./shown.js";

const MOST_OPERATIONS = 200;

interface OfState {
  state: number;
}

interface Page {
  offset: number;
  limit: number;
}

export function contentsCalls(desk: Desk) {
  const { urns } = desk;
  const filterOf = (filter: ListFilter): ListFilter => ({ ...filter, ...(filter.provider && { provider: urns.full(filter.provider) }) });
  return {
    /** A page of a list of resources, and how many there are: rows of the list, resources that pass the filter, resources at all. */
    "state.resources": ({ state, list, offset, limit }: OfState & Page & { list: ListSpec }) => page(desk.state(state), { ...list, filter: filterOf(list.filter) }, offset, limit, urns),
    /** Where a record stands in a list. */
    "state.place": ({ state, list, key }: OfState & { list: ListSpec; key: RecordKey }) =>
      place(desk.state(state), { ...list, filter: filterOf(list.filter) }, { ...key, urn: meant(desk.state(state), key, urns) }),
    /** Values that the filter can take, with counts. */
    "state.facets": ({ state, filter }: OfState & { filter: ListFilter }) => facets(desk.state(state), filterOf(filter), urns),
    /** A record by its parts. */
    "state.resource": ({ state, ...key }: OfState & RecordKey) => recordView(desk.state(state), state, key, urns),
    /** What a resource is tied to; slow in large states. */
    "state.links": ({ state, ...key }: OfState & RecordKey) => {
      const { children, dependencies, dependents } = links(desk.state(state), key, urns);
      return { children: pageOfLinks(children), dependencies: pageOfLinks(dependencies), dependents: pageOfLinks(dependents) };
    },
    /** Further links of one kind. */
    "state.moreLinks": ({ state, kind, from, ...key }: OfState & RecordKey & { kind: LinkKind; from: number }) => pageOfLinks(links(desk.state(state), key, urns)[kind], from),
    /** Further fields. */
    "state.fields": ({ where, from }: { where: Where; from: number }) => fields(valueOf(desk.state(where.state), where, urns), where, from),
    /** The next piece of a value. */
    "state.value": ({ where, from }: { where: Where; from: number }) => rest(valueOf(desk.state(where.state), where, urns), from),
    /** The whole record as a value, and as text for copying. */
    "state.record": ({ state, ...key }: OfState & RecordKey) => {
      const where: Where = { state, of: "record", ...key };
      return shown(valueOf(desk.state(state), where, urns), where);
    },
    "state.recordText": ({ state, ...key }: OfState & RecordKey) => recordText(desk.state(state), key, urns),
    /** Outputs of the stack. */
    "state.outputs": ({ state }: OfState) => fields(desk.state(state).stackOutputs(), { state, of: "outputs" }),
    /** What was under way when the state was written. */
    "state.operations": ({ state }: OfState) => {
      const all = desk.state(state).pendingOperations();
      return { rows: all.slice(0, MOST_OPERATIONS).map((operation) => pending(operation, desk)), total: all.length };
    },
    "state.findings": ({ state, filter, closed, offset, limit }: OfState & Page & { filter: FindingFilter; closed: readonly string[] }) =>
      findingPage(desk.state(state), filter, closed, offset, limit, urns),
    "state.findingCounts": ({ state, filter }: OfState & { filter: FindingFilter }) => findingCounts(desk.state(state), filter),
    "state.findingsMarkdown": ({ state }: OfState) => desk.state(state).checkMarkdown(),
    /** What the state says of itself. */
    "state.summary": ({ state }: OfState) => bounded(desk.state(state).summary),
  };
}

function pending({ type, urn, resource }: PendingOperation, desk: Desk) {
  const { name, type: kind } = partsOf(urn);
  const id = resource?.["id"];
  return { operation: cut(type), urn: desk.urns.short(urn), name, type: kind, id: typeof id === "string" ? cut(id) : undefined };
}
