/** A process that judges one submission after the other: tests run here, answers in a sandbox of their own. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { CellJudge, type Judgement } from "../judge/cellJudge.ts";
import { StudentProcesses } from "../judge/student/studentProcesses.ts";
import { repairSubmission } from "../repair/repairSubmission.ts";
import type { FromSlot, SlotOpening, ToSlot } from "./slotMessages.ts";

const say = (message: FromSlot): void => void process.send?.(message);

let open: { readonly options: SlotOpening; readonly processes: StudentProcesses } | undefined;
const judges = new Map<string, CellJudge>();

async function judgeOf(notebook: string, gradeId: string): Promise<CellJudge> {
  const key = `${notebook}/${gradeId}`;
  const known = judges.get(key);
  if (known) return known;
  if (!open) throw new Error("the slot is not open");
  const { options, processes } = open;
  const prepared = options.notebooks
    .find(({ name }) => name === notebook)
    ?.cells.find(({ cell }) => cell.gradeId === gradeId);
  if (!prepared) throw new Error(`no cell ${gradeId} was prepared`);
  const { limits, credit, slot } = options;
  const judge = await CellJudge.open(prepared, { limits, credit, processes, slot, node: process.execPath });
  judges.set(key, judge);
  return judge;
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
    open = { options: message, processes: new StudentProcesses(message.least, message.trust) };
    say({ say: "ready", level: open.processes.level });
  } catch (error) {
    say({ say: "refused", words: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit());
// A terminal tells all of its processes to stop; the grader lets what is being judged come to its end.
process.on("SIGINT", () => {});
new Worker(new URL("./endWithParent.ts", import.meta.url), { workerData: { parent: process.ppid } }).unref();
