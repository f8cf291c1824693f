import type { Heading } from "./context.ts";

/** A page of the site before it gets its frame. */
export interface Content {
  /** Its file, relative to the site. */
  readonly page: string;
  /** The source to name when something on the page is wrong. */
  readonly source: string;
  readonly title: string;
  readonly description: string;
  /** HTML of everything between the frame's header and footer. */
  readonly body: string;
  readonly headings: readonly Heading[];
  readonly formulas: readonly string[];
  /** Whether it leads on to the pages beside it, so that the arrow keys turn them. */
  readonly leadsOn?: boolean;
}
