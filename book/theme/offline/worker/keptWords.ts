import { root } from "./site.ts";

/**
 * The line over a page that came from this device: a page must not pass for newer than it is. It stands in the page itself, so
 * that it is there before any script.
 *
 * @param at when its edition was whole here, in ms
 * @param isLate whether the site is there and slow
 */
export function keptWords(at: number, isLate: boolean): string {
  const day = new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const why = isLate ? "The site has not answered in time." : "The site could not be reached.";
  return `You are reading the edition that this device has kept, loaded on ${day}. ${why}`;
}

const look =
  "margin:1rem 0 0;padding:.5rem .75rem;border:1px solid var(--rule);border-radius:.375rem;background:var(--tint);font:.875rem/1.5 var(--ui)";

const withLine = (html: string, words: string): string => {
  const line = `<p class="kept-edition" style="${look}"><span role="status">${words}</span> <a href="">Try again</a></p>`;
  return html.replace('<main id="main">', (start) => start + line);
};

/** The page with this line as the first of its text. */
export async function withWords(page: Response, words: string): Promise<Response> {
  return new Response(withLine(await page.text(), words), { headers: page.headers });
}

/**
 * The page for addresses that lead nowhere, with the line. It lies beside the cover, and what it names is found from there.
 *
 * @param address where it is shown
 */
export async function lostWithWords(page: Response, words: string, address: string): Promise<Response> {
  const up = "../".repeat(
    new URL(address).pathname.slice(new URL(root()).pathname.length).split("/").length - 1,
  );
  const html = (await page.text()).replace(
    / (?:href|src|data-[a-z]+)="(?!#|[a-z]+:)/g,
    (start) => start + up,
  );
  return new Response(withLine(html, words), { status: 404, headers: page.headers });
}
