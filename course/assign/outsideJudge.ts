import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { Slot } from "../grade/slot.ts";
import { prepareNotebook } from "../judge/prepareNotebook.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import type { Judgement } from "./trialJudge.ts";

/**
 * Judges a notebook with the instructor's answers as students' notebooks will be: answers in the sandbox, tests outside,
 * values through a pipe.
 *
 * @returns by name of the graded cell
 * @throws {Refusal} if this machine has no sandbox that the course takes
 */
export type JudgeOutside = (notebook: SourceNotebook) => Promise<ReadonlyMap<string, Judgement>>;

export interface OutsideOptions {
  /** Folder of the course. */
  readonly root: string;
  readonly course: CourseFile;
  /** Path of the Node that runs answers. */
  readonly node: string;
}

export const outsideJudge =
  ({ root, course, node }: OutsideOptions): JudgeOutside =>
  async ({ name, manifest, solutions }) => {
    const prepared = await prepareNotebook(manifest, root, node);
    const folder = mkdtempSync(join(tmpdir(), "genloss-assign-"));
    const path = join(folder, "solved.ipynb");
    const cells = manifest.release.cells.map((cell) => ({
      ...cell,
      source: solutions.get(cell.id) ?? cell.source,
    }));
    const judged = new Map<string, Judgement>();
    try {
      writeFileSync(path, formatNotebook({ ...manifest.release, cells }), { mode: 0o600 });
      // The instructor's machine may be slower today than the one that grades.
      const limits = {
        ...course.limits,
        testSeconds: 3 * course.limits.testSeconds,
        cellSeconds: 3 * course.limits.cellSeconds,
      };
      const { credit, sandbox: least } = course;
      using slot = new Slot({ slot: 0, notebooks: [prepared], limits, credit, least, trust: false });
      const gradeIds = prepared.cells.map(({ cell }) => cell.gradeId);
      await slot.judge(
        { path, notebook: name, release: manifest.release, gradeIds },
        (gradeId, { status, tests, output }) => {
          // What kept it from being judged at all stands in what it printed.
          if (status === "infra-error" && tests.length === 0)
            throw new Error(`The judge could not judge ${gradeId}: ${output}`);
          judged.set(gradeId, { status, tests });
        },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return judged;
  };
