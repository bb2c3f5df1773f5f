// The difference as text, to copy or to save.

import { announce } from "../ui/announce.js";
import { copy, save } from "../ui/copy.js";
import { fill, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { menu } from "../ui/menu.js";

const FORMATS = [
  { format: "markdown", label: "Markdown", hint: "for a pull request", file: "diff.md", type: "text/markdown" },
  { format: "json", label: "JSON", hint: "every change", file: "diff.json", type: "application/json" },
  { format: "text", label: "Text", hint: "as the command line prints", file: "diff.txt", type: "text/plain" },
  {
    format: "patch",
    label: "JSON Patch",
    hint: "RFC 6902",
    file: "patch.json",
    type: "application/json",
  },
];
const WHY = {
  secret_in_patch:
    "A patch would hold a secret in plain text, so none is made here. The command line makes it with --allow-plaintext.",
};

/** @param {import("../engine.js").Engine} engine */
export function exportMenu(engine) {
  return menu({
    label: [icon("export"), "Export"],
    title: "Export",
    align: "end",
    panel: () => {
      const said = h(
        "p",
        { class: "panel-note", role: "status" },
        "All changes, whatever the filters show. Secrets are masked; the patch holds their ciphertexts.",
      );
      return [
        h("p", { class: "panel-title" }, "Export the differences"),
        FORMATS.map((row) => line(row, engine, said)),
        said,
      ];
    },
  });
}

function line({ format, label, hint, file, type }, engine, said) {
  const make = () => engine.call("export", { format });
  const attempt = async (done, work) => {
    try {
      await work();
      fill(said, done);
      announce(done);
    } catch (error) {
      fill(said, WHY[error.code] ?? error.message);
    }
  };
  const button = (verb, done, work) =>
    h(
      "button",
      {
        type: "button",
        class: "button button-small",
        "aria-label": `${verb} ${label}`,
        on: { click: () => attempt(done, work) },
      },
      verb,
    );
  return h(
    "div",
    { class: "export-line" },
    h("span", {}, h("span", { class: "strong" }, label), " ", h("span", { class: "hint" }, hint)),
    button("Copy", `${label} copied.`, () => copyMade(make())),
    button("Save", `${file} saved.`, async () => save(await make(), file, type)),
  );
}

// Of the two failures, the reason why nothing was made says more than the clipboard's.
async function copyMade(text) {
  const copied = copy(text);
  copied.catch(() => {});
  await text;
  await copied;
}
