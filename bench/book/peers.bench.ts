import type { Browser, Page } from "playwright-core";
import type { Row } from "../run.ts";
import { countingServer } from "./countingServer.ts";
import { openBrowser } from "./openBrowser.ts";
import { marimoExport, npmPackage, pyodideAlone } from "./pyodidePeers.ts";
import { smallBook } from "./smallBook.ts";

export const title =
  "One small notebook in a page, to the first computed result: bytes as sent (a tenth allowed) and time (a fifth allowed)";

/** What is computed elsewhere: a page waits for so long. */
const patienceMs = 120_000;

interface Measured {
  readonly bytes: number;
  readonly ms: number;
}

/**
 * Ours against Pyodide alone, which marimo's pages and quarto-live's Python cells load before they compute anything, without the
 * scripts and packages of either: less than what they need. What marimo's own export loads is counted as far as it comes: it
 * wants a lock file and packages from hosts that are not npm or PyPI. Quarto's package on PyPI is an installer of 5 kB that fetches
 * the program from such a host as well, so a page of quarto-live cannot be made.
 */
export async function bench(): Promise<{ rows: Row[] }> {
  await using book = await smallBook();
  await using server = await countingServer({
    "/ours/": book.folder,
    "/pyodide/": npmPackage("pyodide"),
    "/alone/": pyodideAlone(),
    "/marimo/": marimoExport(),
  });
  const browser = await openBrowser();
  const measure = async (path: string, until: (page: Page) => Promise<unknown>): Promise<Measured> => {
    const runs: Measured[] = [];
    for (let i = 0; i < 3; i += 1) {
      const context = await browser.newContext(); // nothing is kept
      const page = await context.newPage();
      server.sent();
      const began = performance.now();
      await page.goto(server.url + path, { waitUntil: "commit" });
      await until(page);
      runs.push({ ms: performance.now() - began, bytes: server.sent() });
      await context.close();
    }
    return runs.toSorted((a, b) => a.ms - b.ms)[1]!;
  };
  try {
    const ours = await measure(`/ours/${book.page}`, async (page) => {
      await page.locator(".live-button.run").click();
      await page.locator(".live-state", { hasText: "the same as the book" }).waitFor({ timeout: patienceMs });
    });
    const alone = await measure("/alone/", (page) =>
      page.waitForFunction("document.title.startsWith('done')", undefined, { timeout: patienceMs }),
    );
    const marimo = await marimoBytes(browser, server.url, server.sent);
    const kB = ({ bytes }: { readonly bytes: number }): number => bytes / 1000;
    return {
      rows: [
        { name: "ours", value: kB(ours), unit: "kB", note: "page, styles, fonts, scripts, worker, library" },
        {
          name: "Pyodide alone",
          value: kB(alone),
          unit: "kB",
          note: "of npm; marimo and quarto-live load it, and more",
        },
        {
          name: "marimo's own files",
          value: kB(marimo),
          unit: "kB",
          note: `to where its page wants ${marimo.stuck}`,
        },
        {
          name: "ours ÷ Pyodide alone",
          value: ours.bytes / alone.bytes,
          unit: "of the bytes",
          note: "0.1 allowed",
        },
        {
          name: "ours ÷ marimo with Pyodide",
          value: ours.bytes / (alone.bytes + marimo.bytes),
          unit: "of the bytes",
          note: "0.1 allowed; its packages not counted",
        },
        {
          name: "ours",
          value: ours.ms,
          unit: "ms",
          note: "from the address to the result, the press of Run included",
        },
        { name: "Pyodide alone", value: alone.ms, unit: "ms" },
        { name: "ours ÷ Pyodide alone", value: ours.ms / alone.ms, unit: "of the time", note: "0.2 allowed" },
      ],
    };
  } finally {
    await browser.close();
  }
}

/** What marimo's exported page loads of its own, and the first address elsewhere that it cannot go on without. */
async function marimoBytes(
  browser: Browser,
  url: string,
  sent: () => number,
): Promise<{ bytes: number; stuck: string }> {
  const context = await browser.newContext();
  const elsewhere: string[] = [];
  await context.route(
    (address) => address.origin !== url,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  sent();
  await page.goto(`${url}/marimo/`);
  await page.waitForTimeout(20_000);
  await context.close();
  return { bytes: sent(), stuck: [...new Set(elsewhere)].slice(0, 3).join(", ") };
}
