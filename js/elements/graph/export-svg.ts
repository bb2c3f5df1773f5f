/** A graph as an SVG file that stands alone: colours are written out, words are text, nothing is fetched. Pure but for the measuring of words. */
import { iconPath } from "../ui/icon.js";
import { spelled } from "../ui/text.js";
import type { GraphView } from "../worker/graph.js";
import { CARD, fitted, FONT, hueOf, HUES, leading, marks, marksWidth, NAME, pathOf, RELATION_LOOK, shortType, TYPE } from "./shapes.js";

const MARGIN = 32;
const COLOURS = ["surface", "raised", "sunken", "line", "line-strong", "control-line", "text", "muted", "accent", "accent-tint", "delete"] as const;

export type Palette = Readonly<Record<(typeof COLOURS)[number] | `hue-${number}`, string>>;

/** The light colours of a theme as its tokens say them; `within` is where the tokens hold. */
export function lightPalette(within: ShadowRoot): Palette {
  const names = [...COLOURS, ...Array.from({ length: HUES }, (_, hue) => `hue-${hue}` as const)];
  const probes = document.createElement("div");
  probes.hidden = true;
  probes.style.colorScheme = "light";
  for (const token of names) probes.appendChild(document.createElement("i")).style.color = `var(--${token})`;
  within.append(probes);
  const read = [...probes.children].map((probe) => getComputedStyle(probe).color);
  probes.remove();
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return Object.fromEntries(names.map((token, at) => [token, hex(read[at] ?? "", context)])) as Palette;
}

/** A colour as every reader of SVG knows it. */
function hex(colour: string, context: CanvasRenderingContext2D | null): string {
  if (!context) return colour;
  context.fillStyle = colour;
  if (context.fillStyle.startsWith("#")) return context.fillStyle;
  context.fillRect(0, 0, 1, 1);
  return `#${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

export function svgOf(view: GraphView, colours: Palette): string {
  const [width, height] = [Math.ceil(view.width + 2 * MARGIN), Math.ceil(view.height + 2 * MARGIN)];
  const blocks = view.blocks.map((block) => element("rect", { x: block.x, y: block.y, width: block.width, height: block.height, rx: 12, fill: colours.sunken, stroke: colours.line }));
  const lines = view.lines.map(({ points, kinds }) =>
    element("path", { d: pathOf(points), fill: "none", stroke: colours["control-line"], "stroke-width": 1.4, "stroke-dasharray": RELATION_LOOK[leading(kinds)].dash, "marker-end": "url(#arrow)" }),
  );
  const nodes = view.nodes.map((node, at) => card(node, at === 0, colours));
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="${escaped(FONT)}">
<title>${escaped(`Graph around ${view.nodes[0]?.name ?? ""}`)}</title>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L8 4L0 7.5z" fill="${colours["control-line"]}"/></marker></defs>
${element("rect", { x: -MARGIN, y: -MARGIN, width, height, fill: colours.surface })}
${[...blocks, ...lines, ...nodes].join("\n")}
</svg>
`;
}

function card(node: GraphView["nodes"][number], isCentre: boolean, colours: Palette): string {
  const gone = node.flags.includes("delete") || node.flags.includes("missing");
  const signs = marks(node.flags);
  const parts = [
    `<title>${escaped(`${node.name}\n${node.type}`)}</title>`,
    element("rect", {
      width: CARD.width,
      height: CARD.height,
      rx: 8,
      fill: isCentre ? colours["accent-tint"] : colours.raised,
      stroke: gone ? colours.delete : isCentre ? colours.accent : colours["line-strong"],
      "stroke-width": isCentre ? 2 : 1,
      "stroke-dasharray": gone ? "4 3" : "",
    }),
    element("rect", { x: 8, y: 9, width: 4, height: CARD.height - 18, rx: 2, fill: colours[`hue-${hueOf(node.package)}`] ?? colours.muted }),
    text(fitted(node.name, { ...NAME, width: NAME.width - marksWidth(signs.length) }), NAME, colours.text),
    text(fitted(shortType(node), TYPE), TYPE, colours.muted),
    ...signs.map((sign, n) =>
      element("path", { d: iconPath(sign.icon), transform: `translate(${CARD.width - 9 - marksWidth(n + 1)} 8) scale(0.85)`, fill: "none", stroke: gone ? colours.delete : colours.muted, "stroke-width": 1.4 }),
    ),
  ];
  return `<g transform="translate(${node.x} ${node.y})">${parts.join("")}</g>`;
}

function text(words: string, { x, y, size, weight }: { x: number; y: number; size: number; weight: number }, fill: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === "" ? [] : ` ${key}="${escaped(String(value))}"`));
  return `<${name}${written.join("")}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(words: string): string {
  return spelled(words).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? "").replace(/[\ufffe\uffff]/g, "\ufffd");
}
