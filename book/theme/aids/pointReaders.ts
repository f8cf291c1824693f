import { made } from "../search/made.ts";
import { FigurePoints } from "./figurePoints.ts";
import { pointHover } from "./pointHover.ts";
import { PointMark } from "./pointMark.ts";
import { PointReading } from "./pointReading.ts";

const folds = ".figure .data > summary";
const canvases = ".figure > .canvas";
const arrows = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/;

/**
 * Reads a figure point by point. The fold with its data is a stop of the Tab key anyway: an arrow there leads to the points, as
 * does Enter on a drawing that is a stop since it is cut off, or the button in the open fold. A mouse shows the point it is at.
 */
export function pointReaders(): void {
  const told = made("p", { className: "points-told unseen", role: "status" });
  document.querySelector("main")?.append(told);
  const tell = (words: string): void => {
    told.textContent = words;
  };
  const mark = new PointMark();
  const hint = made("span", { className: "points-hint", ariaHidden: "true" });
  let reading: PointReading | undefined;
  let isAnnounced = false;

  const start = async (points: FigurePoints, from: HTMLElement): Promise<void> => {
    try {
      await points.load();
    } catch (error) {
      return tell(`The points cannot be read: ${(error as Error).message}`);
    }
    if (document.activeElement !== from && from.isConnected) return; // the reader has gone on
    hint.remove();
    reading = new PointReading(points, from, mark, tell);
  };
  const end = (isAsked: boolean): void => {
    const ended = reading;
    reading = undefined;
    ended?.end(isAsked);
  };
  const place = (target: EventTarget | null): { points: FigurePoints; place: HTMLElement } | undefined => {
    if (!(target instanceof HTMLElement) || !target.matches(`${folds}, ${canvases}`)) return undefined;
    const points = FigurePoints.around(target);
    return points && { points, place: target };
  };

  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (key === "Escape" && !reading) mark.hide();
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (reading && target === reading.points.canvas) {
      if (key === "Escape") end(true);
      else if (!reading.press(key)) return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const at = place(target);
    if (!at || !(at.place.matches("summary") ? arrows.test(key) : key === "Enter")) return;
    event.preventDefault();
    void start(at.points, at.place);
  });
  const meet = (target: EventTarget | null): void => {
    const at = place(target);
    if (!at || reading || !at.place.matches(":focus-visible")) return;
    void at.points.load().catch(() => {}); // the first key asks again
    const isFold = at.place.matches("summary");
    hint.textContent = isFold ? "← → read the points" : "Enter reads the points";
    at.points.figure.append(hint);
    const above = isFold ? hint.offsetHeight + 4 : -4;
    hint.style.top = `${at.place.offsetTop - above}px`;
    hint.style.left = `${at.place.offsetLeft}px`;
    if (isAnnounced) return;
    isAnnounced = true;
    tell(`${isFold ? "The arrow keys read" : "Enter reads"} the points of the figure.`);
  };
  document.addEventListener("focusin", ({ target }) => meet(target));
  document.addEventListener("focusout", ({ target }) => {
    hint.remove();
    if (reading && target === reading.points.canvas) end(false);
  });
  // The event does not rise.
  document.addEventListener("toggle", ({ target }) => offer(target), true);
  const offer = (fold: EventTarget | null): void => {
    if (!(fold instanceof HTMLDetailsElement) || !fold.matches(".data[open]")) return;
    const points = FigurePoints.around(fold);
    if (!points || fold.querySelector(".read-points")) return;
    const button = made(
      "button",
      { type: "button", className: "live-button" },
      "Read the points in the drawing",
    );
    button.addEventListener("click", () => {
      button.focus();
      void start(points, button);
    });
    fold.querySelector("summary")?.after(made("p", { className: "read-points" }, button));
  };
  for (const fold of document.querySelectorAll(".figure .data[open]")) offer(fold);

  pointHover(mark, () => reading !== undefined);
  meet(document.activeElement);
}
