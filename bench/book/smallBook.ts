import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";

/** A Gaussian, fitted 50 times to 100 of its own draws: mean and variance of each fit, in a table. */
const typescript = `import { mean, seeded, standardNormal, table } from "generation-loss";

const rng = seeded(1);
const rows = [];
let fit = { mean: 0, variance: 1 };
for (let generation = 0; generation <= 50; generation += 1) {
  rows.push({ generation, ...fit });
  const draws = Array.from({ length: 100 }, () => fit.mean + Math.sqrt(fit.variance) * standardNormal(rng));
  const centre = mean(draws);
  fit = { mean: centre, variance: draws.reduce((sum, x) => sum + (x - centre) ** 2, 0) / 99 };
}
table(rows)`;

/** The same in Python, with nothing but its standard library: no package has to come. */
export const python = `import random
rng = random.Random(1)
mean, variance, rows = 0.0, 1.0, []
for generation in range(51):
    rows.append({"generation": generation, "mean": mean, "variance": variance})
    draws = [rng.gauss(mean, variance ** 0.5) for _ in range(100)]
    mean = sum(draws) / 100
    variance = sum((x - mean) ** 2 for x in draws) / 99
`;

const config = `title: Small
subtitle: One cell
description: One cell.
bibliography: bibliography.json
live: true
parts:
  - title: The part
    chapters:
      - { file: 01-small.ipynb, slug: small, claim: It shrinks., minutes: 1, needs: nothing }
`;

/** A book of one chapter with the small notebook, as readers get it. */
export interface SmallBook extends AsyncDisposable {
  readonly folder: string;
  readonly page: string;
}

export async function smallBook(): Promise<SmallBook> {
  const root = await mkdtemp(join(tmpdir(), "genloss-small-"));
  const cells: Cell[] = [
    { cell_type: "markdown", id: "title", metadata: {}, source: "# A fit of a fit\n\nHow fast it shrinks." },
    { cell_type: "code", id: "fits", metadata: {}, source: typescript, execution_count: null, outputs: [] },
  ];
  for (const folder of ["book", "notebooks/solutions", "lib"])
    await mkdir(join(root, folder), { recursive: true });
  await symlink(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(root, "node_modules"));
  await writeFile(join(root, "book/book.yml"), config);
  await writeFile(join(root, "book/bibliography.json"), "[]");
  await writeFile(join(root, "notebooks/solutions/01-small.ts"), "");
  await writeFile(
    join(root, "notebooks/01-small.ipynb"),
    formatNotebook({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
  );
  const { out } = await buildBook({ root, run: runNotebook });
  return {
    folder: out,
    page: "small.html",
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
