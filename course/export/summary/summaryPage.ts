import { escapeHtml } from "../../../kernel/display/escapeHtml.ts";
import { darkRules } from "./summaryColours.ts";

/** A page that needs nothing but itself: no script, no file, no other host. @param body HTML */
export const summaryPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
  :root {
    color-scheme: light dark;
    --page: light-dark(#fffdf8, #15171c);
    --ink: light-dark(#1c1b19, #e7e5e0);
    --soft: light-dark(#57534e, #a8a29e);
    --rule: light-dark(#e7e2d6, #33373f);
  }
  body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 75rem; background: var(--page); color: var(--ink);
    font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
  h1 { margin: 0 0 0.25rem; font-size: 1.75rem; line-height: 1.25; }
  h2 { margin: 3rem 0 0.25rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 1.375rem; line-height: 1.3; }
  h3 { margin: 2rem 0 0; font-size: 1.125rem; }
  p { margin: 0.25rem 0; max-width: 44rem; }
  .name { margin: 0 0 0.5rem; font-size: 0.9375rem; font-weight: 600; }
  h1, h2, h3, p, th, td { overflow-wrap: anywhere; }
  .soft, figcaption, summary { color: var(--soft); }
  .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 2.5rem;
    margin-top: 1rem; align-items: start; }
  figure { margin: 0; min-width: 0; max-width: 26rem; }
  figure svg { display: block; width: 100%; height: auto; }
  figure svg text { font-family: inherit; }
  figcaption, details { margin-top: 0.5rem; font-size: 0.875rem; }
  summary { cursor: pointer; padding: 0.25rem 0; }
  table { border-collapse: collapse; margin-top: 0.25rem; }
  th, td { padding: 0.2rem 0.75rem 0.2rem 0; border-bottom: 1px solid var(--rule); text-align: left; font-weight: 400;
    font-variant-numeric: tabular-nums; vertical-align: top; }
  thead th { color: var(--soft); }
  @media screen and (prefers-color-scheme: dark) {
    ${darkRules()}
  }
  @media print { :root { color-scheme: light; } details { display: none; } figure { break-inside: avoid; } }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
