import { type Html, html } from "../page/html.ts";

/** A page of the review: its head, and what stands in it. */
export const reviewPage = (title: string, body: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/review.css">
<script src="/review.js" defer></script>
</head>
${body}
</html>
`;

/** A page that says something and asks nothing. */
export const wordsPage = (title: string, words: Html): Html =>
  reviewPage(
    title,
    html`<body>
<main class="plain">
<h1>${title}</h1>
${words}
</main>
</body>`,
  );
