/** What one would write without the package: both files parsed and compared on the page's own thread, resources matched by URN, the first changes listed. */
import diff from "microdiff";

const SHOWN = 100;

document.querySelector("input").addEventListener("change", async ({ target }) => {
  const [older, newer] = await Promise.all([...target.files].map(resourcesOf));
  const rows = [];
  for (const [urn, resource] of newer) {
    const before = older.get(urn);
    if (before === undefined) rows.push([urn, "created"]);
    else if (diff(before, resource).length > 0) rows.push([urn, "changed"]);
  }
  for (const urn of older.keys()) if (!newer.has(urn)) rows.push([urn, "deleted"]);
  const items = rows.slice(0, SHOWN).map(([urn, what]) => Object.assign(document.createElement("li"), { textContent: `${what} ${urn}`, className: "row-slot" }));
  document.querySelector("ul").replaceChildren(...items);
});

async function resourcesOf(file) {
  const { deployment } = JSON.parse(await file.text());
  return new Map(deployment.resources.map((resource) => [resource.urn, resource]));
}
