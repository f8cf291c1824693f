import type { Fault } from "../fault.ts";
import { sentBytes } from "./pageBudget.ts";
import type { Site } from "./site.ts";

/**
 * What a reader may wait for, beside the modules that cells import: as the first cell is run, as one is edited, and as
 * the first exercise or guess comes into sight.
 */
const budget = { run: 60_000, edit: 230_000, exercise: 10_000 } as const;
type Step = keyof typeof budget;

/** What each step in a chapter loads, as a server that compresses sends it. */
function liveWeight(site: Site, file: string): Readonly<Record<Step, number>> {
  const loads = site.live?.loads(file) ?? { run: [], edit: [], exercise: [] };
  const sum = (paths: readonly string[]): number =>
    paths.reduce((bytes, path) => bytes + sentBytes(site, path), 0);
  return { run: sum(loads.run), edit: sum(loads.edit), exercise: sum(loads.exercise) };
}

/** Running a cell, and editing one, is no heavier than a reader on a phone should wait for. */
export function liveBudget(site: Site): Fault[] {
  return site.chapters.flatMap(({ file, path }): Fault[] => {
    const weight = liveWeight(site, file);
    const over = (["run", "edit", "exercise"] as const).filter((step) => weight[step] > budget[step]);
    return over.map((step) => ({
      file: path,
      rule: "live-budget",
      message: `the first ${step} takes ${Math.ceil(weight[step] / 1000)} kB compressed, ${budget[step] / 1000} are allowed; split the chapter`,
    }));
  });
}
