/** A text in words, spaces and signs, of which it can be put together again. */
export const wordsOf = (text: string): string[] => text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
