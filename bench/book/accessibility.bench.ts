import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import type { Row } from "../run.ts";
import { builtBook } from "./builtBook.ts";
import { countingServer } from "./countingServer.ts";
import { openBrowser } from "./openBrowser.ts";

export const title =
  "What axe-core finds on every page of the book, light and dark, 390 and 1280 px, chapters also run and changed (none allowed)";

const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Runs a chapter's second cell and opens the editor of the same. */
const runAndEdit = `(async () => {
  const cell = [...document.querySelectorAll('.cell[id^="cell-"]')].filter((each) => each.querySelector(".live-button.run"))[1];
  const run = cell.querySelector(".live-button.run");
  run.click();
  while (run.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 10));
  cell.querySelector(".live-button.edit").click();
  while (!cell.querySelector(".cm-content")) await new Promise((done) => setTimeout(done, 10));
})()`;

/** A quarter of an hour on a quiet machine; `PAGES=word` for the pages whose name holds it. */
export async function bench(): Promise<{ rows: Row[] }> {
  await using book = await builtBook();
  await using server = await countingServer({ "/": book.folder });
  const pages = readdirSync(book.folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html") && name.includes(process.env.PAGES ?? ""))
    .sort();
  const browser = await openBrowser();
  const rows: Row[] = [];
  let looks = 0;
  let faults = 0;
  try {
    for (const name of pages) {
      const isLive = readFileSync(join(book.folder, name), "utf8").includes("data-run=");
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [390, 1280]) {
          const found = await faultsOf(browser, `${server.url}/${name}`, { colorScheme, width, isLive });
          looks += isLive ? 2 : 1;
          faults += found.length;
          if (found.length > 0)
            rows.push({
              name: `${name}, ${colorScheme}, ${width} px`,
              value: found.length,
              unit: "faults",
              note: found[0]!,
            });
        }
    }
  } finally {
    await browser.close();
  }
  return {
    rows: [
      ...rows,
      { name: "all pages", value: faults, unit: `faults in ${looks} looks at ${pages.length} pages` },
    ],
  };
}

async function faultsOf(
  browser: Browser,
  address: string,
  { colorScheme, width, isLive }: { colorScheme: "light" | "dark"; width: number; isLive: boolean },
): Promise<string[]> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
  await page.evaluate(axe.source);
  const look = (): Promise<string[]> =>
    page.evaluate(
      `axe.run("html", { runOnly: { type: "tag", values: ${JSON.stringify(values)} } }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 150)))`,
    );
  const found = await look();
  if (isLive) {
    await page.evaluate(runAndEdit);
    found.push(...(await look()).map((each) => `run and changed: ${each}`));
  }
  await context.close();
  return found;
}
