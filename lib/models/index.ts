import { gaussian } from "./gaussian.ts";
import { ngram } from "./ngram.ts";
import { unigram } from "./unigram.ts";

/** Every model family of the library. The contract tests run over this list: an entry without its promises fails. */
export const models: {
  readonly gaussian: typeof gaussian;
  readonly ngram: typeof ngram;
  readonly unigram: typeof unigram;
} = {
  gaussian,
  ngram,
  unigram,
};
