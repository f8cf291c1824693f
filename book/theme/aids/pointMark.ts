import { made } from "../search/made.ts";
import { type At, type FigurePoints, placeOfPoint } from "./figurePoints.ts";

const space = "http://www.w3.org/2000/svg";
const radius = 8;

/** A ring around one point of the page's figures, and what is said of it beside it. */
export class PointMark {
  #ring: SVGElement | undefined;
  readonly #words = made("div", { className: "point-words", ariaHidden: "true" }); // a screen reader is told elsewhere
  /** Where it is. */
  #shown: Element | undefined;

  /** Marks it there, and there alone. */
  show(points: FigurePoints, at: At): void {
    this.hide();
    const place = placeOfPoint(points.shown[at.series]?.[1][at.point]);
    const plot = points.drawing?.querySelector("g[transform]");
    if (place && plot) {
      this.#ring = ringAround(place);
      plot.append(this.#ring);
    }
    this.#words.textContent = points.words(at);
    points.figure.append(this.#words);
    this.#shown = points.figure;
    this.#place(points);
  }

  /** Brings it into view, as a key has led to it. */
  reveal(points: FigurePoints): void {
    this.#ring?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#place(points);
    this.#words.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  hide(figure: Element | undefined = this.#shown): void {
    if (figure !== this.#shown) return;
    this.#ring?.remove();
    this.#ring = undefined;
    this.#words.remove();
    this.#shown = undefined;
  }

  /** Above the ring or below it, inside the drawing. */
  #place({ figure, canvas }: FigurePoints): void {
    const [around, room] = [figure.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const ring = this.#ring?.getBoundingClientRect();
    const { style } = this.#words;
    style.left = "0px";
    style.top = "0px";
    const { width, height } = this.#words.getBoundingClientRect();
    const middle = ring ? (ring.left + ring.right) / 2 : room.left + width / 2;
    const left = Math.max(room.left, Math.min(middle - width / 2, room.right - width));
    const above = (ring?.top ?? room.top + height) - height - 4;
    const top = above >= room.top || !ring ? above : ring.bottom + 4;
    style.left = `${left - around.left}px`;
    style.top = `${top - around.top}px`;
  }
}

type Place = NonNullable<ReturnType<typeof placeOfPoint>>;

/** Light and dark, so that it stands out on any ground. */
function ringAround(place: Place): SVGElement {
  const ring = document.createElementNS(space, "g");
  ring.setAttribute("class", "point-ring");
  for (const name of ["halo", "line"]) ring.append(shapeAround(place, name));
  return ring;
}

function shapeAround({ x, y, width, height }: Place, name: string): SVGElement {
  const isBox = width > 0 || height > 0;
  const shape = document.createElementNS(space, isBox ? "rect" : "circle");
  const [wide, high] = [Math.max(width + 6, 12), Math.max(height + 6, 12)];
  const attributes = isBox
    ? { x: x - wide / 2, y: y - high / 2, width: wide, height: high, rx: 4 }
    : { cx: x, cy: y, r: radius };
  for (const [key, value] of Object.entries({ class: name, ...attributes }))
    shape.setAttribute(key, String(value));
  return shape;
}
