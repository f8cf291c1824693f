import { availableParallelism } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { Executor } from "../../jobs/executor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { SweepProgress } from "../../sweep/runSweep.ts";
import { progressLine } from "../progressLine.ts";
import { projectVersion } from "../projectVersion.ts";
import { timeLeft } from "../timeLeft.ts";

interface SweepFlags {
  readonly out?: string;
  readonly workers: string;
  readonly dryRun?: boolean;
  readonly mend?: boolean;
  readonly runs?: boolean;
  readonly json?: boolean;
  readonly queue?: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss sweep`: a grid of experiments on all cores. */
export function sweepCommand(): Command {
  return new Command("sweep")
    .description("run a grid of experiments on all cores, and compare it with its laws")
    .argument("<file>", "a TypeScript file that exports what sweep() of generation-loss/sweep gives")
    .option("-o, --out <folder>", "where results go; default NAME-sweep in the folder where you are")
    .option("--workers <count>", "how many threads run it", String(availableParallelism()))
    .option("--queue <address>", "let machines that run genloss worker do it: redis://HOST:PORT")
    .option("--dry-run", "try a few runs, and say what all of them will cost")
    .option("--mend", "run anew what a damaged line of kept runs held")
    .option("--runs", "write every single run to runs.arrow, too")
    .option("--json", "say what was done as JSON")
    .addHelpText(
      "after",
      `
Every run is kept as it ends. Stop it as you like, or lose the machine: the same command goes on where it
stopped. The numbers hang on the file, the seed and this project's code, and not on how many threads there
are, nor on how many machines with --queue. The folder then holds

  report.html   figures beside theory, and how far each mean is from its law
  rows.jsonl    a line for each point, reading and generation: mean, standard error, median, law
  rows.arrow    the same for pandas, R, DuckDB
  runs.jsonl    the runs that are kept, with check sums; safe to remove when all is done

Examples:
  genloss sweep sweep/examples/phaseDiagram.ts --dry-run
  genloss sweep sweep/examples/phaseDiagram.ts -o phase
  genloss sweep sweep/examples/phaseDiagram.ts --queue redis://10.0.0.5`,
    )
    .action(sweep);
}

async function sweep(file: string, flags: SweepFlags): Promise<void> {
  const workers = Number(flags.workers);
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new Refusal(
      `Cannot run a sweep: --workers must be a whole number from 1 on, got ${flags.workers}`,
      2,
    );
  const { readSweep } = await import("../../sweep/readSweep.ts");
  const { planRuns } = await import("../../sweep/planRuns.ts");
  const spec = await readSweep(file);
  const line = progressLine(process.stderr);
  line.show("A few runs, to see what they cost");
  const plan = await planRuns(spec).finally(() => line.clear());
  if (flags.dryRun) {
    sayPlan(plan, workers, flags.json ?? false);
    return;
  }
  const { sweepInto } = await import("../../sweep/sweepInto.ts");
  const folder = resolve(flags.out ?? `${basename(file).replace(/\.[cm]?[jt]s$/, "")}-sweep`);
  await using executor = await executorFor(flags.queue, workers, (notice) => line.keep(notice));
  const began = performance.now();
  let before: number | undefined;
  const done = await sweepInto(spec, {
    ...{ file, folder, root, executor, version: projectVersion, runsPerJob: plan.runsPerJob },
    ...{ mend: flags.mend ?? false, withRuns: flags.runs ?? false },
    onProgress: (progress) => {
      before ??= progress.runsDone;
      line.show(inWords(progress, before, performance.now() - began));
    },
    onNotice: (notice) => line.keep(notice),
  }).finally(() => line.clear());
  const seconds = (performance.now() - began) / 1000;
  if (flags.json) {
    console.log(JSON.stringify({ folder, ...done, seconds }, null, 1));
    return;
  }
  console.log(
    `${done.points} points, ${done.runs} runs in ${seconds.toFixed(1)} s: ${relative(process.cwd(), join(folder, "report.html")) || folder}`,
  );
  if (done.compared > 0)
    console.log(
      done.off === 0
        ? `All ${done.compared} means that a law speaks of are within 4 standard errors of it.`
        : `${done.off} of ${done.compared} means are more than 4 standard errors from their law: see the report.`,
    );
  if (done.heavy > 0)
    console.log(`${done.heavy} means have a tail so heavy that a few runs make them, and are not compared.`);
}

/** Threads of this process, or whoever listens to a queue. */
async function executorFor(
  address: string | undefined,
  workers: number,
  onNotice: (notice: string) => void,
): Promise<Executor> {
  if (address !== undefined) {
    const { queuedWork } = await import("../queuedWork.ts");
    return queuedWork({ root, address, onNotice });
  }
  const { localPool } = await import("../../jobs/localPool.ts");
  return localPool(root, workers);
}

function sayPlan(
  plan: Awaited<ReturnType<typeof import("../../sweep/planRuns.ts").planRuns>>,
  workers: number,
  asJson: boolean,
): void {
  const seconds = (plan.runs * plan.msPerRun) / 1000 / workers;
  if (asJson) {
    console.log(JSON.stringify({ ...plan, workers, seconds }, null, 1));
    return;
  }
  const about =
    seconds < 90
      ? `${Math.ceil(seconds)} s`
      : seconds < 5400
        ? `${Math.round(seconds / 60)} min`
        : `${(seconds / 3600).toFixed(1)} h`;
  console.log(
    [
      `${plan.points} points, ${plan.runs} runs at most, of which one takes ${plan.msPerRun.toPrecision(3)} ms here`,
      `Readings: ${plan.readings.join(", ")}`,
      `About ${about} on ${workers} ${workers === 1 ? "thread" : "threads"}, ${(plan.bytes / 2 ** 20).toFixed(1)} MB of numbers, ${plan.runsPerJob} runs to a job`,
    ].join("\n"),
  );
}

function inWords(
  { runsDone, runs, pointsDone, points }: SweepProgress,
  before: number,
  passedMs: number,
): string {
  const left = timeLeft(runsDone - before, runs - before, passedMs);
  return `${pointsDone} of ${points} points, ${Math.floor((100 * runsDone) / runs)} % of runs${left && `, ${left}`}`;
}
