import { type Html, html } from "../page/html.ts";

/**
 * A page of the review: its head, and what stands in it.
 *
 * @param isBare whether it goes without our style and script, as for one who may not have them
 */
export const reviewPage = (title: string, body: Html, isBare = false): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
${!isBare && assets}
</head>
${body}
</html>
`;

const assets = html`<link rel="stylesheet" href="/review.css">
<script src="/review.js" defer></script>`;

/** A page that says something and asks nothing. */
export const wordsPage = (title: string, words: Html, isBare = false): Html =>
  reviewPage(
    title,
    html`<body>
<main class="plain">
<h1>${title}</h1>
${words}
</main>
</body>`,
    isBare,
  );
