/**
 * `stackscope/elements`: custom elements that show stacks, updates and state diffs. Importing it defines them.
 *
 * In: properties, which say what to show. Out: events, which say what the person did. Everything is read and computed in one worker that all elements
 * of a page share; what an element can't show it says in its own place. All of them are themed by the custom properties that `docs/elements.md` lists.
 */

/**
 * Where a state is read from: an address, a file or bytes (plain, gzip or zstd), or a version of a stack, for which the element needs its `server`.
 */
export type StateSource = string | URL | Blob | ArrayBuffer | Uint8Array | StackVersion;

/** A version of a stack; the current one where none is named. */
export interface StackVersion {
  /** `organization/project/stack` */
  stack: string;
  /** From 1. */
  version?: number | undefined;
}

/** Where an event log is read from: an address, a file or bytes, or an update of a stack, for which the element needs its `server`. */
export type LogSource = string | URL | Blob | ArrayBuffer | Uint8Array | StackUpdate;

/** An update of a stack. One that is running is followed until it has ended. */
export interface StackUpdate {
  /** `organization/project/stack` */
  stack: string;
  /** The version that the update made, or its id; previews have ids alone. */
  update: number | string;
  /** It is a preview, to be named by its id. Default false. */
  preview?: boolean | undefined;
}

/**
 * A server that speaks the Pulumi Cloud REST API: its base URL, relative to the page, or that with a token. The token stays in memory and goes nowhere
 * but to that server.
 */
export type Server = string | ServerOptions;

export interface ServerOptions {
  /** Where the API is, without `/api`: `https://api.pulumi.com`; relative addresses are relative to the page. */
  baseUrl: string;
  /** Access token. Left out where the server needs none. */
  token?: string | undefined;
  /** Send the token without TLS to a server that isn't this machine. */
  allowInsecure?: boolean | undefined;
}

/** What a link of an element leads to. */
export type Target =
  | { kind: "stack"; stack: string; tab?: "overview" | "resources" | "graph" | "integrity" | "updates"; version?: number }
  | { kind: "update"; stack: string; update: number | string; preview?: boolean }
  | { kind: "resource"; urn: string; stack?: string; version?: number; view?: "resources" | "graph" }
  | { kind: "diff"; old: StackVersion; new: StackVersion }
  | { kind: "organization"; organization: string; view: "stacks" | "members" | "teams" | "webhooks" | "audit" | "usage" | "search"; query?: Query };

/** What a person chose within an element (filters, a row, a tab), as texts: fit for the address of a page. Never a value of a state. */
export type Query = Readonly<Record<string, string>>;

/** Someone followed a link to `target`. Cancel it to keep the link from being followed. */
export type NavigateEvent = CustomEvent<{ target: Target }>;

/** `query` changed. `push` says whether that is worth a step of the history. */
export type QueryEvent = CustomEvent<{ query: Query; push: boolean }>;

/** What every element has. */
export interface StackscopeElement extends HTMLElement {
  /** The server that stacks and updates are read from. Attribute `server`: its base URL. */
  server: Server | undefined;
  /** Gives the address of what a link leads to. Without it links are buttons, and `stackscope-navigate` says what was meant. */
  linkTo: ((target: Target) => string | undefined) | undefined;
  /** What the person chose within the element. Set it to restore a view; `stackscope-query` tells of changes. */
  query: Query;
}

/**
 * Lets go of a server: of its token, of the client that the elements of this page share, and of what was kept of its answers. An element that still shows it
 * connects anew when it next asks.
 *
 * @example
 * import { disconnect } from "stackscope/elements";
 * await disconnect({ baseUrl: "https://api.pulumi.com", token });
 */
export declare function disconnect(server: Server): Promise<void>;

/** How the shortcuts of a single key act, in all elements of the page. */
export interface KeySettings {
  /** Whether they act at all. Default true. */
  on: boolean;
  /** Whether they act wherever the focus is, and not only while it is within the element that they belong to. Default false. */
  everywhere: boolean;
}

/**
 * Settings of the elements' shortcuts.
 *
 * @example
 * import { keys } from "stackscope/elements";
 * keys.on = false;
 */
export declare const keys: KeySettings;

declare global {
  interface HTMLElementEventMap {
    "stackscope-navigate": NavigateEvent;
    "stackscope-query": QueryEvent;
  }
}

export type * from "./chart/public.js";
export type * from "./diff/public.js";
export type * from "./graph/public.js";
export type * from "./integrity/public.js";
export type * from "./organization/public.js";
export type * from "./outputs/public.js";
export type * from "./resources/public.js";
export type * from "./stack/public.js";
export type * from "./stacks/public.js";
export type * from "./update/public.js";
export type * from "./updates/public.js";
