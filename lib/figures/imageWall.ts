import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { base64, greyPng } from "./parts/greyPng.ts";

const action = "draw an image wall";

/** What stands on an {@link imageWall}. */
export interface ImageWallOptions {
  /** `images[row][column]`: the pixels of one image, rows from the top, shape (side × side), 0 paper to 1 ink. */
  readonly images: readonly (readonly ArrayLike<number>[])[];
  /** Pixels along the side of an image, 1 to 64. */
  readonly side: number;
  /** What the rows and columns are called, each once. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What the columns and the rows stand for. */
  readonly x: string;
  readonly y?: string;
  /** One sentence: what is to be seen. The pixels cannot say it. */
  readonly description: string;
}

/**
 * Small grey images in rows and columns: digits by generation, say. One picture for all of them, crisp at every size.
 * Values outside 0 … 1 are drawn as the nearer end.
 *
 * @param options see {@link ImageWallOptions}; at most 24 rows, 24 columns
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no images or too many, rows differ in length, or an image has another shape
 * @throws {TypeError} if the description is empty, or two rows or columns have one name
 * @see chapter 8
 * @example
 * imageWall({
 *   images: [[[0, 1, 1, 0], [1, 0, 0, 1]]], side: 2, rows: ["λ = 1"], columns: ["0", "1"],
 *   x: "generation", description: "The diagonal turns.",
 * }).height // => 120
 */
export function imageWall(options: ImageWallOptions): Figure {
  const { side, rows, columns, x, y, description } = options;
  requireWall(options);
  const cell = Math.max(28, Math.min(120, Math.floor(435 / columns.length)));
  const wall = { url: `data:image/png;base64,${base64(pictureOf(options))}` };
  const names = (labels: readonly string[], title: string | null, more: object) => ({
    field: "name",
    type: "nominal",
    sort: null,
    title,
    scale: { domain: labels, paddingInner: 0, paddingOuter: 0 },
    axis: { ticks: false, domain: false, labelPadding: 6, labelAngle: 0, labelOverlap: true, ...more },
  });
  return figure(description, cell * rows.length, {
    width: cell * columns.length,
    layer: [
      {
        data: { values: columns.map((name) => ({ name })) },
        mark: { type: "rect", opacity: 0, color: palette.grid },
        encoding: { x: names(columns, x, { orient: "top" }) },
      },
      {
        data: { values: rows.map((name) => ({ name })) },
        mark: { type: "rect", opacity: 0, color: palette.grid },
        encoding: { y: names(rows, y ?? null, {}) },
      },
      {
        data: { values: [wall] },
        mark: {
          type: "image",
          width: cell * columns.length,
          height: cell * rows.length,
          align: "left",
          baseline: "top",
        },
        encoding: { url: { field: "url", type: "nominal" }, x: { value: 0 }, y: { value: 0 } },
      },
    ],
  });

  /** All images in one PNG, each pixel as a square of several, with see-through gaps between images. */
  function pictureOf({ images }: ImageWallOptions): Uint8Array {
    const zoom = Math.max(1, Math.round((2 * cell) / (side + 1)));
    const gap = Math.max(1, Math.round(zoom / 2));
    const step = side * zoom + 2 * gap;
    const [width, height] = [step * columns.length, step * rows.length];
    const grey = new Int16Array(width * height).fill(-1);
    for (const [j, row] of images.entries()) {
      for (const [i, image] of row.entries()) {
        for (let pixel = 0; pixel < side * side; pixel += 1) {
          const ink = Math.min(Math.max(image[pixel]!, 0), 1);
          const left = i * step + gap + (pixel % side) * zoom;
          const top = j * step + gap + Math.floor(pixel / side) * zoom;
          for (let line = top; line < top + zoom; line += 1) {
            grey.fill(Math.round(255 * (1 - ink)), line * width + left, line * width + left + zoom);
          }
        }
      }
    }
    return greyPng(width, height, grey);
  }
}

function requireWall({ images, side, rows, columns }: ImageWallOptions): void {
  requireInteger(action, "side", side, 1);
  if (side > 64) throw new RangeError(`Cannot ${action}: side must be at most 64, got ${side}`);
  for (const [name, labels] of Object.entries({ rows, columns })) {
    if (labels.length < 1 || labels.length > 24) {
      throw new RangeError(`Cannot ${action}: ${name} must hold 1 to 24 names, got ${labels.length}`);
    }
    if (new Set(labels).size < labels.length) {
      throw new TypeError(`Cannot ${action}: ${name} must differ, got ${labels.join(", ")}`);
    }
  }
  if (images.length !== rows.length) {
    throw new RangeError(`Cannot ${action}: images must hold ${rows.length} rows, got ${images.length}`);
  }
  for (const [j, row] of images.entries()) {
    if (row.length !== columns.length) {
      throw new RangeError(
        `Cannot ${action}: images[${j}] must hold ${columns.length} images, got ${row.length}`,
      );
    }
    for (const [i, image] of row.entries()) {
      requireFinite(action, `images[${j}][${i}]`, image);
      if (image.length !== side * side) {
        throw new RangeError(
          `Cannot ${action}: images[${j}][${i}] must hold ${side * side} pixels, got ${image.length}`,
        );
      }
    }
  }
}
