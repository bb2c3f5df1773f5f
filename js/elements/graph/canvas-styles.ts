/** The look of the picture of a graph. */
import { css } from "lit";

export const hues = css`
:host {
  --hue-0: light-dark(#7b62dc, #9f8ff0);
  --hue-1: light-dark(#e08a1e, #e59a3f);
  --hue-2: light-dark(#2f7fd0, #5aa2e8);
  --hue-3: light-dark(#2f9e5c, #52b87c);
  --hue-4: light-dark(#4a5fd6, #7d8ef2);
  --hue-5: light-dark(#1b97ad, #45b3c8);
  --hue-6: light-dark(#b3559f, #cf7cbd);
  --hue-7: light-dark(#7d6b57, #b5a48e);
}
`;

export const canvasStyles = css`
:host {
  display: block;
  position: relative;
}

.box {
  position: relative;
  height: clamp(22rem, 66vh, 44rem);
  overflow: clip;
  border: 1px solid var(--line);
  border-radius: var(--round-lg);
  background: var(--surface) radial-gradient(var(--line) 1px, transparent 1px) 0 0 / 22px 22px;
}

.picture {
  display: block;
  width: 100%;
  height: 100%;
  touch-action: pan-x pan-y;
  cursor: grab;
  user-select: none;
  font-family: var(--stackscope-font, inherit);
}

.picture:active {
  cursor: grabbing;
}

@media (prefers-reduced-motion: no-preference) {
  .picture.glides .scene {
    transition: transform 220ms cubic-bezier(0.2, 0.7, 0.2, 1);
  }
}

.scene {
  transform-origin: 0 0;
}

.block {
  fill: color-mix(in oklab, var(--sunken) 70%, transparent);
  stroke: var(--line);
}

.line {
  fill: none;
  stroke: var(--control-line);
  stroke-width: 1.4;
  stroke-opacity: 0.75;
}

.line[data-relation="parent"],
.line[data-relation="provider"] {
  stroke-opacity: 0.55;
}

.line.lit {
  stroke: var(--accent);
  stroke-width: 2;
  stroke-opacity: 1;
}

.arrow {
  fill: var(--control-line);
}

.arrow-lit {
  fill: var(--accent);
}

.line.faint {
  stroke-opacity: 0.18;
}

.faint .hue {
  fill-opacity: 0.35;
}

.button-ground {
  cursor: pointer;
  outline: none;
}

.face {
  pointer-events: none;
}

.card {
  fill: var(--raised);
  stroke: var(--line-strong);
  stroke-width: 1;
}

.node.faint .card {
  fill: var(--surface);
  stroke: var(--line);
}

.node:hover .card {
  stroke: var(--control-line);
}

.node.near .card {
  stroke: var(--accent);
}

.node.centre .card {
  fill: var(--accent-tint);
  stroke: var(--accent);
  stroke-width: 2;
}

.node.chosen .card {
  stroke: var(--text);
  stroke-width: 1.5;
}

.node.delete .card,
.node.missing .card {
  stroke: var(--delete);
  stroke-dasharray: 4 3;
}

.node.missing .card {
  fill: var(--surface);
}

.ring {
  display: none;
  fill: none;
  stroke: var(--focus);
  stroke-width: 2;
}

.button-ground:focus-visible .ring {
  display: block;
}

.name {
  fill: var(--text);
  font-size: 13px;
  font-weight: 600;
}

.type {
  fill: var(--muted);
  font-size: 11px;
}

.faint .name {
  fill: var(--muted);
  font-weight: 500;
}

.delete .name {
  text-decoration: line-through;
}

.mark-sign {
  fill: none;
  stroke: var(--muted);
  stroke-width: 1.4;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.node.delete .mark-sign,
.node.missing .mark-sign {
  stroke: var(--delete);
}

.more rect {
  fill: var(--sunken);
  stroke: var(--line);
}

.more text {
  fill: var(--muted);
  font-size: 10px;
  font-weight: 500;
  text-anchor: middle;
}

.words {
  paint-order: stroke;
  fill: var(--accent);
  stroke: var(--surface);
  stroke-width: 4;
  stroke-linejoin: round;
  font-size: 11px;
  font-weight: 500;
  text-anchor: middle;
  pointer-events: none;
}

.controls {
  position: absolute;
  bottom: var(--space-3);
  left: var(--space-3);
  display: flex;
  border: 1px solid var(--line-strong);
  border-radius: var(--round-md);
  background: var(--raised);
}

.controls .button-icon + .button-icon {
  border-left: 1px solid var(--line);
  border-radius: 0;
}

.controls .button-icon:last-child {
  border-radius: 0 var(--round-md) var(--round-md) 0;
}

.hint-over {
  position: absolute;
  inset: auto 0 var(--space-5) 0;
  width: max-content;
  max-width: 90%;
  margin: 0 auto;
  padding: var(--space-1) var(--space-3);
  border-radius: 99px;
  background: var(--ink);
  color: var(--on-ink);
  font-size: var(--text-sm);
  opacity: 0;
  pointer-events: none;
  transition: opacity 160ms;
}

.hint-zoom.seen,
.picture:has(:focus-visible) ~ .hint-keys {
  opacity: 0.92;
}

.waits .scene {
  opacity: 0.45;
}
`;
