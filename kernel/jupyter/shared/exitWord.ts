const word = /^\s*(exit|quit)\s*(?:\(\s*\))?\s*;?\s*$/;

/** The name in a cell that is nothing but `exit` or `quit`, as people end a console; undefined for any other cell. */
export function exitWord(source: string): string | undefined {
  return word.exec(source)?.[1];
}
