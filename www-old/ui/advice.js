// What an error means to the person, and what they can do.

import { h } from "./dom.js";
import { bytes, count } from "./format.js";
import { icon } from "./icons.js";
import { code, prose } from "./plain-text.js";

const KNOWN = {
  not_json: ["This is not a JSON file", "Choose a file that `pulumi stack export` or a self-managed backend wrote."],
  truncated: ["The file is cut off", "Export it again, or copy it again to the end."],
  wrong_shape: [
    "This is JSON, but not a Pulumi state",
    "Choose a file that `pulumi stack export` or a self-managed backend wrote.",
  ],
  invalid_utf8: ["The file is not UTF-8 text", "Save it as UTF-8, or export it again."],
  too_deep: ["The file is nested too deeply", "No Pulumi state is so deep: look for what wrote it."],
  unsupported_version: ["The state's version is newer than this page knows", "Look for a newer release of stackscope."],
  decompress: ["The file could not be decompressed", "It may be cut off: copy it again, or decompress it first."],
  unreadable: ["The file could not be read", "It may have been moved or changed since: choose it again."],
  no_sample: ["The samples are not here", "Make them with `npm run sample`, and try again."],
  engine_missing: ["The reader could not be started", "Build it with `npm run build`, then reload the page."],
  engine_stopped: [
    "The reader stopped",
    "The file may be too large for this browser's memory. Read it again, or use the command line.",
  ],
};
const UNKNOWN = "This did not work";
const RETRY = "Try again; if it stays, please report it with the message above.";

/** A box for an error; `actions` are buttons to put under it. */
export function adviceOn(error, ...actions) {
  const [title, todo] = KNOWN[error.code] ?? [UNKNOWN, error.hint ?? RETRY];
  return h(
    "div",
    { class: "trouble", role: "alert" },
    h("p", { class: "trouble-title" }, icon("warning"), title),
    h("p", { class: "trouble-message" }, prose(error.message)),
    h("p", { class: "trouble-where" }, place(error)),
    h("p", {}, prose(todo)),
    actions.length > 0 && h("div", { class: "actions" }, actions),
  );
}

function place({ code: kind, offset, path }) {
  return [
    kind && h("span", { class: "badge" }, kind),
    offset !== undefined && h("span", { title: bytes(offset) }, `at byte ${count(offset)}`),
    path && ["at ", code(path)],
  ].map((part) => part && [part, " "]);
}
