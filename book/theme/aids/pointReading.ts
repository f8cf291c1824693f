import type { At, FigurePoints } from "./figurePoints.ts";
import { besideIn } from "./nearestPoint.ts";
import type { PointMark } from "./pointMark.ts";

/** Where a reader was in a figure. */
const left = new WeakMap<FigurePoints, At>();
let isExplained = false;
const how = "Left and right read the points, up and down change the series, Escape ends.";

/** One reader's way through the points of one figure, by keys, while its drawing has the focus. */
export class PointReading {
  readonly points: FigurePoints;
  readonly #mark: PointMark;
  readonly #tell: (words: string) => void;
  readonly #from: HTMLElement;
  readonly #watch = new MutationObserver(() => this.#go(this.#at, true));
  readonly #before: readonly (readonly [name: string, value: string | null])[];
  #at: At;

  /** @param from what gets the focus back */
  constructor(points: FigurePoints, from: HTMLElement, mark: PointMark, tell: (words: string) => void) {
    [this.points, this.#from, this.#mark, this.#tell] = [points, from, mark, tell];
    const { canvas } = points;
    this.#before = ["role", "tabindex", "aria-label"].map((name) => [name, canvas.getAttribute(name)]);
    const label = (canvas.ariaLabel ?? "").replace(/drawing$/, "points");
    // So that screen readers hand the arrows on.
    canvas.setAttribute("role", "application");
    canvas.tabIndex = -1;
    canvas.ariaLabel = isExplained ? label : `${label}. ${how}`;
    isExplained = true;
    // Of a steered figure another picture may come.
    this.#watch.observe(canvas, { childList: true });
    canvas.focus({ preventScroll: true });
    this.#at = left.get(points) ?? { series: 0, point: 0 };
    this.#go(this.#at, true);
  }

  /** @returns whether the key was for it */
  press(key: string): boolean {
    const { series, point } = this.#at;
    const count = this.#count(series);
    const tenth = Math.max(1, Math.round(count / 10));
    const to: Readonly<Record<string, () => At>> = {
      ArrowRight: () => ({ series, point: point + 1 }),
      ArrowLeft: () => ({ series, point: point - 1 }),
      PageDown: () => ({ series, point: point + tenth }),
      PageUp: () => ({ series, point: point - tenth }),
      Home: () => ({ series, point: 0 }),
      End: () => ({ series, point: count - 1 }),
      ArrowDown: () => this.#beside(series + 1),
      ArrowUp: () => this.#beside(series - 1),
    };
    const next = to[key];
    if (!next) return false;
    this.#go(next());
    return true;
  }

  /** @param isAsked whether the reader wants the focus where it was before */
  end(isAsked: boolean): void {
    left.set(this.points, this.#at);
    this.#watch.disconnect();
    this.#mark.hide();
    this.#tell("");
    const { canvas } = this.points;
    if (isAsked) this.#from.focus();
    for (const [name, value] of this.#before)
      if (value === null) canvas.removeAttribute(name);
      else canvas.setAttribute(name, value);
  }

  #count(series: number): number {
    return this.points.shown[series]?.[1].length ?? 0;
  }

  #beside(to: number): At {
    const { shown } = this.points;
    return to < 0 || to >= shown.length ? this.#at : besideIn(shown, this.#at, to);
  }

  #go(to: At, isFirst = false): void {
    const { shown } = this.points;
    const series = Math.min(to.series, shown.length - 1);
    const count = this.#count(series);
    if (count === 0) return;
    const at = { series, point: Math.max(0, Math.min(to.point, count - 1)) };
    const isOther = isFirst || series !== this.#at.series;
    this.#at = at;
    this.#mark.show(this.points, at);
    this.#mark.reveal(this.points);
    const which = isOther && shown.length > 1 ? `; series ${series + 1} of ${shown.length}` : "";
    this.#tell(`${this.points.words(at)}; point ${at.point + 1} of ${count}${which}`);
  }
}
