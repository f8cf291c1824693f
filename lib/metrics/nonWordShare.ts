/**
 * The share of words that a lexicon does not hold: how far a text has gone towards gibberish. Lower is better. Names and
 * rare words count as non-words if the lexicon lacks them, so compare with the human text's own share.
 *
 * @param words words, shape (n), n ≥ 1, written as the lexicon writes them (lower case, as `tokenize` gives them)
 * @param lexicon whatever says if it `has` a word: a `Set` of words
 * @returns a share, 0–1
 * @throws {RangeError} if there is no word
 * @throws {TypeError} if the lexicon has no `has`, or a word is not a text
 * @see chapter 7
 * @example nonWordShare(["the", "whale", "whele"], new Set(["the", "whale"])).toFixed(3) // => "0.333"
 */
export function nonWordShare(words: readonly string[], lexicon: { has(word: string): boolean }): number {
  if (words.length === 0)
    throw new RangeError("Cannot compute nonWordShare: words must hold at least 1 word, got 0");
  if (typeof lexicon?.has !== "function") {
    throw new TypeError(
      `Cannot compute nonWordShare: lexicon must have a method has(word), got ${String(lexicon)}`,
    );
  }
  let unknown = 0;
  for (const [i, word] of words.entries()) {
    if (typeof word !== "string") {
      throw new TypeError(`Cannot compute nonWordShare: words[${i}] must be a text, got ${String(word)}`);
    }
    if (!lexicon.has(word)) unknown += 1;
  }
  return unknown / words.length;
}
