/** Line icons on a 16 by 16 grid. */
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  auto: "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 1.8v12.4M8 5h4.8M8 8h6.1M8 11h4.8",
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
  activity: "M1.8 8.5h3l2-5.5 2.6 10 2-4.5h2.8",
  bolt: "M9 1.8L3.5 9H7l-.8 5.2L12 7H8.4z",
  box: "M2.5 5L8 2l5.5 3v6L8 14l-5.5-3zM2.5 5L8 8l5.5-3M8 8v6",
  branch: "M5 4.8v6.4M5 4.8a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM5 14.2a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM11 7.3a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM11 7.3c0 2.2-6 1.4-6 3.9",
  clock: "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.6V8l2.3 1.6",
  commit: "M8 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM1.5 8h4M10.5 8h4",
  down: "M4 6l4 4 4-4",
  external: "M9 2.5h4.5V7M13.5 2.5L7.5 8.5M11.5 9.5v4h-9v-9h4",
  graph: "M3.5 5.2a1.7 1.7 0 100-3.4 1.7 1.7 0 000 3.4zM12.5 9.7a1.7 1.7 0 100-3.4 1.7 1.7 0 000 3.4zM3.5 14.2a1.7 1.7 0 100-3.4 1.7 1.7 0 000 3.4zM5 4.3l6 3M5 11.7l6-3",
  keyboard: "M1.8 4h12.4v8H1.8zM4.5 6.5h.1M7 6.5h.1M9.5 6.5h.1M11.8 6.5h.1M5 9.5h6",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  minus: "M3 8h10",
  people: "M6 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 2.8a2.4 2.4 0 010 4.5M12.2 9.8c1.4.6 2.3 1.9 2.3 3.7",
  play: "M4.5 2.8l8 5.2-8 5.2z",
  plus: "M8 3v10M3 8h10",
  refresh: "M13 8a5 5 0 11-1.6-3.7M13 2v3h-3",
  server: "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1",
  shield: "M8 1.8l5 1.8v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.6v-4z",
  stack: "M8 2L2 5l6 3 6-3zM2 8l6 3 6-3M2 11l6 3 6-3",
  tag: "M2.2 2.2h5.6l6 6-5.6 5.6-6-6zM5 5h.1",
  tree: "M3 2.5v9h4M3 6.5h4M9.5 4.5h4v4h-4zM9.5 9.5h4v4h-4z",
  webhook: "M5.5 6.5a3 3 0 115 0L12 10M4 10.5a3 3 0 103.5 3h4M8 5l-2.2 5",
  trash: "M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.8M9.2 7v3.8",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  target: "M8 3.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4zM8 1.2v2.6M8 12.2v2.6M1.2 8h2.6M12.2 8h2.6",
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon; what it means must stand in words beside it or in its button's label. */
export function icon(name: IconName, className = ""): TemplateResult {
  return html`<svg class="icon ${className}" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name]}></path>`}</svg>`;
}

/** The path of an icon, for pictures that are drawn elsewhere. */
export const iconPath = (name: IconName): string => PATHS[name];
