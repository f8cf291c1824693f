import type { Card } from "./pageCards.ts";

/** What there is to load, by the digests in the files' names. */
export interface AidsTable {
  /** Of the cards of a page. */
  readonly cards: Readonly<Record<string, string>>;
  /** Of the points of a figure. */
  readonly points: Readonly<Record<string, string>>;
}

/** What is said of a page's places. */
export interface PageCards {
  /** Which page it is, for a reader of another one. */
  readonly where: string;
  /** By anchor; "" is the page itself. */
  readonly cards: Readonly<Record<string, Card>>;
}

/** The name under which a page's cards hand themselves over. */
export const cardsName = (page: string): string => `cards ${page}`;

/** Where the cards of a page are, relative to the site. */
export const cardsPath = (page: string, digest: string): string =>
  `assets/cards/${page.replace(/\.html$/, "").replaceAll("/", "-")}.${digest}.js`;
