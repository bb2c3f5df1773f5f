// Which changes the list shows.

export class Filters extends EventTarget {
  kinds = new Set();
  text = "";
  type = "";
  package = "";
  group = undefined;

  /** The filter in the package's words, without what isn't set. */
  get query() {
    const { kinds, text, type, group } = this;
    return {
      ...(kinds.size > 0 && { kind: [...kinds] }),
      ...(text && { text }),
      ...(type && { type }),
      ...(this.package && { package: this.package }),
      ...(group && { group: group.group }),
    };
  }

  get active() {
    return Object.keys(this.query).length > 0;
  }

  set(values) {
    Object.assign(this, values);
    this.dispatchEvent(new Event("change"));
  }

  toggleKind(kind) {
    const kinds = new Set(this.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    this.set({ kinds });
  }

  clear() {
    this.set({ kinds: new Set(), text: "", type: "", package: "", group: undefined });
  }

  /** Drops what a new comparison may not know any more: groups are numbered anew. */
  forgetGroup() {
    this.group = undefined;
  }
}
