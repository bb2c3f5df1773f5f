// The list of changed resources under its toolbar: single changes or groups of the same shape.

import { announce } from "../ui/announce.js";
import { fill, h } from "../ui/dom.js";
import { count, counted } from "../ui/format.js";
import { VirtualList } from "../ui/virtual-list.js";
import { changeDetail, changeHead } from "./change-row.js";
import { groupList } from "./groups.js";
import { KINDS } from "./kinds.js";
import { toolbar } from "./toolbar.js";

/** @param {{engine: import("../engine.js").Engine, filters: import("./filters.js").Filters, ignore: (rule: object) => void}} context */
export function changeList({ engine, filters, ignore }) {
  let overview;
  let mode = "changes";
  // The filter that the rows on show were found with, which their places in the list refer to.
  let found = {};

  const failed = (error) => bar.say(h("span", { class: "error-text" }, error.message));
  const list = new VirtualList({
    label: "Changed resources",
    load: async ({ offset, limit }, signal) => {
      const filter = filters.query;
      const answer = await engine.call("changes", { offset, limit, filter }, { signal });
      found = filter;
      return answer;
    },
    head: changeHead,
    detail: (row, offset) => changeDetail(row, { offset, filter: found }, { engine, ignore }),
    failed,
  });
  const groups = groupList({
    engine,
    open: (group) => filters.set({ group }),
  });
  const bar = toolbar({
    filters,
    setMode: (chosen) => {
      mode = chosen;
      reload();
    },
  });
  const none = h("div", { class: "empty" });
  const element = h(
    "section",
    { "aria-labelledby": "resources" },
    h("h2", { id: "resources" }, "Resources"),
    bar.element,
    list.element,
    none,
    groups.element,
  );

  const reload = async () => {
    bar.update({ facets: overview.facets, mode });
    const grouped = mode === "groups";
    list.element.hidden = grouped;
    groups.element.hidden = !grouped;
    none.hidden = true;
    if (grouped)
      return bar.say(counted(await groups.reload(), "group of the same change", "groups of the same change"));
    const total = await list.reload();
    if (total !== undefined) say(total);
  };

  const say = (total) => {
    const all = KINDS.reduce((sum, { kind }) => sum + overview.summary[kind], 0);
    const words =
      total === all ? counted(total, "changed resource") : `${count(total)} of ${counted(all, "changed resource")}`;
    bar.say(words);
    announce(words);
    list.element.hidden = total === 0;
    none.hidden = total > 0;
    if (total === 0) fill(none, all === 0 ? "No resource changed." : "No change passes the filters.");
  };

  filters.addEventListener("change", () => {
    mode = "changes";
    if (overview) reload();
  });
  const update = (next) => {
    overview = next;
    filters.forgetGroup();
    return reload();
  };
  return { element, update, draw: () => list.draw() };
}
