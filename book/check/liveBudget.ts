import type { Fault } from "../fault.ts";
import { sentBytes } from "./pageBudget.ts";
import type { Site } from "./site.ts";

/** What a reader may wait for, beside the modules that cells import: as the first cell is run, and as one is edited. */
const budget = { run: 60_000, edit: 230_000 } as const;

/** What the first Run and the first Edit of a chapter load, as a server that compresses sends it. */
function liveWeight(site: Site, file: string): { readonly run: number; readonly edit: number } {
  const loads = site.live?.loads(file) ?? { run: [], edit: [] };
  const sum = (paths: readonly string[]): number =>
    paths.reduce((bytes, path) => bytes + sentBytes(site, path), 0);
  return { run: sum(loads.run), edit: sum(loads.edit) };
}

/** Running a cell, and editing one, is no heavier than a reader on a phone should wait for. */
export function liveBudget(site: Site): Fault[] {
  return site.chapters.flatMap(({ file, path }): Fault[] => {
    const weight = liveWeight(site, file);
    const over = (["run", "edit"] as const).filter((step) => weight[step] > budget[step]);
    return over.map((step) => ({
      file: path,
      rule: "live-budget",
      message: `the first ${step} takes ${Math.ceil(weight[step] / 1000)} kB compressed, ${budget[step] / 1000} are allowed; split the chapter`,
    }));
  });
}
