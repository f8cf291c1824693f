/** How a folder that we made is told from everyone else's: by a file in it that nobody else writes. */
export interface FolderMark {
  /** Who makes such folders, for messages: "genloss book". */
  readonly maker: string;
  /** What to type when the folder is somebody else's. */
  readonly advice: string;
  /** The file's name in the folder. */
  readonly file: string;
  /** What the file holds, by the paths of everything else that the maker wrote there. */
  readonly text: (paths: readonly string[]) => string;
  /** The paths that such a text speaks of; undefined if the text is not ours. */
  readonly paths: (text: string) => readonly string[] | undefined;
}
