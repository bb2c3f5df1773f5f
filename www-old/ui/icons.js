// Line icons on a 16 by 16 grid.

const NS = "http://www.w3.org/2000/svg";

const PATHS = {
  arrow: "M3 8h10M9 4l4 4-4 4",
  check: "M3 8.5l3.2 3.2L13 5",
  chevron: "M6 4l4 4-4 4",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M6 6V3.5h6.5V10H10M3.5 6H10v6.5H3.5z",
  export: "M8 10V2.5M5 5l3-2.7L11 5M3 9.5v4h10v-4",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z",
  file: "M4 1.8h5l3 3v9.4H4zM9 1.8v3h3",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  lock: "M4 7.5h8V13H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5",
  moon: "M13 9.6A5.6 5.6 0 016.4 3 5.6 5.6 0 1013 9.6z",
  mute: "M2 2l12 12M4.2 4.6C2.5 5.8 1.5 8 1.5 8S4 12.2 8 12.2c1.3 0 2.4-.4 3.3-1M6.6 3.9c.4-.1.9-.1 1.4-.1 4 0 6.5 4.2 6.5 4.2s-.5 1-1.5 2",
  note: "M8 7.2v4M8 4.9v.2M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8z",
  search: "M7 2.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4zM10.2 10.2l3.3 3.3",
  sun: "M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1",
  swap: "M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13",
  upload: "M8 11V3M4.8 6L8 2.8 11.2 6M2.8 13.2h10.4",
  warning: "M8 2.3l6.2 11.2H1.8zM8 6.8v3M8 11.5v.2",
};

/** A decorative icon; what it means must stand in words beside it or in its button's label. */
export function icon(name, className = "") {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon ${className}`.trim());
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
