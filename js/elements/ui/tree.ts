/** Ways through shadow trees, and the modal dialog that is open, in whichever tree it is. */

/** What is around an element, the trees that it is slotted into and the hosts of its trees too. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element and all around it, innermost first. */
export function upwards(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) found.push(at);
  return found;
}

/** The element that has the focus, in whichever tree it is. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** The modal dialog that is open, if any: all outside of it is out of reach. */
export function openModal(): HTMLDialogElement | undefined {
  const focus = focused();
  const around = focus ? upwards(focus).find(isModal) : undefined;
  return around ?? (focus === null || focus === document.body ? modalWithin(document) : document.querySelector<HTMLDialogElement>("dialog:modal")) ?? undefined;
}

function isModal(element: Element): element is HTMLDialogElement {
  return element.matches("dialog:modal");
}

function modalWithin(root: ParentNode): HTMLDialogElement | null {
  for (const element of root.querySelectorAll("*")) {
    if (isModal(element)) return element;
    const within = element.shadowRoot && modalWithin(element.shadowRoot);
    if (within) return within;
  }
  return null;
}
