// The difference between the two states.

import { adviceOn } from "../ui/advice.js";
import { announce } from "../ui/announce.js";
import { fill, h } from "../ui/dom.js";
import { counted } from "../ui/format.js";
import { icon } from "../ui/icons.js";
import { name } from "../ui/plain-text.js";
import { segments } from "../ui/segments.js";
import { summaryCards } from "./cards.js";
import { changeList } from "./changes.js";
import { exportMenu } from "./export.js";
import { Filters } from "./filters.js";
import { ignoredRules } from "./ignore.js";
import { notices } from "./notices.js";
import { optionsMenu } from "./options.js";
import { stackSections } from "./sections.js";

/** @param {{session: import("../session.js").Session, engine: import("../engine.js").Engine}} context */
export function diffView({ session, engine }) {
  const filters = new Filters();
  const ignore = (rule) => session.ignore(rule);
  const pairLine = h("p", { class: "pair-line" });
  const compare = segments({
    label: "Compare as",
    choices: [
      { value: "versions", label: "Versions", title: "Two versions of one stack" },
      { value: "stacks", label: "Stacks", title: "Two stacks of one program: ids, times and provider ids don't count" },
    ],
    choose: (compare) => session.setOptions({ compare }),
  });
  const cards = summaryCards((kind) => filters.toggleKind(kind));
  const notes = notices({
    showInternal: () => session.setOptions({ showInternal: true }),
    swap: () => session.swap(),
  });
  const sections = stackSections(engine);
  const rules = ignoredRules({
    remove: (rule) => session.unignore(rule),
    clear: () => session.setOptions({ ignore: [] }),
  });
  const changes = changeList({ engine, filters, ignore });
  const same = h("div", { class: "same" });
  const state = h("div", { class: "state" });
  const result = h("div", { class: "stacked" }, notes.element, cards.element, same, sections.element, changes.element);
  const element = h(
    "section",
    { class: "view", "aria-labelledby": "diff-title", hidden: true },
    h(
      "header",
      { class: "view-head" },
      h("div", {}, h("h1", { id: "diff-title", tabindex: "-1" }, "Differences"), pairLine),
      h("div", { class: "view-actions" }, compare.element, optionsMenu(session), exportMenu(engine)),
    ),
    rules.element,
    state,
    result,
  );

  let drawn;
  const draw = () => {
    const { status, overview, error } = session.diff;
    compare.update(session.options.compare);
    rules.update(session.options.ignore);
    element.classList.toggle("busy", status === "running" && overview !== undefined);
    result.hidden = !overview;
    state.hidden = Boolean(overview);
    fill(
      state,
      status === "running" && h("p", { class: "loading" }, "Comparing…"),
      status === "failed" && adviceOn(error),
    );
    fill(pairLine, side(session.slots.old), icon("arrow"), side(session.slots.new));
    if (status !== "ready" || drawn === overview) return;
    drawn = overview;
    show(overview);
  };

  const show = (overview) => {
    const { summary, differs } = overview;
    const changed = differs || Object.keys(overview.sections).length > 0;
    cards.update(summary, filters.kinds);
    notes.update(overview, { backwards: savedBackwards(session.slots) });
    sections.update(overview);
    same.hidden = changed;
    changes.element.hidden = !changed;
    fill(
      same,
      icon("check"),
      h("h2", {}, "No differences"),
      h("p", {}, `${counted(summary.same, "resource")} and everything else in the two states agree.`),
    );
    if (changed) changes.update(overview);
    else announce("No differences");
  };

  filters.addEventListener(
    "change",
    () => session.diff.overview && cards.update(session.diff.overview.summary, filters.kinds),
  );
  for (const type of ["diff", "options", "slot"]) session.addEventListener(type, draw);
  return { element, shown: () => changes.draw() };
}

function side({ source, summary }) {
  if (!source) return h("span", { class: "muted" }, "nothing");
  const place = [summary?.organization, summary?.project, summary?.stack].filter(Boolean).join("/");
  return h("span", { class: "pair-side" }, name(source.name, "strong"), place && [" ", name(place, "muted")]);
}

function savedBackwards(slots) {
  const [old, young] = [slots.old, slots.new].map(({ summary }) => Date.parse(summary?.manifest?.time));
  return old > young;
}
