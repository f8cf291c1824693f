import type { LiveSteering } from "../../render/liveSteering.ts";
import { liveButton } from "./liveButton.ts";

/** Below the sliders of a figure whose cells run in the page: what was computed here, and another draw of it. */
export class SteeringBar {
  /** How often another draw was asked for. */
  count = 0;
  readonly #again = liveButton("Draw again", "again");
  readonly #asBook = liveButton("As in the book", "as-book");
  readonly #stop = liveButton("Stop", "stop");
  readonly #told = document.createElement("span");
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param live undefined for a figure that was computed for its settings alone */
  constructor(steering: HTMLElement, live: LiveSteering | undefined) {
    const bar = document.createElement("div");
    bar.className = "steering-bar";
    this.#told.role = "status";
    this.#told.className = "live-state";
    this.#asBook.hidden = true;
    this.#stop.hidden = true;
    if (live?.draws) bar.append(this.#again, this.#asBook);
    bar.append(this.#stop, this.#told);
    const isNumbers = [...steering.querySelectorAll<HTMLElement>(".setting")].some(({ dataset }) =>
      (JSON.parse(dataset.values ?? "[]") as string[]).every((text) => /^[−\d\s.]+$/.test(text)),
    );
    if (live || isNumbers) steering.append(bar);
    if (!live)
      this.#told.textContent = "A grid: the book has computed these settings, and none between them.";
  }

  onAgain(draw: (count: number) => void): void {
    const take = (count: number): void => {
      this.count = count;
      this.#asBook.hidden = count === 0;
      draw(count);
    };
    this.#again.addEventListener("click", () => take(this.count + 1));
    this.#asBook.addEventListener("click", () => {
      take(0);
      this.#again.focus();
    });
  }

  onStop(stop: () => void): void {
    this.#stop.addEventListener("click", stop);
  }

  /** What is done at once needs no button to stop it. */
  wait(): void {
    this.#waiting ??= setTimeout(() => {
      this.#stop.hidden = false;
    }, 1000);
  }

  rest(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#stop.hidden = true;
    this.#asBook.hidden = this.count === 0;
  }

  /** @param isSmaller whether the figure drew less than for the book */
  say(words: string, isSmaller = false): void {
    this.#told.textContent = isSmaller ? `${words} With fewer draws than the book's pictures have.` : words;
  }
}
