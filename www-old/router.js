// Which view is shown: the address names it (#diff), so that back and forward work. Nothing else goes into the address.

const FIRST = "files";

/**
 * @param {Record<string, {element: HTMLElement, shown: () => void, open: () => boolean}>} views open: whether it can be shown now
 * @param {HTMLElement} links holds the links to the views
 */
export function router(views, links) {
  const scrolled = new Map();
  let current;

  const wanted = () => {
    const name = location.hash.slice(1);
    return views[name]?.open() ? name : FIRST;
  };
  const show = () => {
    const name = wanted();
    if (name === current) return;
    if (current) scrolled.set(current, window.scrollY);
    for (const [other, { element }] of Object.entries(views)) element.hidden = other !== name;
    const moved = current !== undefined;
    current = name;
    update();
    views[name].shown();
    window.scrollTo({ top: scrolled.get(name) ?? 0, behavior: "instant" });
    if (moved) views[name].element.querySelector("h1")?.focus({ preventScroll: true });
  };
  const update = () => {
    for (const link of links.querySelectorAll("a")) {
      const name = link.hash.slice(1);
      const open = views[name].open();
      if (open) link.removeAttribute("aria-disabled");
      else link.setAttribute("aria-disabled", "true");
      link.tabIndex = open ? 0 : -1;
      if (name === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  links.addEventListener("click", (event) => {
    if (event.target.closest("[aria-disabled]")) event.preventDefault();
  });
  window.addEventListener("hashchange", show);
  show();
  return {
    go: (name) => (location.hash = name),
    /** Call it when what can be shown has changed. */
    refresh: () => {
      update();
      if (current !== wanted()) show();
    },
  };
}
