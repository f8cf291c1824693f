import type { Readable } from "node:stream";

/** A file where it was found, not yet read. */
export interface HandedFile {
  /** In what was given, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  /** When it was changed last, in ms. */
  readonly modified: number;
  /** Why it cannot be taken as it is, such as a link; then `open` gives what can be kept of it. */
  readonly problem: string | null;
  open(): Promise<Readable>;
}

/** Where files are found: a folder or a zip. Its files can be opened until it is disposed. */
export interface HandedFiles extends AsyncDisposable {
  readonly files: readonly HandedFile[];
}
