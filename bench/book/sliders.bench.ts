import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Row } from "../run.ts";
import { builtBook } from "./builtBook.ts";
import { openBrowser } from "./openBrowser.ts";

export const title =
  "A move of each slider that computes its figure, from the move to the picture (100 ms allowed, median of eight)";

/** Moves the sliders of a figure to places between their values, or draws it again; ms of the first, and of eight more. */
const moved = (id: string): string => `(async () => {
  const figure = document.querySelector("#${id}");
  const canvas = figure.querySelector(".canvas");
  const told = figure.querySelector(".steering-bar .live-state");
  const exact = [...figure.querySelectorAll(".setting-exact")];
  const again = figure.querySelector(".steering-bar .live-button");
  const times = [];
  for (let at = 0; at < 9; at += 1) {
    const picture = canvas.firstElementChild;
    const began = performance.now();
    if (exact.length > 0) {
      const field = exact[at % exact.length];
      const [min, max] = [Number(field.min), Number(field.max)];
      const value = min + (max - min) * (0.13 + 0.0917 * at);
      field.value = field.step === "1" ? Math.round(value) : value.toFixed(4);
      field.dispatchEvent(new Event("input"));
      field.dispatchEvent(new Event("change"));
    } else again.click();
    while (canvas.firstElementChild === picture) {
      if (/^Not computed/.test(told.textContent)) return told.textContent;
      if (performance.now() - began > 60_000) return "nothing in a minute";
      await new Promise((done) => setTimeout(done, 1));
    }
    times.push(performance.now() - began);
  }
  return times;
})()`;

/** Every figure of the book that can be computed in its page, from a folder. */
export async function bench(): Promise<{ rows: Row[] }> {
  await using book = await builtBook();
  const browser = await openBrowser();
  const rows: Row[] = [];
  try {
    for (const name of readdirSync(book.folder).sort()) {
      if (!name.endsWith(".html")) continue;
      const html = readFileSync(join(book.folder, name), "utf8");
      const ids = [...html.matchAll(/<figure id="([^"]+)"[^>]*>(?:(?!<\/figure>)[\s\S])*? data-live="/g)];
      if (ids.length === 0) continue;
      for (const [, id = ""] of ids) {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(book.folder, name)).href);
        const times = await page.evaluate<number[] | string>(moved(id));
        await page.close();
        if (typeof times === "string") throw new Error(`${name} #${id}: ${times}`);
        const [first = 0, ...more] = times;
        const middle = more.toSorted((one, other) => one - other)[Math.floor(more.length / 2)]!;
        const note = `the first, with the cells that it needs, ${first.toFixed(0)} ms; at most ${Math.max(...more).toFixed(0)}`;
        rows.push({ name: `${name.replace(".html", "")} ${id}`, value: middle, unit: "ms", note });
      }
    }
  } finally {
    await browser.close();
  }
  const within = rows.filter(({ value }) => Number(value) <= 100).length;
  rows.push({ name: "within 100 ms", value: within, unit: `of ${rows.length}` });
  return { rows };
}
