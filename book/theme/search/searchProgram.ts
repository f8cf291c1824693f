/** What the page's own script finds here. */
export interface SearchProgram {
  /**
   * Opens the search.
   *
   * @param texts the address of the book's texts
   * @param root the way from this page to the root of the site
   */
  open(texts: string, root: string): void;
  /** Opens the list of keys. */
  help(): void;
  /** Marks the words of a question at the place of the page that was found with it. */
  mark(question: string, anchor: string): void;
}
