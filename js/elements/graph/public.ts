import type { StackscopeElement, StateSource } from "../public.js";

/**
 * `<stackscope-graph>`: what a resource refers to and what refers to it, as a picture that one can walk through, zoom, and save as SVG, DOT or Mermaid.
 *
 * `query`: `urn` (the resource in the middle; default: the stack), `hops` (1 to 6; default: as many as can be taken in), `direction` (`dependencies` or
 * `dependents`; default: both), `kinds` (of `dependency`, `property`, `parent`, `provider`, `deletedWith`, `replaceWith`, `viewOf`, joined by commas; default:
 * all but `provider`). Which node's card is open is no part of it: the card of another node opens as one goes to it.
 *
 * @example
 * const graph = document.createElement("stackscope-graph");
 * graph.server = "https://pulumi.example.com";
 * graph.state = { stack: "acme/web/prod" };
 * graph.query = { urn: "urn:pulumi:prod::web::aws:s3/bucket:Bucket::logs", hops: "2" };
 * document.body.append(graph);
 */
export interface GraphElement extends StackscopeElement {
  /** The state whose resources are shown: an address, a file, bytes, or a version of a stack. Attribute `state`: an address. Default: none, which shows nothing. */
  state: StateSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-graph": GraphElement;
  }
}
