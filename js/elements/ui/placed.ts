/** Sizes and places that are computed: set by script on the element, since a strict policy lets no markup carry styles. */
import { noChange } from "lit";
import { Directive, directive, PartType, type AttributePart, type ElementPart, type PartInfo } from "lit/directive.js";

type Styles = Readonly<Record<string, string>>;

class Placed extends Directive {
  #last: Styles = {};

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error("`placed` stands in the tag itself");
  }

  override update({ element }: ElementPart | AttributePart, [styles]: [Styles]) {
    const { style } = element as HTMLElement;
    for (const name of Object.keys(this.#last)) if (!(name in styles)) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) if (this.#last[name] !== value) style.setProperty(name, value);
    this.#last = styles;
    return noChange;
  }

  override render(_styles: Styles) {
    return noChange;
  }
}

/** `<div ${placed({ height: "20px", "--depth": "2" })}>`: style properties by their CSS names. */
export const placed = directive(Placed);
