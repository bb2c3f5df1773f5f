/** A row that leads where the link in it leads, wherever it is clicked: for `@click` of the row. */

const ITS_OWN = "a, button, input, label, select, summary";

/** What has a use of its own, and text that is being selected, are left alone. */
export function followRow(event: MouseEvent): void {
  const row = event.currentTarget as HTMLElement;
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(row));
  if (event.defaultPrevented || inside.some((one) => one instanceof Element && one.matches(ITS_OWN))) return;
  if (getSelection()?.type === "Range") return;
  const { ctrlKey, metaKey, shiftKey } = event;
  row.querySelector(".link")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, ctrlKey, metaKey, shiftKey }));
}
