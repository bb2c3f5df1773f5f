/**
 * Zoom and pan of a picture: by wheel with Ctrl or ⌘, by pinching, by dragging, and by steps.
 *
 * In: the element that hears, and the one that moves. A plain wheel and one finger are left to the page, which scrolls.
 */
import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";

const SMALLEST = 0.08;
const LARGEST = 2.5;
const STEP = 1.3;
const MARGIN = 28;
/** Below this, words can't be read: the picture is not made smaller to fit. Where there is little room, seeing what is near comes first. */
const READABLE = 0.8;
const READABLE_NARROW = 0.6;
const NARROW = 520;
/** Pixels at the bottom that the buttons lie over. */
const FOOT = 40;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Zoom {
  readonly #picture: SVGSVGElement;
  readonly #scene: SVGGElement;
  readonly #zoom;
  readonly #plainWheel: () => void;
  #size = { width: 0, height: 0 };
  /** Pixels at the right end that something lies over. */
  covered = 0;
  #moved = false;

  constructor(picture: SVGSVGElement, scene: SVGGElement, plainWheel: () => void) {
    this.#picture = picture;
    this.#scene = scene;
    this.#plainWheel = plainWheel;
    this.#zoom = zoom<SVGSVGElement, unknown>()
      .scaleExtent([SMALLEST, LARGEST])
      .filter((event: Event) => this.#concerns(event))
      .on("zoom", ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
        if (sourceEvent) this.#moved = true;
        this.#picture.classList.toggle("glides", !sourceEvent);
        this.#scene.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
      });
    select(picture).call(this.#zoom).on("dblclick.zoom", null);
  }

  stop(): void {
    select(this.#picture).on(".zoom", null);
  }

  /** Whether the person has moved the picture since it was last fitted. */
  get moved(): boolean {
    return this.#moved;
  }

  /** The size of what can be seen; the picture may not be dragged away from it. */
  bound(width: number, height: number): void {
    this.#size = { width, height };
    const [w, h] = this.#view();
    this.#zoom.translateExtent([
      [-w, -h],
      [width + w, height + h],
    ]);
  }

  in(): void {
    this.#by(STEP);
  }

  out(): void {
    this.#by(1 / STEP);
  }

  /** All of it, or as much around `middle` as can be read. */
  fit(middle?: Box, { readable = true } = {}): void {
    const { width, height } = this.#size;
    const [w, h] = this.#view();
    if (width === 0 || w === 0) return;
    const whole = Math.min(1, (w - 2 * MARGIN) / width, (h - 2 * MARGIN) / height);
    const scale = Math.max(whole, readable && middle ? (w < NARROW ? READABLE_NARROW : READABLE) : SMALLEST);
    const centred = { x: width / 2, y: height / 2 };
    if (middle && scale > whole) {
      if (width * scale > w) centred.x = clamp(middle.x + middle.width / 2, (w / 2 - MARGIN) / scale, width - (w / 2 - MARGIN) / scale);
      if (height * scale > h) centred.y = clamp(middle.y + middle.height / 2, (h / 2 - MARGIN) / scale, height - (h / 2 - MARGIN) / scale);
    }
    this.#set(zoomIdentity.translate(w / 2 - centred.x * scale, h / 2 - centred.y * scale).scale(scale));
    this.#moved = false;
  }

  /** Moves as little as brings the box into view. */
  show({ x, y, width, height }: Box): void {
    const [w, h] = this.#view();
    const now = this.#now();
    const [left, top] = now.apply([x, y]);
    const [right, bottom] = now.apply([x + width, y + height]);
    const dx = left < MARGIN ? MARGIN - left : right > w - MARGIN ? w - MARGIN - right : 0;
    const dy = top < MARGIN ? MARGIN - top : bottom > h - MARGIN ? h - MARGIN - bottom : 0;
    if (dx !== 0 || dy !== 0) this.#set(zoomIdentity.translate(now.x + dx, now.y + dy).scale(now.k));
  }

  #concerns(event: Event): boolean {
    if (event instanceof WheelEvent) {
      if (event.ctrlKey || event.metaKey) return true;
      this.#plainWheel();
      return false;
    }
    if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent) return event.touches.length > 1;
    return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
  }

  #by(factor: number): void {
    this.#moved = true;
    select(this.#picture).call(this.#zoom.scaleBy, factor);
  }

  #set(transform: ZoomTransform): void {
    select(this.#picture).call(this.#zoom.transform, transform);
  }

  #now(): ZoomTransform {
    return (this.#picture as unknown as { __zoom?: ZoomTransform }).__zoom ?? zoomIdentity;
  }

  #view(): [number, number] {
    return [Math.max(0, this.#picture.clientWidth - this.covered), Math.max(0, this.#picture.clientHeight - FOOT)];
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
