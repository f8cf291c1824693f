import type { Sweep } from "generation-loss/sweep";
import { arrowTable } from "./arrowTable.ts";
import { rowsTable } from "./rowsTable.ts";
import type { SweptPoint } from "./runSweep.ts";
import { runsArrow } from "./runsArrow.ts";
import { type ReportSource, sweepReport } from "./sweepReport.ts";

/**
 * The files that a sweep ends with, by name. The same sweep gives the same bytes.
 *
 * @param withRuns whether each single run is written too
 */
export async function sweepFiles(
  sweep: Sweep,
  swept: readonly SweptPoint[],
  source: ReportSource,
  withRuns: boolean,
): Promise<ReadonlyMap<string, string | Buffer>> {
  const rows = rowsTable(swept);
  return new Map<string, string | Buffer>([
    ["rows.jsonl", rows.map((row) => `${JSON.stringify(row)}\n`).join("")],
    ["rows.arrow", Buffer.from(arrowTable(rows))],
    ...(withRuns ? [["runs.arrow", Buffer.from(runsArrow(sweep, swept))] as const] : []),
    ["report.html", await sweepReport(sweep, swept, source)],
  ]);
}
