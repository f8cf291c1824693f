import type { DrawnMarks } from "../../../kernel/display/drawnMarks.ts";
import { pointSeries } from "../../points/pointSeries.ts";
import { type PackedSeries, type Pictures, pointsName, pointsPath } from "../../points/pointsFile.ts";
import { readable } from "../../render/dataTable.ts";
import { textOf } from "../live/texts.ts";
import { table, up } from "./site.ts";

export type Series = readonly PackedSeries[];
export type Point = PackedSeries[1][number];

/** Which point of which series. */
export interface At {
  readonly series: number;
  readonly point: number;
}

/** The points of a figure, as the picture that it shows has them. */
export class FigurePoints {
  readonly figure: HTMLElement;
  readonly canvas: HTMLElement;
  readonly #name: string;
  #pictures: Pictures | undefined;
  /** Of pictures that were computed here. */
  readonly #live = new WeakMap<Element, Series>();

  private constructor(figure: HTMLElement, canvas: HTMLElement, name: string) {
    [this.figure, this.canvas, this.#name] = [figure, canvas, name];
  }

  static readonly #known = new WeakMap<Element, FigurePoints>();

  /** Those of the figure around an element; undefined where there are none. */
  static around(element: Element): FigurePoints | undefined {
    const figure = element.closest<HTMLElement>("figure.figure");
    const canvas = figure?.querySelector<HTMLElement>(".canvas");
    if (!figure || !canvas) return undefined;
    const spec = figure.querySelector(".downloads a[href$='.vl.json']")?.getAttribute("href") ?? "";
    const name = spec.replace(/^.*\/|\.vl\.json$/g, "");
    if (table.points[name] === undefined) return undefined;
    const known = FigurePoints.#known.get(figure) ?? new FigurePoints(figure, canvas, name);
    FigurePoints.#known.set(figure, known);
    return known;
  }

  /** @throws {Error} if they cannot be loaded; the next ask tries again */
  async load(): Promise<void> {
    const address = up + pointsPath(this.#name, table.points[this.#name] ?? "");
    this.#pictures ??= JSON.parse(await textOf(address, pointsName(this.#name))) as Pictures;
  }

  get drawing(): SVGElement | null {
    return this.canvas.querySelector("svg");
  }

  /** Those of the picture that stands there now; none before they are loaded. */
  get shown(): Series {
    const { drawing } = this;
    const marks = drawing?.dataset.marks;
    if (!drawing || marks === undefined) return this.#pictures?.[this.#setting] ?? [];
    const series = this.#live.get(drawing) ?? this.#packed(JSON.parse(marks));
    this.#live.set(drawing, series);
    return series;
  }

  /** A figure that is steered has a sentence for each setting, of which one shows. */
  get #setting(): number {
    const sentences = [...this.figure.querySelectorAll(".sentences > *")];
    return Math.max(
      sentences.findIndex((each) => each.matches(".now")),
      0,
    );
  }

  #packed(marks: readonly DrawnMarks[]): Series {
    const columns = [...this.figure.querySelectorAll(".data-table th")].map((each) => each.textContent ?? "");
    return pointSeries(marks, columns).map(({ names, points }) => [names, points as readonly Point[]]);
  }

  /** "generation 12, variance 0.43, arm replace". */
  words(at: At): string {
    const [names = [], points = []] = this.shown[at.series] ?? [];
    const values = points[at.point]?.slice(4) ?? [];
    return names
      .flatMap((name, i) => {
        const value = values[i];
        if (value === null || value === undefined) return [];
        const text = typeof value === "number" ? readable(value) : value;
        return [text.startsWith(`${name} `) ? text : `${name} ${text}`]; // "run 3" says that it is a run
      })
      .join(", ");
  }
}

/** Its middle, width and height in units of the plot; undefined where that is not known. */
export function placeOfPoint(
  point: Point | undefined,
): { x: number; y: number; width: number; height: number } | undefined {
  const [x, y, width, height] = point ?? [];
  if (typeof x !== "number" || typeof y !== "number") return undefined;
  return { x, y, width: Number(width), height: Number(height) };
}
