import type { Sfc32 } from "./sfc32.ts";

/** How many words are drawn at a time. */
const size = 1024;

/**
 * The words that `rng.bits()` would give one after another, drawn many at a time: for loops that wait for each number.
 * Until {@link giveBack} nothing else may draw from the stream.
 */
export class WordsAhead {
  readonly words: Uint32Array = new Uint32Array(size);
  readonly #rng: Sfc32;
  /** The stream's state before the first of these words. */
  readonly #before = new Int32Array(4);

  constructor(rng: Sfc32) {
    this.#rng = rng;
    this.refill();
  }

  /** The next words, when all of these are used. */
  refill(): void {
    const { state } = this.#rng;
    this.#before.set(state);
    draw(state, this.words, size);
  }

  /** Puts the stream where it stands after the first `used` of these words. */
  giveBack(used: number): void {
    const { state } = this.#rng;
    state.set(this.#before);
    draw(state, this.words, used);
  }
}

/** Draws words as `bits()` does, with the state in four local integers. */
function draw(state: Int32Array, words: Uint32Array, count: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < count; i += 1) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    words[i] = word;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
