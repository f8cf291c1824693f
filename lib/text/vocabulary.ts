/** The words of a text as integers, and the way back. */
export interface Vocabulary {
  /** Word of each id, in order of first appearance, shape (size). */
  readonly words: readonly string[];
  /** How many different words there are. */
  readonly size: number;
  /** Occurrences of each id in the text the vocabulary was made from, shape (size). */
  readonly counts: Uint32Array;
  /** Words to ids, shape (n) → (n). A word outside the vocabulary is refused. */
  encode(words: readonly string[]): Uint32Array;
  /** Ids to words, shape (n) → (n). */
  decode(ids: ArrayLike<number>): string[];
  /** The id of one word, or undefined if the text does not hold it. */
  idOf(word: string): number | undefined;
}

/**
 * The vocabulary of a text: each different word gets an id 0, 1, … in order of first appearance.
 *
 * @param text words of the text, shape (n), n ≥ 1, as `tokenize` gives them
 * @returns words, counts, `encode`, `decode`, `idOf`; see {@link Vocabulary}
 * @throws {RangeError} if the text is empty; `encode` and `decode` if a word or id is not in the vocabulary
 * @see chapter 3
 * @example vocabulary(["the", "whale", "the"]).words // => ["the", "whale"]
 * @example vocabulary(["the", "whale", "the"]).counts // => Uint32Array [2, 1]
 * @example vocabulary(["the", "whale", "the"]).encode(["whale", "the"]) // => Uint32Array [1, 0]
 */
export function vocabulary(text: readonly string[]): Vocabulary {
  if (text.length === 0)
    throw new RangeError("Cannot make a vocabulary: text must hold at least 1 word, got 0");
  const ids = new Map<string, number>();
  for (const word of text) if (!ids.has(word)) ids.set(word, ids.size);
  const words = Object.freeze([...ids.keys()]);
  const counts = new Uint32Array(words.length);
  for (const word of text) counts[ids.get(word)!]! += 1;
  return {
    words,
    size: words.length,
    counts,
    encode(some) {
      return Uint32Array.from(some, (word, i) => {
        const id = ids.get(word);
        if (id === undefined) {
          throw new RangeError(
            `Cannot encode: words[${i}] must be in the vocabulary, got ${JSON.stringify(word)}`,
          );
        }
        return id;
      });
    },
    decode(some) {
      return Array.from(some, (id, i) => {
        const word = words[id];
        if (word === undefined) {
          throw new RangeError(
            `Cannot decode: ids[${i}] must be an integer from 0 to ${words.length - 1}, got ${id}`,
          );
        }
        return word;
      });
    },
    idOf: (word) => ids.get(word),
  };
}
