/**
 * What the page holds while it is open: the files that were dropped, and the server that it is connected to. All of it is memory: a reload begins anew,
 * and asks for a token again.
 */
import type { LogSource, Server, StateSource } from "../js/elements/public.js";

/** A file, or an example by its address. */
export interface OpenedFile<S> {
  name: string;
  size?: number;
  source: S;
}

export type BackendKind = "sample" | "proxy" | "none";

/** Emits "change". */
export class Session extends EventTarget {
  readonly backend = (document.querySelector<HTMLMetaElement>('meta[name="stackscope-backend"]')?.content ?? "none") as BackendKind;
  /** Built to talk to no server but its own. */
  readonly filesOnly = document.querySelector<HTMLMetaElement>('meta[name="stackscope-build"]')?.content === "files";
  old: OpenedFile<StateSource> | undefined;
  new: OpenedFile<StateSource> | undefined;
  log: OpenedFile<LogSource> | undefined;
  /** Where stacks are read from; the backend that serves the page is there from the start. */
  server: Server | undefined;
  /** What the server is called on the page: never with a token. */
  serverName = "";
  /** Organisations of the user, once asked. */
  organizations: string[] = [];
  organization: string | undefined;

  constructor() {
    super();
    if (this.backend === "none") return;
    this.server = ".";
    this.serverName = this.backend === "sample" ? "Sample organisation" : "Backend of this page";
  }

  set(change: Partial<Pick<Session, "old" | "new" | "log" | "server" | "serverName" | "organizations" | "organization">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}
