import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Row } from "../run.ts";
import { builtBook } from "./builtBook.ts";
import { countingServer } from "./countingServer.ts";
import { openBrowser } from "./openBrowser.ts";

export const title =
  "The first Run of each chapter, of its first cell after the setup, from the press to the result (1 s allowed)";

/** Presses Run of a cell, and gives how long it took in ms, and what the cell says. */
const pressed = `(async () => {
  const cells = [...document.querySelectorAll('.cell[id^="cell-"]')].filter((cell) => cell.querySelector(".live-button.run"));
  const times = [];
  for (const cell of [cells[1], cells[1]]) {
    const run = cell.querySelector(".live-button.run");
    const began = performance.now();
    run.click();
    while (run.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 1));
    times.push(performance.now() - began);
  }
  return [...times, cells[1].querySelector(".live-state").textContent];
})()`;

/** Each in a browser that has loaded nothing, three times from a folder and three times from a server of the same machine. */
export async function bench(): Promise<{ rows: Row[] }> {
  await using book = await builtBook();
  await using server = await countingServer({ "/": book.folder });
  const pages = readdirSync(book.folder)
    .filter(
      (name) => name.endsWith(".html") && readFileSync(join(book.folder, name), "utf8").includes("data-run="),
    )
    .sort();
  const browser = await openBrowser();
  const rows: Row[] = [];
  const firsts: number[] = [];
  try {
    for (const page of pages) {
      const [file, http] = [pathToFileURL(join(book.folder, page)).href, `${server.url}/${page}`];
      const [fromFolder, fromServer] = [await middle(file), await middle(http)];
      firsts.push(fromFolder.first, fromServer.first);
      const note = `from a server ${fromServer.first.toFixed(0)} ms; again ${fromFolder.again.toFixed(0)} ms; ${fromFolder.told}`;
      rows.push({ name: page.replace(".html", ""), value: fromFolder.first, unit: "ms from a folder", note });
    }
  } finally {
    await browser.close();
  }
  const within = firsts.filter((ms) => ms < 1000).length;
  rows.push({ name: "under a second", value: within, unit: `of ${firsts.length}` });
  return { rows };

  async function middle(address: string): Promise<{ first: number; again: number; told: string }> {
    const runs: [first: number, again: number, told: string][] = [];
    for (let i = 0; i < 3; i += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address);
      runs.push(await page.evaluate(pressed));
      await context.close();
    }
    const [first, again, told] = runs.toSorted(([a], [b]) => a - b)[1]!;
    return { first, again, told };
  }
}
