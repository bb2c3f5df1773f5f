// Where states come in: two slots, the samples, and, for one file alone, its contents.

import { stateContents } from "../contents/view.js";
import { SLOTS } from "../session.js";
import { announce } from "../ui/announce.js";
import { fill, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { code } from "../ui/plain-text.js";
import { assign, dropTarget } from "./drop.js";
import { slotCard } from "./slot.js";

const SAMPLES = {
  old: { name: "old.json", url: new URL("../samples/old.json", import.meta.url).href },
  new: { name: "new.json", url: new URL("../samples/new.json", import.meta.url).href },
};

/** @param {{session: import("../session.js").Session, engine: import("../engine.js").Engine, open: (sources: object) => void}} context */
export function openView({ session, engine, open }) {
  const refused = h("p", { class: "notice", role: "alert", hidden: true });
  const chosen = (files, slot) => {
    const { sources, refusal } = assign(files, slot, session.slots);
    refused.hidden = !refusal;
    fill(refused, icon("warning"), h("span", {}, refusal));
    if (sources) open(sources);
  };
  const swap = h(
    "button",
    {
      type: "button",
      class: "button-icon slot-swap",
      "aria-label": "Swap old and new",
      title: "Swap old and new",
      on: { click: () => session.swap() },
    },
    icon("swap"),
  );
  const [old, young] = SLOTS.map((slot) => slotCard({ slot, session, chosen }));
  const result = h(
    "div",
    { class: "actions" },
    h("a", { class: "button button-main", href: "#diff" }, "See the differences"),
  );
  const alone = h("div", {});
  const hints = intro(() => open(SAMPLES));
  const element = h(
    "section",
    { class: "view", "aria-labelledby": "open-title", hidden: true },
    h(
      "header",
      { class: "hero" },
      h("h1", { id: "open-title", tabindex: "-1" }, "What changed in your stack?"),
      h(
        "p",
        { class: "lead" },
        "Open two Pulumi states to see every difference, or one to see what it holds. Files are read in this browser and never leave it.",
      ),
    ),
    h("div", { class: "slots" }, old, swap, young),
    refused,
    result,
    hints,
    alone,
  );
  dropTarget(chosen);

  let contents;
  let of;
  const draw = () => {
    const having = (status) => SLOTS.filter((slot) => session.slots[slot].status === status);
    const [ready] = having("ready");
    const reading = having("reading").length > 0;
    swap.disabled = reading || having("empty").length === SLOTS.length;
    result.hidden = !session.bothReady;
    hints.hidden = reading || ready !== undefined;
    const single = ready && !session.bothReady && !reading ? session.slots[ready].summary : undefined;
    if (single === of) return;
    contents?.disconnect();
    contents = single && stateContents({ slot: ready, session, engine });
    of = single;
    fill(alone, contents?.element);
    if (single) announce(`${session.slots[ready].source.name} is read. Add another file to compare.`);
  };
  session.addEventListener("slot", draw);
  draw();
  return { element, shown: () => contents?.draw() };
}

function intro(sample) {
  return h(
    "div",
    { class: "intro" },
    h(
      "div",
      { class: "intro-sample" },
      h("button", { type: "button", class: "button button-main", on: { click: sample } }, "Try the samples"),
      h("p", { class: "hint" }, "Two states of a made-up web shop."),
    ),
    h(
      "div",
      { class: "intro-how" },
      h("h2", {}, "Where states come from"),
      h(
        "dl",
        { class: "facts" },
        h(
          "div",
          { class: "fact" },
          h("dt", {}, "As it is now"),
          h("dd", {}, code("pulumi stack export --file new.json")),
        ),
        h(
          "div",
          { class: "fact" },
          h("dt", {}, "An earlier version"),
          h("dd", {}, code("pulumi stack export --version 41 --file old.json")),
        ),
        h(
          "div",
          { class: "fact" },
          h("dt", {}, "Your own backend"),
          h(
            "dd",
            {},
            code(".pulumi/stacks/<project>/<stack>.json"),
            ", its ",
            code(".bak"),
            " and its history, gzip and zstd too",
          ),
        ),
      ),
    ),
  );
}
