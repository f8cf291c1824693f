/** What the cells of a page may import, made as the page is built. Names of files hold a hash of what is in them. */
export interface ImportsTable {
  /** The file that stands for a specifier, as cells write it. */
  readonly entries: Readonly<Record<string, string>>;
  /** For each file the files that it needs before it runs, by the names that its source has for them. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

/** The chart drawer's place among the entries: no cell can write it as an import. */
export const chartDrawer = "#drawVegaLite";
/** The compiler's: cells that come compiled do without it. */
export const cellCompiler = "#compileCell";
