// Files dragged onto the page.

/**
 * Drags files over an element and drops them there, with the events that a browser sends.
 * @param {{name: string, text: string}[]} files
 */
export async function drop(page, selector, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name, { type: "application/json" }));
    return transfer;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent(selector, type, { dataTransfer: transfer });
  }
}

/** Drops files from the disk at a point of the page, as the system's own drag does: the browser makes the events. */
export async function dropFromDisk(page, { x, y }, paths) {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await devtools.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await devtools.detach();
}
