import type { Content } from "./content.ts";

/** Where servers look for it. */
export const notFoundFile = "404.html";

/** What a server shows for an address that is none of ours. */
export const notFoundPage = (): Content => ({
  page: notFoundFile,
  source: "book/render/notFoundPage.ts",
  title: "No such page",
  description: "This address leads nowhere in the book.",
  body: `<header class="chapter-head"><p class="part">404</p>
<h1>This copy was lost</h1>
<p class="claim-line">No page of the book has this address. The <a href="index.html">contents</a> list those that do.</p></header>`,
  headings: [],
  formulas: [],
});
