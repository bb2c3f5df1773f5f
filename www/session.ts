/**
 * What the page holds while it is open: the files that were dropped, and the server that it is connected to. All of it is memory: a reload begins anew,
 * and asks for a token again.
 */
import type { IgnoreRule } from "../js/browser.js";
import type { LogSource, Server, StateSource } from "../js/elements/public.js";

/** A file, or an example by its address. */
export interface OpenedFile<S> {
  name: string;
  size?: number;
  source: S;
  /** When the state was saved, in ISO 8601, where its beginning tells. */
  saved?: string;
}

export type StateFile = OpenedFile<StateSource>;
export type LogFile = OpenedFile<LogSource>;
export type BackendKind = "sample" | "proxy" | "none";

interface Changing {
  old: StateFile | undefined;
  new: StateFile | undefined;
  log: LogFile | undefined;
  server: Server | undefined;
  serverName: string;
  organizations: string[];
  organization: string | undefined;
  login: string;
  ignore: readonly IgnoreRule[];
}

/** Emits "change". */
export class Session extends EventTarget implements Changing {
  readonly backend = meta("stackscope-backend", "none") as BackendKind;
  /** Built to talk to no server but its own. */
  readonly filesOnly = meta("stackscope-build", "whole") === "files";
  old: StateFile | undefined;
  new: StateFile | undefined;
  log: LogFile | undefined;
  /** Where stacks are read from; the backend that serves the page is there from the start. */
  server: Server | undefined;
  /** What the server is called on the page: never with a token. */
  serverName = "";
  /** Organisations of the user, once asked. */
  organizations: string[] = [];
  organization: string | undefined;
  /** The user's name at the server, once asked. */
  login = "";
  /** What the person leaves out of differences: paths out of states, so they are kept here and not in addresses. */
  ignore: readonly IgnoreRule[] = [];

  constructor() {
    super();
    this.#toOwnBackend();
  }

  /** Whether the page was served together with a backend. */
  get hasBackend(): boolean {
    return this.backend !== "none" && !this.filesOnly;
  }

  /** Whether `server` is the one that serves the page: it asks for no token. */
  get onOwnBackend(): boolean {
    return this.hasBackend && this.server === OWN;
  }

  /** The organisation to go about in, where an address names `named`: the user's own one, if that is none of the user's. */
  organizationAt(named: string | undefined): string | undefined {
    const known = named !== undefined && (this.organizations.length === 0 || this.organizations.includes(named));
    return known ? named : this.organization;
  }

  set(change: Partial<Changing>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }

  /** Forgets the server and its token; the backend that serves the page takes its place, if there is one. */
  disconnect(): void {
    this.set({ server: undefined, serverName: "", organizations: [], organization: undefined, login: "" });
    this.#toOwnBackend();
    this.set({});
  }

  #toOwnBackend(): void {
    if (!this.hasBackend) return;
    this.server = OWN;
    this.serverName = this.backend === "sample" ? "Sample organisation" : "Backend of this page";
  }
}

/** Relative to the page. */
const OWN = ".";

function meta(name: string, otherwise: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? otherwise;
}
