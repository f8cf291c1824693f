import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { liveCells } from "../../book/live/liveChapter.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import type { Row } from "../run.ts";
import { builtBook } from "./builtBook.ts";
import { openBrowser } from "./openBrowser.ts";

export const title =
  "After a Stop, when all names are gone: a new worker, and the cells that a cell needs, as a share of the chapter's time in the page (25 % allowed)";

const allowed = 0.25;

/** Runs a chapter's cells in their order, in its page, and gives the time of each in ms; the first starts the worker. */
const allRun = `(async () => {
  const { run, cells } = document.querySelector("[data-run]").dataset;
  await new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src: run, onload: done, onerror: fail })));
  const sources = new Map([...document.querySelectorAll('.cell[id^="cell-"]')].map((cell) => [cell.id.slice(5), cell.querySelector(".code code")?.textContent.trimEnd() ?? ""]));
  const open = () => globalThis.genlossRun.open(cells, sources, () => {});
  const watching = { onCell() {}, onOutput() {} };
  const runs = await open();
  const times = [];
  for (const id of sources.keys()) times.push([id, (await runs.run(id, watching)).ms]);
  return times;
})()`;

/** `CHAPTERS=01,08` for some. */
export async function bench(): Promise<{ rows: Row[] }> {
  const only = process.env.CHAPTERS?.split(",");
  await using book = await builtBook();
  const browser = await openBrowser();
  const rows: Row[] = [];
  const all: number[] = [];
  try {
    for (const { name, page } of chaptersOf(book.folder)) {
      if (only && !only.includes(name.slice(0, 2))) continue;
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(join(book.folder, page)).href);
      const times = new Map((await tab.evaluate(allRun)) as [string, number][]);
      await tab.close();
      const { shares, total, worst } = await sharesOf(join(book.folder, "notebooks", name), times);
      all.push(...shares);
      const within = shares.filter((share) => share <= allowed).length;
      const note = `${within} of ${shares.length} cells within a quarter; ${worst}; the chapter ${(total / 1000).toFixed(1)} s`;
      rows.push({ name: name.replace(".ipynb", ""), value: middle(shares) * 100, unit: "% median", note });
    }
  } finally {
    await browser.close();
  }
  const within = all.filter((share) => share <= allowed).length;
  rows.push(
    { name: "all cells", value: middle(all) * 100, unit: "% median" },
    { name: "cells within a quarter", value: (within / all.length) * 100, unit: `% of ${all.length}` },
  );
  return { rows };
}

/** The chapters' notebooks, and the page of each. */
function chaptersOf(folder: string): { readonly name: string; readonly page: string }[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return readdirSync(join(folder, "notebooks"))
    .filter((name) => /^\d\d-.*\.ipynb$/.test(name))
    .sort()
    .flatMap((name) => {
      const page = pages.find(
        (each) =>
          readFileSync(join(folder, each), "utf8").includes(`notebooks/${name}"`) &&
          readFileSync(join(folder, each), "utf8").includes("data-run="),
      );
      return page === undefined ? [] : [{ name, page }];
    });
}

async function sharesOf(
  path: string,
  times: ReadonlyMap<string, number>,
): Promise<{ shares: number[]; total: number; worst: string }> {
  const cells = liveCells(await readNotebook(path));
  const timeOf = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 0);
  const total = timeOf(cells.map(({ id }) => id));
  const shares = cells.map(({ needs }) => timeOf(needs) / total);
  const most = Math.max(...shares);
  return { shares, total, worst: `most ${(most * 100).toFixed(0)} % (${cells[shares.indexOf(most)]?.id})` };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
