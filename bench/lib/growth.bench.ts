import { writeFileSync } from "node:fs";
import { openTensors } from "generation-loss/tensor";
import type { Row } from "../run.ts";
import { growthLines } from "./growth/growthLines.ts";
import { growthTable } from "./growth/growthTable.ts";
import { type Growth, measureGrowth } from "./growth/measureGrowth.ts";

export const title = "Growth: log time against log size, beside the algorithm's slope";

/** `npm run bench -- growth mmd2` measures the lines that hold the word, and writes no table. */
const word = process.argv[3] ?? "";

/** Every model, metric and loop; all of them together are written to GROWTH.md. */
export async function bench(): Promise<{ rows: Row[] }> {
  await openTensors({ among: ["wasm"] });
  const growths: Growth[] = [];
  for (const line of growthLines.filter(({ what }) => what.includes(word))) growths.push(measureGrowth(line));
  if (word === "")
    writeFileSync(new URL("./GROWTH.md", import.meta.url), growthTable(growths, process.versions.node));
  return {
    rows: growths.map(({ line, slope, standardError, expected, isAbove }) => ({
      name: `${line.what}, ${line.grows} ${line.sizes[0]}–${line.sizes.at(-1)}`,
      value: slope,
      unit: `± ${standardError.toFixed(2)}`,
      note: `algorithm ${expected.toFixed(2)}: ${line.algorithm}${isAbove ? "  ABOVE" : ""}`,
    })),
  };
}
