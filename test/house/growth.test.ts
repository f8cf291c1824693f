// The table of growth (bench/lib/growth.bench.ts) names every model, metric and loop, so that none grows unseen.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as lib from "generation-loss";
import { networks } from "generation-loss/tensor";
import { exportOf } from "../../bench/lib/growth/growthLine.ts";
import { growthLines, withoutGrowth } from "../../bench/lib/growth/growthLines.ts";
import { judged } from "../../bench/lib/growth/measureGrowth.ts";

/** Functions that the library offers from a folder, a file each. */
const offeredBy = (folder: string): string[] =>
  globSync(fileURLToPath(new URL(`../../lib/${folder}/*.ts`, import.meta.url)))
    .map((path) => basename(path, ".ts"))
    .filter((name) => typeof (lib as Record<string, unknown>)[name] === "function");

const measured = new Set(growthLines.map(exportOf));

test("every model, network, metric and loop has a line in the table of growth, or a reason why not", () => {
  const smoothings = ["addAlpha", "jelinekMercer", "unsmoothed", "wittenBell"];
  const bandwidths = ["scottBandwidth", "silvermanBandwidth"];
  const parts = new Set([...smoothings, ...bandwidths, "leastSquaresSums"]); // of models, and measured in them
  const names = [
    ...Object.keys({ ...lib.models, ...lib.metrics, ...lib.regimes, ...networks }),
    ...["models", "metrics", "loops"].flatMap(offeredBy),
  ].filter((name) => !parts.has(name));
  assert.ok(names.includes("ecosystem") && names.includes("meanInterval") && names.includes("vae"));
  const missing = new Set(names.filter((name) => !measured.has(name) && !withoutGrowth[name]));
  assert.deepEqual([...missing], [], "without a line: bench/lib/growth/");
  const unknown = [...measured, ...Object.keys(withoutGrowth)].filter((name) => !names.includes(name));
  assert.deepEqual(unknown, [], "lines of something that is not offered");
  assert.deepEqual(
    Object.keys(withoutGrowth).filter((name) => measured.has(name)),
    [],
  );
});

test("a line has four sizes or more, each the same multiple of the one before", () => {
  for (const { what, sizes } of growthLines) {
    assert.ok(sizes.length >= 4, what);
    const factors = sizes.slice(1).map((size, i) => size / sizes[i]!);
    for (const factor of factors) assert.ok(Math.abs(factor / factors[0]! - 1) < 0.01, `${what}: ${sizes}`);
  }
});

test("a slope is above its algorithm's if the times grow faster, and not by noise or by less", () => {
  const sizes = [100, 200, 400, 800, 1600];
  const line = { sizes, cost: (n: number) => n };
  const noise = [0.9, 1.1, 1, 1.1, 0.95];
  const times = (power: number) => sizes.map((n, i) => 1e-6 * n ** power * noise[i]!);
  const square = judged(line, times(2));
  assert.ok(square.isAbove && Math.abs(square.slope - 2) < 0.15 && Math.abs(square.expected - 1) < 1e-12);
  assert.ok(!judged(line, times(1)).isAbove && !judged(line, times(0.5)).isAbove);
  assert.ok(!judged({ sizes, cost: (n) => n ** 2 }, times(2)).isAbove);
  assert.ok(
    judged(
      line,
      sizes.map((n) => n ** 1.2),
    ).isAbove,
    "without noise 0.2 is seen",
  );
});
