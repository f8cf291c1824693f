import { inFrames } from "./inFrames.ts";
import { LeftOut } from "./leftOut.ts";
import { regionOf } from "./regionOf.ts";

/** What a page shows of a long text unless it is asked for all: more takes long to lay out, ten times a second. */
const most = { characters: 20_000, lines: 200 } as const;
/** A text of more lines than this has a height of its own, and can be scrolled in. */
const tallLines = 40;
/** Of all of a text, what is laid out as one piece. A line that is longer is broken. */
const pieceSize = 20_000;

/** What a cell prints: the last of it while it grows, and all where a reader asks. */
export class PrintedText {
  readonly element: HTMLElement;
  readonly #pre = document.createElement("pre");
  #leftOut: LeftOut | undefined;
  #text = "";
  /** How many line ends there are before a place. */
  #counted = { at: 0, lines: 0 };
  /** Where the pieces of the whole text end, once all is asked for. */
  #pieces: { end: number; isGrowing: boolean } | undefined;

  /** @param kind further classes, each after a space */
  constructor(kind = "") {
    this.element = regionOf(kind);
    this.element.append(this.#pre);
  }

  /** Shows this text: mostly what was shown before, with more at its end. */
  show(given: string): void {
    const text = given.endsWith("\n") ? given.slice(0, -1) : given;
    if (!goesOn(this.#text, text)) {
      this.#counted = { at: 0, lines: 0 };
      this.#pieces = undefined;
    }
    this.#text = text;
    const { at, lines } = this.#counted;
    this.#counted = { at: text.length, lines: lines + countLines(text, at, text.length) };
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    const isTall = this.#counted.lines > tallLines || text.length > most.characters;
    this.element.classList.toggle("tall", isTall);
    if (this.#pieces) return void this.#grow(this.#pieces);
    this.#showEnd();
    if (isAtEnd && isTall) this.element.scrollTop = this.element.scrollHeight;
  }

  #showEnd(): void {
    const from = this.#from();
    this.#pre.textContent = withoutColours(this.#text.slice(from));
    if (this.#pre.parentElement !== this.element) this.element.replaceChildren(this.#pre);
    if (from > 0) this.#sayLeftOut(from);
    else this.#leftOut?.element.remove();
  }

  /** Where what is shown begins: at a line, unless the last one is too long. */
  #from(): number {
    const text = this.#text;
    let at = text.length;
    for (let lines = 0; lines < most.lines && at >= 0; lines += 1)
      at = at > 0 ? text.lastIndexOf("\n", at - 1) : -1;
    const byLines = at + 1;
    const bySize = text.length - most.characters;
    if (byLines >= bySize) return byLines;
    const next = text.indexOf("\n", bySize);
    return next < 0 || next === text.length - 1 ? bySize : next + 1;
  }

  #sayLeftOut(from: number): void {
    this.#leftOut ??= new LeftOut(() => this.#showAll());
    const { lines } = this.#counted;
    const shown = countLines(this.#text, from, this.#text.length);
    if (lines > shown) this.#leftOut.say(lines - shown, "lines");
    else this.#leftOut.say(from, "characters");
    // Put in once: a button that is moved loses the keyboard.
    if (this.#leftOut.element.parentElement !== this.element) this.element.prepend(this.#leftOut.element);
  }

  #showAll(): void {
    this.element.replaceChildren();
    this.element.focus(); // the button is gone
    this.#pieces = { end: 0, isGrowing: false };
    this.#grow(this.#pieces);
  }

  /** Adds what is not there yet, piece by piece. The last one is made anew as more comes. */
  #grow(pieces: { end: number; isGrowing: boolean }): void {
    if (pieces.isGrowing) return;
    pieces.isGrowing = true;
    inFrames(() => {
      if (pieces !== this.#pieces) return false; // another text stands here
      if (this.element.lastElementChild?.classList.contains("open")) this.element.lastElementChild.remove();
      const text = this.#text;
      const isLast = text.length - pieces.end <= pieceSize;
      const lineEnd = text.lastIndexOf("\n", pieces.end + pieceSize);
      const end = isLast ? text.length : lineEnd > pieces.end ? lineEnd : pieces.end + pieceSize;
      const piece = document.createElement("pre");
      piece.className = isLast ? "piece open" : "piece";
      piece.textContent = withoutColours(text.slice(pieces.end, end));
      this.element.append(piece);
      if (isLast) pieces.isGrowing = false;
      else pieces.end = text[end] === "\n" ? end + 1 : end;
      return !isLast;
    });
  }
}

/** Whether one text is the beginning of another, by its last words: to compare all would take long. */
const goesOn = (before: string, text: string): boolean =>
  text.length >= before.length && text.slice(0, before.length).endsWith(before.slice(-64));

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Colour codes are for terminals. */
const withoutColours = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  text.replace(/\u001b\[[\d;]*m/g, "");
