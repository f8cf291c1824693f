import { makeVector, Table, tableToIPC } from "apache-arrow";
import type { Sweep } from "generation-loss/sweep";
import type { SweptPoint } from "./runSweep.ts";

/**
 * Every run of every point in Arrow's file format: the point's number, as in the table of rows, the run's, the generation,
 * and a column for each reading.
 */
export function runsArrow(sweep: Sweep, swept: readonly SweptPoint[]): Uint8Array {
  const readings = Object.keys(swept[0]?.runs ?? {});
  const counts = swept.map(({ rows }) => rows[0]?.runs ?? 0);
  const total = counts.reduce((sum, runs) => sum + runs, 0) * sweep.generations.length;
  const [point, run, generation] = [0, 1, 2].map(() => new Int32Array(total)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const columns = readings.map(() => new Float64Array(total));
  let place = 0;
  for (const [index, { runs }] of swept.entries())
    for (const [i, kept] of sweep.generations.entries()) {
      const end = place + counts[index]!;
      point.fill(index, place, end);
      generation.fill(kept, place, end);
      for (let r = 0; r < counts[index]!; r += 1) run[place + r] = r;
      for (const [j, name] of readings.entries()) columns[j]!.set(runs[name]![i]!, place);
      place = end;
    }
  const named = readings.map(
    (name, j) => [name in taken ? `_${name}` : name, makeVector(columns[j]!)] as const,
  );
  return tableToIPC(
    new Table({
      ...{ point: makeVector(point), run: makeVector(run), generation: makeVector(generation) },
      ...Object.fromEntries(named),
    }),
    "file",
  );
}

const taken: Readonly<Record<string, true>> = { point: true, run: true, generation: true };
