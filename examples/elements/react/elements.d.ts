// Tells TypeScript that JSX may hold the elements, each with its own properties and events.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { NavigateEvent, QueryEvent } from "stackscope/elements";

interface Listeners {
  "onstackscope-query"?: (event: QueryEvent) => void;
  "onstackscope-navigate"?: (event: NavigateEvent) => void;
}

type Tags = Extract<keyof HTMLElementTagNameMap, `stackscope-${string}`>;
type Own<E> = Partial<Omit<E, keyof HTMLElement>>;
type Elements = { [T in Tags]: DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[T]>, HTMLElementTagNameMap[T]> & Own<HTMLElementTagNameMap[T]> & Listeners };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
