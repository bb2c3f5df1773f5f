// Plain modules, no bundler: the elements are one file and their worker another.
import "./node_modules/stackscope/dist/elements/index.js";

const diff = document.querySelector("stackscope-diff");
const resources = document.querySelector("stackscope-resources");
const chosen = document.querySelector("#chosen");

// Properties in: a File is a state as well as an address is.
for (const side of ["old", "new"]) {
  document.getElementById(side).addEventListener("change", ({ target: { files } }) => {
    diff[side] = files[0];
    if (side === "new") resources.state = files[0];
  });
}

// Events out: what the person chose, to be kept wherever you like.
for (const element of [diff, resources]) {
  element.addEventListener("stackscope-query", ({ detail: { query } }) => {
    chosen.textContent = `${element.localName}: ${new URLSearchParams(query)}`;
  });
}
