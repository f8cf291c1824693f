/** A process that judges one submission after the other: tests run here, answers in a sandbox of their own. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { CellJudge, Judgement } from "../judge/cellJudge.ts";
import { NotebookJudge } from "../judge/notebookJudge.ts";
import { StudentProcesses } from "../judge/student/studentProcesses.ts";
import { repairSubmission } from "../repair/repairSubmission.ts";
import type { FromSlot, SlotOpening, ToSlot } from "./slotMessages.ts";

const say = (message: FromSlot): void => void process.send?.(message);

let notebooks = new Map<string, NotebookJudge>();

async function judgeOf(notebook: string, gradeId: string): Promise<CellJudge> {
  const found = notebooks.get(notebook);
  if (!found) throw new Error(`no notebook ${notebook} was prepared`);
  if (!found.isOpen(gradeId)) {
    say({ say: "opening" });
    await found.cell(gradeId);
    say({ say: "opened" });
  }
  return found.cell(gradeId);
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
  for (const gradeId of gradeIds) {
    let judgement: Judgement;
    let repairs: readonly string[] = [];
    if (repaired.status === "unreadable")
      judgement = { ...noJudgement, status: "error", output: `It cannot be read: ${repaired.why}` };
    else {
      repairs = repaired.findings.map(({ cell, words }) => (cell ? `${cell} ${words}` : words));
      try {
        judgement = await (await judgeOf(notebook, gradeId)).judge(repaired.notebook);
      } catch (error) {
        judgement = { ...noJudgement, status: "infra-error", output: (error as Error).message };
      }
    }
    say({ say: "judged", gradeId, judgement, repairs });
  }
  say({ say: "done" });
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
new Worker(new URL("./endWithParent.ts", import.meta.url), { workerData: { parent: process.ppid } }).unref();
