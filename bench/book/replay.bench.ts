import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { liveCells } from "../../book/live/liveChapter.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import type { Row } from "../run.ts";

export const title =
  "A cell's Run after a Stop, when all names are gone: it and the cells that it needs, as a share of the chapter's time (25 % allowed)";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const allowed = 0.25;

/** `CHAPTERS=01,08` for some. Times are Node's, cell by cell; the page runs the same cells. */
export async function bench(): Promise<{ rows: Row[] }> {
  const only = process.env.CHAPTERS?.split(",");
  const chapters = readdirSync(folder)
    .filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name) && (!only || only.includes(name.slice(0, 2))))
    .sort();
  const rows: Row[] = [];
  const all: number[] = [];
  for (const chapter of chapters) {
    const { shares, total, worst } = await sharesOf(folder + chapter);
    all.push(...shares);
    const within = shares.filter((share) => share <= allowed).length;
    const note = `${within} of ${shares.length} cells within a quarter; ${worst}; the chapter ${(total / 1000).toFixed(1)} s`;
    rows.push({ name: chapter.replace(".ipynb", ""), value: middle(shares) * 100, unit: "% median", note });
  }
  const within = all.filter((share) => share <= allowed).length;
  rows.push(
    { name: "all cells", value: middle(all) * 100, unit: "% median" },
    { name: "cells within a quarter", value: (within / all.length) * 100, unit: `% of ${all.length}` },
  );
  return { rows };
}

async function sharesOf(path: string): Promise<{ shares: number[]; total: number; worst: string }> {
  const notebook = await readNotebook(path);
  const times = new Map<string, number>();
  await runNotebook(notebook, {
    path,
    allowErrors: true,
    onCell: ({ type, id, ms = 0 }) => void (type === "end" && times.set(id, ms)),
  });
  const timeOf = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 0);
  const cells = liveCells(notebook);
  const total = timeOf(cells.map(({ id }) => id));
  const shares = cells.map(({ id, needs }) => timeOf([...needs, id]) / total);
  const most = Math.max(...shares);
  const worst = `most ${(most * 100).toFixed(0)} % (${cells[shares.indexOf(most)]?.id})`;
  return { shares, total, worst };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
