/** One token of a text: a word, a character, or the id of either. */
export type Token = string | number;
