import { digestOf } from "./digestOf.ts";

/**
 * Tells whether a page is the same to its reader. Addresses of what all pages load are left out: the search's texts change with any
 * page of the book.
 */
export const pageDigest = (html: string): Promise<string> =>
  digestOf(new TextEncoder().encode(html.replace(/\b(?:assets|data)\/[\w./-]+/g, "")));
