/** A resource as a program sees it: declared, with outputs that others can use. */
import { type Row, STACK_TYPE } from "./state.js";
import { From, UNKNOWN } from "./values.js";

export interface ResourceOptions {
  parent?: Resource;
  dependsOn?: Resource[];
  provider?: Resource;
  protect?: boolean;
  retainOnDelete?: boolean;
  /** Register it as an import of the id that it would get. */
  adopt?: boolean;
}

/** A resource that a program has declared. */
export class Resource {
  constructor(
    readonly urn: string,
    readonly qualifiedType: string,
    readonly row: Row,
    readonly known: boolean,
  ) {}

  get id(): From {
    return this.get("id");
  }

  /** An output; what a preview cannot know is `UNKNOWN`. */
  get(key: string): From {
    if (key === "id") return new From(this.known ? this.row.id : UNKNOWN, [this.urn]);
    const value = this.row.outputs?.[key] ?? this.row.inputs?.[key];
    return new From(value ?? (this.known ? null : UNKNOWN), [this.urn]);
  }
}

/** The chain of types that a child's URN carries. */
export function qualified(parent: Resource, type: string): string {
  return parent.qualifiedType === STACK_TYPE ? type : `${parent.qualifiedType}$${type}`;
}
