import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cleanedPool } from "./cleanedPool.ts";
import { figureToFile } from "./figureToFile.ts";
import { phaseDiagram } from "./phaseDiagram.ts";

const quiet = () => {};

test("a pool that is cleaned of marked documents keeps what people wrote", () => {
  const rows = cleanedPool(quiet, { seed: 1, generations: 4, size: 20 });
  assert.deepEqual(
    rows.map((row) => row.generation),
    [0, 1, 2, 3, 4],
  );
  for (const row of rows.slice(1)) {
    // P(z > 4) is about 3e-5 per human document: 20 documents, read again each generation, lose none.
    assert.equal(row.droppedHuman, 0);
    assert.equal(row.droppedMachine, 1);
  }
  assert.deepEqual(cleanedPool(quiet, { seed: 1, generations: 4, size: 20 }), rows);
});

test("the interval of a cell that is all human covers the median of χ²(n − 1) / (n − 1)", () => {
  const cells = phaseDiagram(quiet, {
    shares: [0, 1],
    sizes: [10, 40],
    generations: 20,
    runs: 100,
    level: 0.9999,
    seed: 1,
  });
  for (const { share, size, kept } of cells) {
    assert.ok(kept.level >= 0.9999);
    // Wilson and Hilferty's median, right to 0.1 % from 9 degrees of freedom on.
    const median = (1 - 2 / (9 * (size - 1))) ** 3;
    if (share === 1) assert.ok(kept.low < median && median < kept.high);
    else assert.ok(kept.high < median);
  }
});

test("a figure becomes an SVG file with a line, a band and a name for each curve", async () => {
  const folder = await mkdtemp(join(tmpdir(), "researcher-"));
  try {
    const svg = await readFile(await figureToFile(quiet, folder), "utf8");
    assert.match(svg, /^<svg[^>]*>[\s\S]*<\/svg>\s*$/);
    for (const mark of ["line", "area"]) assert.ok(svg.split(`class="mark-${mark} `).length === 3);
    for (const label of ["n = 10", "n = 40"]) assert.ok(svg.includes(`>${label}<`));
  } finally {
    await rm(folder, { recursive: true });
  }
});
