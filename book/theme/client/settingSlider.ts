import { valueText } from "../../render/valueText.ts";
import { positionOf, type Stop, stopsOf } from "./stops.ts";

type Value = number | string;

/** Where readers can have more of a slider than the values in its page. */
export interface Between {
  readonly values: readonly Value[];
  readonly between?: "whole" | "any";
}

/** A slider of a figure: it stops at its values, and between them where what is between can be computed. */
export class SettingSlider {
  readonly input: HTMLInputElement = document.createElement("input");
  readonly #texts: readonly string[];
  readonly #output: HTMLElement;
  readonly #numbers: readonly number[];
  readonly #between: "whole" | "any" | undefined;
  readonly #stops: readonly Stop[];
  readonly #exact: HTMLInputElement | undefined;
  #isTyping = false;
  #position: number;
  /** Of a number between the values. */
  #value: number | undefined;

  /**
   * @param place of the figure's row for it, as the page has it without scripts
   * @param onMove it stands elsewhere
   * @param onRest it stays there: what was passed on the way is not the reader's
   */
  constructor(
    place: HTMLElement,
    id: string,
    live: Between | undefined,
    { onMove, onRest }: { onMove(): void; onRest(): void },
  ) {
    this.#texts = JSON.parse(place.dataset.values ?? "[]");
    this.#between = live?.between;
    this.#numbers = this.#between ? (live?.values as number[]) : [];
    this.#stops = this.#between
      ? stopsOf(this.#numbers, this.#between)
      : this.#texts.map((_, position) => ({ position, value: position }));
    this.#position = Number(place.dataset.start ?? 0);
    const label = document.createElement("label");
    const named = place.querySelector(".setting-label");
    label.className = "setting-label";
    label.htmlFor = id;
    label.textContent = named?.textContent ?? "";
    named?.replaceWith(label);
    Object.assign(this.input, {
      ...{ type: "range", id, autocomplete: "off", min: "0", max: String(this.#texts.length - 1) },
      step: this.#between ? "any" : "1",
    });
    this.#output = place.querySelector<HTMLElement>(".setting-value") ?? document.createElement("output");
    this.#output.setAttribute("for", id);
    const track = document.createElement("div");
    track.className = "setting-track";
    track.append(this.input, this.#scale(place.classList.contains("worded")));
    this.#output.after(track);
    this.#exact = this.#between && this.#exactly(label.textContent ?? "", onMove, onRest);
    this.input.addEventListener("input", () => {
      this.#moveTo(this.#nearest(+this.input.value));
      onMove();
    });
    // A drag passes many values; the one at its end is the reader's.
    this.input.addEventListener("change", () => {
      this.input.value = String(this.#position);
      onRest();
    });
    if (this.#between)
      this.input.addEventListener("keydown", (event) => {
        const stop = this.#byKey(event.key);
        if (!stop) return;
        event.preventDefault();
        this.#moveTo(stop);
        this.input.value = String(stop.position);
        onMove();
        onRest();
      });
    this.input.value = String(this.#position);
  }

  /** How many values the book has computed it for. */
  get size(): number {
    return this.#texts.length;
  }

  /** The place among those values; undefined between them. */
  get index(): number | undefined {
    return this.#value === undefined ? this.#position : undefined;
  }

  /** The value among all, and between them. @param values as the figure's cell has them */
  of(values: readonly Value[]): Value {
    return this.#value ?? values[this.#position]!;
  }

  get text(): string {
    return this.#value === undefined ? (this.#texts[this.#position] ?? "") : valueText(this.#value);
  }

  /** Puts it at one of the values. */
  set(index: number): void {
    [this.#position, this.#value] = [index, undefined];
    this.input.value = String(index);
  }

  /** Puts it where an address says. @returns whether there is such a place */
  read(text: string): boolean {
    const index = this.#texts.findIndex((each) => plain(each) === text);
    if (index >= 0) this.set(index);
    else if (!this.#between || !this.#setExact(Number(text.replace("−", "-") || Number.NaN))) return false;
    return true;
  }

  /** Without the spaces between thousands: `?fig-size=10000`. */
  get inAddress(): string {
    return plain(this.text);
  }

  /** Says where it stands. @param sentence what the figure shows there */
  name(sentence: string): void {
    this.#output.textContent = this.text;
    if (this.#exact && !this.#isTyping) this.#exact.value = String(this.of(this.#numbers));
    this.input.setAttribute("aria-valuetext", `${this.text}. ${sentence}`);
  }

  #moveTo({ position, value }: Stop): void {
    this.#position = position;
    this.#value = Number.isInteger(position) ? undefined : value;
  }

  #setExact(number: number): boolean {
    const [first, last] = [this.#numbers[0]!, this.#numbers.at(-1)!];
    if (!(number >= first && number <= last)) return false;
    if (this.#between === "whole" && !Number.isInteger(number)) return false;
    this.#moveTo({ position: positionOf(number, this.#numbers), value: number });
    this.input.value = String(this.#position);
    return true;
  }

  #nearest(position: number): Stop {
    return this.#stops.reduce((best, stop) =>
      Math.abs(stop.position - position) < Math.abs(best.position - position) ? stop : best,
    );
  }

  /** Arrows go to the next stop, the page keys to the next of the values. */
  #byKey(key: string): Stop | undefined {
    const at = this.#position;
    const values = this.#stops.filter(({ position }) => Number.isInteger(position));
    const next = (stops: readonly Stop[]) => stops.find(({ position }) => position > at) ?? stops.at(-1);
    const before = (stops: readonly Stop[]) => stops.findLast(({ position }) => position < at) ?? stops[0];
    if (key === "ArrowRight" || key === "ArrowUp") return next(this.#stops);
    if (key === "ArrowLeft" || key === "ArrowDown") return before(this.#stops);
    if (key === "PageUp") return next(values);
    if (key === "PageDown") return before(values);
    if (key === "Home") return this.#stops[0];
    return key === "End" ? this.#stops.at(-1) : undefined;
  }

  /** All values where there is room for them, in one line or, where the page has kept it, in two; else the two ends. */
  #scale(isWorded: boolean): HTMLElement {
    const scale = document.createElement("div");
    scale.className = "setting-scale";
    scale.setAttribute("aria-hidden", "true");
    const isNamed = isWorded || this.#texts.join("   ").length <= 44;
    for (const [i, value] of this.#texts.entries()) {
      const mark = document.createElement("span");
      mark.textContent = isNamed || i === 0 || i === this.#texts.length - 1 ? value : "";
      scale.append(mark);
    }
    return scale;
  }

  /** A field for a number of the reader's own, in place of the value that a slider without one says. */
  #exactly(label: string, onMove: () => void, onRest: () => void): HTMLInputElement {
    const field = document.createElement("input");
    Object.assign(field, {
      ...{ type: "number", className: "setting-exact", ariaLabel: `${label}, exactly`, autocomplete: "off" },
      ...{ min: String(this.#numbers[0]), max: String(this.#numbers.at(-1)) },
      step: this.#between === "whole" ? "1" : "any",
    });
    field.addEventListener("input", () => {
      this.#isTyping = true;
    });
    field.addEventListener("change", () => {
      this.#isTyping = false;
      if (this.#setExact(field.valueAsNumber)) {
        onMove();
        onRest();
      } else field.value = String(this.of(this.#numbers));
    });
    this.#output.hidden = true;
    this.#output.after(field);
    return field;
  }
}

const plain = (text: string): string => text.replaceAll("\u00a0", "");
