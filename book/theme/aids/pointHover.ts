import { FigurePoints } from "./figurePoints.ts";
import { nearestPoint } from "./nearestPoint.ts";
import type { PointMark } from "./pointMark.ts";

/** So near to a point a mouse means it, in pixels. */
const nearPx = 24;

/** A mouse shows the point that it is at, a finger the one that it taps. @param isRead whether somebody reads by keys just now */
export function pointHover(mark: PointMark, isRead: () => boolean): void {
  let isWaiting = false;
  const look = (points: FigurePoints, x: number, y: number): void => {
    const plot = points.drawing?.querySelector<SVGGElement>("g[transform]");
    const matrix = plot?.getScreenCTM();
    if (!matrix || isRead()) return;
    const at = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    const found = nearestPoint(points.shown, at.x, at.y, nearPx / matrix.a);
    if (found) mark.show(points, found);
    else mark.hide();
  };
  const at = (target: EventTarget | null, x: number, y: number): void => {
    if (isRead() || !(target instanceof Element)) return;
    const canvas = target.closest(".figure > .canvas");
    const points = canvas && FigurePoints.around(canvas);
    if (!points) {
      mark.hide();
      return;
    }
    if (isWaiting) return;
    isWaiting = true;
    // A drawing is looked through once for what is seen once.
    requestAnimationFrame(() => {
      isWaiting = false;
      points.load().then(
        () => look(points, x, y),
        () => {}, // the next move asks again
      );
    });
  };
  document.addEventListener("pointermove", ({ target, clientX, clientY, pointerType }) => {
    if (pointerType !== "touch") at(target, clientX, clientY);
  });
  document.addEventListener("pointerup", ({ target, clientX, clientY, pointerType }) => {
    if (pointerType === "touch") at(target, clientX, clientY);
  });
}
