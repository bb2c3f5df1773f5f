// Puts the page together.

import { contentsView } from "./contents/view.js";
import { diffView } from "./diff/view.js";
import { Engine } from "./engine.js";
import { openView } from "./open/view.js";
import { router } from "./router.js";
import { Session, SLOTS } from "./session.js";
import { themeButton } from "./ui/theme.js";

const engine = new Engine(
  () => new Worker(new URL("worker.js", import.meta.url), { type: "module", name: "stackscope" }),
);
const session = new Session(engine);

async function open(sources) {
  await session.open(sources);
  if (session.bothReady) route.go("diff");
}

const views = {
  files: { ...openView({ session, engine, open }), open: () => true },
  diff: { ...diffView({ session, engine }), open: () => session.bothReady },
};
for (const slot of SLOTS) {
  views[slot] = { ...contentsView({ slot, session, engine }), open: () => session.slots[slot].status === "ready" };
}

const main = document.getElementById("views");
main.append(...Object.values(views).map(({ element }) => element));
themeButton(document.getElementById("theme"));
const route = router(views, document.getElementById("places"));
session.addEventListener("slot", () => route.refresh());

// The address is the router's, so the skip link moves the focus by itself.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
