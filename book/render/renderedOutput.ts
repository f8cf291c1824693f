/** An output of a cell as HTML, and what it is, which decides where it stands: text in the cell's card, the rest below. */
export type RenderedOutput =
  | { readonly kind: "text" | "drawing"; readonly html: string }
  | {
      readonly kind: "claim";
      readonly html: string;
      /** The same with the cell's code in the fold that says how the claim was judged. */
      withCode(card: string): string;
    };
