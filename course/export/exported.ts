/** The files of an export by path, and what whoever imports them must know. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly ExportNote[];
}

/** Something to know of an export. */
export interface ExportNote {
  /** In words; no student is named in it, so that it may stand in a log. */
  readonly words: string;
  /** Whom it is about: ids, or what identifies a row of somebody else's file. For a private file alone. */
  readonly whom?: readonly string[];
}

/** A note on these, or none if there are none. @param words what is so, given how many they are */
export const noteOn = (whom: readonly string[], words: (count: string) => string): ExportNote[] =>
  whom.length === 0 ? [] : [{ words: words(String(whom.length)), whom }];
