import type { CellOutput } from "./cellOutput.ts";

/** How much one cell may put out. */
export interface OutputLimits {
  readonly characters: number;
  readonly writes: number;
  readonly displays: number;
}

const most: OutputLimits = { characters: 128_000_000, writes: 1_000_000, displays: 10_000 };
/** Requests whose counts are kept; timers of older cells count anew. */
const remembered = 1000;

interface Count {
  characters: number;
  writes: number;
  displays: number;
  told: boolean;
}

/** Ends the outputs of a cell that prints or shows without end, before the front end chokes on it. */
export class OutputCap {
  readonly #counts = new Map<number, Count>();
  readonly #most: OutputLimits;

  /** @param limits those that are other than usual */
  constructor(limits: Partial<OutputLimits> = {}) {
    this.#most = { ...most, ...limits };
  }

  /** Passes an output on while there is room for it; `ticket` stands for its cell. */
  show(ticket: number, output: CellOutput, emit: (output: CellOutput) => void): void {
    const warn = (text: string): void => emit({ output_type: "stream", name: "stderr", text });
    if (output.output_type === "stream") {
      const { text, end } = this.pass(ticket, output.text);
      if (text !== "") emit({ ...output, text });
      if (end !== undefined) warn(end);
    } else if (output.output_type === "display_data") {
      const { isShown, end } = this.passDisplay(ticket);
      if (isShown) emit(output);
      if (end !== undefined) warn(end);
    } else emit(output);
  }

  /** What of a text is still shown. `end` comes once: the words that say why there is no more. */
  pass(ticket: number, text: string): { readonly text: string; readonly end?: string } {
    const count = this.#of(ticket);
    count.writes += 1;
    const room = this.#most.characters - count.characters;
    count.characters += text.length;
    const isMany = count.writes > this.#most.writes;
    if (text.length <= room && !isMany) return { text };
    if (count.told) return { text: "" };
    count.told = true;
    const amount = isMany
      ? `${this.#most.writes.toLocaleString("en")} times`
      : charactersInWords(this.#most.characters);
    const end = `\n… not shown from here on: this cell has written ${amount}\n`;
    return { text: isMany ? "" : text.slice(0, Math.max(room, 0)), end };
  }

  /** Whether one more display is still shown. `end` comes once. */
  passDisplay(ticket: number): { readonly isShown: boolean; readonly end?: string } {
    const count = this.#of(ticket);
    count.displays += 1;
    if (count.displays <= this.#most.displays) return { isShown: true };
    if (count.displays > this.#most.displays + 1) return { isShown: false };
    const amount = this.#most.displays.toLocaleString("en");
    return { isShown: false, end: `\n… not shown from here on: this cell has shown ${amount} displays\n` };
  }

  #of(ticket: number): Count {
    const count = this.#counts.get(ticket) ?? { characters: 0, writes: 0, displays: 0, told: false };
    this.#counts.set(ticket, count);
    this.#counts.delete(ticket - remembered);
    return count;
  }
}

const charactersInWords = (count: number): string =>
  count >= 1e6 ? `${count / 1e6} million characters` : `${count.toLocaleString("en")} characters`;
