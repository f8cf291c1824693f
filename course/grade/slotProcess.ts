/** A process that judges one submission after the other: tests run here, answers in a sandbox of their own. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { CellJudge, Judgement } from "../judge/cellJudge.ts";
import { NotebookJudge } from "../judge/notebookJudge.ts";
import { StudentProcesses } from "../judge/student/studentProcesses.ts";
import type { StudentRun } from "../judge/studentRun.ts";
import { repairSubmission } from "../repair/repairSubmission.ts";
import type { FromSlot, SlotOpening, ToSlot } from "./slotMessages.ts";

const say = (message: FromSlot): void => void process.send?.(message);

let notebooks = new Map<string, NotebookJudge>();

async function judgeOf(judges: NotebookJudge | undefined, gradeId: string): Promise<CellJudge> {
  if (!judges) throw new Error("the notebook was not prepared");
  if (!judges.isOpen(gradeId)) {
    say({ say: "opening" });
    await judges.cell(gradeId);
    say({ say: "opened" });
  }
  return judges.cell(gradeId);
}

function open({ notebooks: all, limits, credit, slot, least, trust }: SlotOpening): void {
  const processes = new StudentProcesses(least, trust);
  const options = { limits, credit, processes, slot, node: process.execPath };
  notebooks = new Map(all.map((each) => [each.name, new NotebookJudge(each, options)]));
  say({ say: "ready", level: processes.level });
}

const noJudgement = { score: 0, points: 0, tests: [], ms: 0 } as const;

async function judge({ path, notebook, release, gradeIds }: Extract<ToSlot, { do: "judge" }>): Promise<void> {
  const repaired = repairSubmission(release, readFileSync(path));
  if (repaired.status === "unreadable") {
    const output = `It cannot be read: ${repaired.why}`;
    for (const gradeId of gradeIds)
      say({ say: "judged", gradeId, judgement: { ...noJudgement, status: "error", output }, repairs: [] });
    return say({ say: "done" });
  }
  const judges = notebooks.get(notebook);
  using beside = await besideOf(judges, repaired.notebook, gradeIds);
  const repairs = repaired.findings.map(({ cell, words }) => (cell ? `${cell} ${words}` : words));
  for (const gradeId of gradeIds) {
    let judgement: Judgement;
    try {
      judgement = await (await judgeOf(judges, gradeId)).judge(repaired.notebook, beside);
    } catch (error) {
      judgement = { ...noJudgement, status: "infra-error", output: (error as Error).message };
    }
    say({ say: "judged", gradeId, judgement, repairs });
  }
  say({ say: "done" });
}

async function besideOf(
  judges: NotebookJudge | undefined,
  submission: Notebook,
  gradeIds: readonly string[],
): Promise<StudentRun | undefined> {
  try {
    for (const gradeId of gradeIds) await judgeOf(judges, gradeId);
    return judges?.beside(submission, gradeIds);
  } catch {
    return undefined; // each cell says for itself why it cannot be judged
  }
}

process.on("message", (message: ToSlot) => {
  if (message.do === "judge") return void judge(message);
  try {
    open(message);
  } catch (error) {
    say({ say: "refused", words: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit());
// A terminal tells all of its processes to stop; the grader lets what is being judged come to its end.
process.on("SIGINT", () => {});
new Worker(new URL("./endWithParent.ts", import.meta.url)).unref();
