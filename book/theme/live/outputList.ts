import type { Output } from "../../../kernel/notebook/notebook.ts";
import { inFrames } from "./inFrames.ts";
import { LeftOut } from "./leftOut.ts";
import { PrintedText } from "./printedText.ts";

/** More than these are there when a reader asks. */
const mostOutputs = 100;
/** More than these no page bears. */
const mostOfAll = 2000;

/** An output as it stands in the page; its element is undefined where it shows nothing. */
interface Shown {
  output: Output;
  readonly element: HTMLElement | undefined;
  readonly text: PrintedText | undefined;
}

/** The outputs of a run under its cell. What has not changed stays as it is: nothing flickers, and no focus is lost. */
export class OutputList {
  readonly #place: HTMLElement;
  /** Makes what is no stream. */
  readonly #make: (output: Output) => HTMLElement | undefined;
  readonly #leftOut = new LeftOut(() => this.#showAll());
  #outputs: readonly Output[] = [];
  #shown: (Shown | undefined)[] = [];
  /** How many of the first are not there yet, once all are asked for. */
  #missing: number | undefined;

  constructor(place: HTMLElement, make: (output: Output) => HTMLElement | undefined) {
    this.#place = place;
    this.#make = make;
  }

  /** @param outputs of one run the same list, as it grows */
  show(outputs: readonly Output[]): void {
    if (outputs !== this.#outputs) {
      this.#missing = undefined;
      this.#shown = this.#shown.map((each) => (each?.text ? undefined : each)); // what is printed begins anew
    }
    this.#outputs = outputs;
    this.#refresh();
    this.#place.hidden = this.#place.childElementCount === 0;
  }

  #refresh(): void {
    const { length } = this.#outputs;
    this.#shown.length = length;
    const from = Math.max(0, Math.min(this.#missing ?? length - mostOutputs, length));
    this.#shown.fill(undefined, 0, from);
    const elements: HTMLElement[] = [];
    if (from > 0) {
      this.#leftOut.say(from, "outputs", this.#missing === undefined);
      if (this.#missing === undefined || this.#missing <= length - mostOfAll)
        elements.push(this.#leftOut.element);
    }
    for (let at = from; at < length; at += 1) {
      const element = this.#shownAt(at).element;
      if (element) elements.push(element);
    }
    putInto(this.#place, elements);
  }

  #shownAt(at: number): Shown {
    const output = this.#outputs[at]!;
    const before = this.#shown[at];
    if (before?.output === output) return before;
    const shown = this.#renewed(before, output);
    this.#shown[at] = shown;
    return shown;
  }

  #renewed(before: Shown | undefined, output: Output): Shown {
    const { output: old, element, text } = before ?? {};
    if (output.output_type === "stream") {
      const goes = old?.output_type === "stream" && old.name === output.name ? text : undefined;
      const printed = goes ?? new PrintedText(output.name === "stderr" ? " stderr" : "");
      printed.show(output.text);
      return { output, element: printed.element, text: printed };
    }
    const fresh = this.#make(output);
    if (!element || text || !fresh || element.className !== fresh.className)
      return { output, element: fresh, text: undefined };
    const [picture, next] = [onlyPicture(element), onlyPicture(fresh)];
    if (picture && next) {
      [picture.src, picture.alt] = [next.src, next.alt]; // the old one stays until the new one is read
    } else element.replaceChildren(...fresh.childNodes);
    return { output, element, text: undefined };
  }

  #showAll(): void {
    this.#missing = Math.max(0, this.#outputs.length - mostOutputs);
    const outputs = this.#outputs;
    const first = this.#place.querySelector<HTMLElement>(".output");
    inFrames(() => {
      if (outputs !== this.#outputs || this.#missing === undefined) return false; // a new run
      const least = Math.max(0, outputs.length - mostOfAll);
      this.#missing = Math.max(least, this.#missing - 20);
      this.#refresh();
      return this.#missing > least;
    });
    first?.focus({ preventScroll: true }); // the button is gone
  }
}

const onlyPicture = (element: HTMLElement): HTMLImageElement | undefined =>
  element.childElementCount === 1 && element.firstElementChild instanceof HTMLImageElement
    ? element.firstElementChild
    : undefined;

/** Makes these the children of a place, and touches none that stands there already. */
function putInto(place: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set<Node>(elements);
  for (const child of [...place.children]) if (!wanted.has(child)) child.remove();
  let next = place.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else place.insertBefore(element, next);
  }
}
