/** The header comment of an export, taken apart. */
export interface DocComment {
  /** What stands before the first tag. */
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  /** "" if it does not say. */
  readonly returns: string;
  readonly throws: readonly { readonly type: string; readonly text: string }[];
  readonly see: readonly string[];
  readonly examples: readonly string[];
}

/** A parameter of a function, or a member of a type. */
export interface Part {
  readonly name: string;
  /** As the source writes it, in one line; "" if it says none. */
  readonly type: string;
  readonly text: string;
}

/** One name that the library offers. */
export interface LibraryExport {
  readonly name: string;
  /** The module that programs import it from. */
  readonly module: string;
  /** "value" for what runs: functions, constants, classes. */
  readonly kind: "value" | "type";
  /** Its source, relative to the project. */
  readonly file: string;
  readonly signature: string;
  readonly doc: DocComment;
  readonly params: readonly Part[];
  /** Parameters that the header explains and the function does not have. */
  readonly stale: readonly string[];
  /** Type of what a function returns; "" if it is no function. */
  readonly returns: string;
  readonly members: readonly Part[];
  /** Names that a registry lists. */
  readonly lists: readonly string[];
}

/** The exports that share a folder: one page. */
export interface LibraryGroup {
  readonly folder: string;
  readonly title: string;
  readonly about: string;
  readonly page: string;
  readonly exports: readonly LibraryExport[];
}

/** Everything that the reference shows. */
export interface Library {
  /** The name under which programs import it. */
  readonly package: string;
  /** Names of the further packages that the reference holds. */
  readonly others: readonly string[];
  readonly groups: readonly LibraryGroup[];
  /** Texts of the source files, by their path in the project. */
  readonly sources: ReadonlyMap<string, string>;
}
