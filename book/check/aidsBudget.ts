import type { Fault } from "../fault.ts";
import { readPointsPath } from "../points/pointsFile.ts";
import { sentBytes } from "./pageBudget.ts";
import type { Site } from "./site.ts";

/** What a reader may wait for: what shows cards and reads points, the cards of a page, the points of a figure. */
const kinds = [
  {
    is: (path: string) => /^assets\/aids\.\w+\.js$/.test(path),
    most: 14_000,
    advice: "leave something out of it",
  },
  {
    is: (path: string) => path.startsWith("assets/cards/"),
    most: 20_000,
    advice: "say less in pageCards.ts",
  },
  {
    is: (path: string) => readPointsPath(path) !== undefined,
    most: 120_000,
    advice: "plot fewer points or settings",
  },
] as const;

/** Resting on a link, and reading a figure's points, is no heavier than a reader on a phone should wait for. */
export function aidsBudget(site: Site): Fault[] {
  return [...site.files.keys()].flatMap((path): Fault[] => {
    const kind = kinds.find(({ is }) => is(path));
    const bytes = kind ? sentBytes(site, path) : 0;
    if (!kind || bytes <= kind.most) return [];
    const message = `it takes ${Math.ceil(bytes / 1000)} kB compressed, ${kind.most / 1000} are allowed; ${kind.advice}`;
    return [{ file: path, rule: "aids-budget", message }];
  });
}
