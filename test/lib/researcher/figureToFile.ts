import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { curves } from "generation-loss";
import { toSvg } from "generation-loss/svg";
import { phaseDiagram } from "./phaseDiagram.ts";

/** The variance kept against the share of human data, a curve per sample size, as an SVG file; gives its path. */
export async function figureToFile(log: (line: string) => void, folder: string): Promise<string> {
  const shares = [0, 0.1, 0.3, 1];
  const sizes = [10, 40];
  const cells = phaseDiagram(log, { shares, sizes, generations: 20, runs: 60, level: 0.95, seed: 2 });
  const figure = curves({
    series: sizes.map((size) => {
      const row = cells.filter((cell) => cell.size === size);
      return {
        label: `n = ${size}`,
        x: row.map(({ share }) => share),
        y: row.map(({ kept }) => kept.estimate),
        low: row.map(({ kept }) => kept.low),
        high: row.map(({ kept }) => kept.high),
      };
    }),
    x: "share of human data",
    y: "variance kept",
  });
  const path = join(folder, "kept.svg");
  await writeFile(path, await toSvg(figure));
  log(figure.description);
  return path;
}
