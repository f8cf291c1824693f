import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { gradeAssignment } from "../../course/grade/gradeAssignment.ts";
import { Gradebook } from "../../course/gradebook/gradebook.ts";
import { bookAssignment } from "../../course/init/bookAssignment.ts";
import { sampleNotebook, sampleWrongAnswers } from "../../course/init/sampleAssignment.ts";
import { nbgraderConfig } from "../../course/nbgraderConfig.ts";
import { courseDefaults } from "../../course/settings/readCourse.ts";
import { readSource, type SourceNotebook } from "../../course/source/readSource.ts";
import { ContentStore } from "../../course/store/contentStore.ts";
import { HandedOut } from "../../course/variants/handedOut.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import type { Row } from "../run.ts";

export const title = "Grading: submissions judged in the sandbox at level A, with two slots";

const root = fileURLToPath(new URL("../../", import.meta.url));
const chapter = "01-a-photocopy-of-a-photocopy";
const slots = 2;

/** How fast submissions are judged, beside nbgrader on those of the same chapter, in one run. */
export async function bench(): Promise<{ rows: Row[] }> {
  const small = readSource(sampleNotebook("genloss"), { name: "loan", wrong: sampleWrongAnswers });
  const whole = await graded(small, 300);
  const again = await graded(small, 300, true);
  const rows: Row[] = [
    { name: "one exercise with few tests", value: whole.rate, unit: "submissions/s", note: "300 of them" },
    {
      name: "  after one test changed, of two",
      value: again.share * 100,
      unit: "% of the time",
      note: "as much as that test's cell is of all",
    },
    { name: "  this process", value: process.memoryUsage().rss / 2 ** 20, unit: "MB" },
  ];
  const notebook = await readNotebook(join(root, "notebooks", `${chapter}.ipynb`));
  const regions = parsePercent(readFileSync(join(root, "notebooks", "solutions", `${chapter}.ts`), "utf8"));
  const { exercises } = readExercises(notebook, regions);
  const names = exercises.map(({ name }) => name);
  const assignment = bookAssignment(notebook, exercises, names, new Map(), "genloss");
  const source = readSource(assignment.notebook, { name: chapter, wrong: assignment.wrong });
  const ours = await graded(source, 40);
  rows.push({
    name: "chapter 1, four exercises",
    value: ours.rate,
    unit: "submissions/s",
    note: "40 of them",
  });
  const theirs = nbgraderRate(source);
  if (theirs === undefined)
    rows.push({
      name: "  nbgrader",
      value: Number.NaN,
      unit: "submissions/s",
      note: "not compared: no nbgrader",
    });
  else
    rows.push(
      {
        name: "  nbgrader autograde, the same chapter",
        value: theirs,
        unit: "submissions/s",
        note: "3 of them",
      },
      { name: "  ours ÷ nbgrader", value: ours.rate / theirs, unit: "×", note: "above 1: ours is faster" },
    );
  return { rows };
}

/** Submissions that all differ, half of them right. */
function submissions({ manifest, solutions, wrong }: SourceNotebook, count: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const answers = new Map(solutions);
    const listed = number % 2 === 1 ? wrong[(number >> 1) % wrong.length] : undefined;
    if (listed) answers.set(listed.answer, listed.source);
    const cells = manifest.release.cells.map((cell) => {
      const answer = answers.get(cell.id);
      if (answer === undefined) return cell;
      return { ...cell, source: cell.cell_type === "code" ? `${answer}\n// submission ${number}` : answer };
    });
    return formatNotebook({ ...manifest.release, cells });
  });
}

/** @param changed whether to time what is done after a test of the first cell changed, beside the whole */
async function graded(
  source: SourceNotebook,
  count: number,
  changed = false,
): Promise<{ readonly rate: number; readonly share: number }> {
  const folder = mkdtempSync(join(tmpdir(), "genloss-bench-"));
  try {
    using gradebook = new Gradebook(join(folder, "gradebook.sqlite"));
    const store = new ContentStore(join(folder, "store"));
    for (const [number, text] of submissions(source, count).entries()) {
      const kept = await store.keep(oneChunk(text));
      gradebook.addAttempt({
        ...{ student: `s${number}`, assignment: "a", submittedAt: null, receivedAt: "2026-01-01T00:00:00Z" },
        ...{ way: "folder", receipt: `r${number}` },
        files: [{ name: "a.ipynb", notebook: source.name, ...kept, problem: null }],
      });
    }
    const run = async (notebook: SourceNotebook["manifest"]): Promise<number> => {
      let start = performance.now();
      const manifest = { schema: 1, assignment: "a", version: "bench", notebooks: [notebook] } as const;
      const handedOut = new HandedOut(
        courseDefaults,
        () => manifest,
        () => Buffer.alloc(32),
      );
      await gradeAssignment({
        ...{ course: courseDefaults, root: folder, gradebook, store, slots, version: "bench" },
        ...{ manifest, handedOut, node: process.execPath, now: () => new Date(0) },
        onPrepared: () => {
          start = performance.now(); // what is made once is not a submission's
        },
      });
      return performance.now() - start;
    };
    const ms = await run(source.manifest);
    const rate = count / (ms / 1000);
    if (!changed) return { rate, share: 1 };
    const [first, ...rest] = source.manifest.cells;
    const mended = { ...source.manifest, cells: [{ ...first!, testsSha: "changed" }, ...rest] };
    return { rate, share: (await run(mended)) / ms };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Submissions a second by nbgrader, where the tests have installed it. */
function nbgraderRate(source: SourceNotebook): number | undefined {
  const bin = join(root, ".nbgrader", "bin");
  if (!existsSync(join(bin, "nbgrader"))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "genloss-bench-"));
  try {
    const put = (path: string, text: string): void => {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    put(
      "nbgrader_config.py",
      nbgraderConfig({ courseId: "bench", kernelName: "genloss", timeoutSeconds: 300 }),
    );
    put(`source/${source.name}/${source.name}.ipynb`, formatNotebook(source.notebook));
    const all = submissions(source, 3);
    for (const [number, text] of all.entries())
      put(`submitted/s${number}/${source.name}/${source.name}.ipynb`, text);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const nbgrader = (...args: string[]): void =>
      void execFileSync(join(bin, "nbgrader"), args, { cwd: folder, env, stdio: "ignore" });
    nbgrader("generate_assignment", source.name);
    const start = performance.now();
    nbgrader("autograde", "--create", source.name);
    return all.length / ((performance.now() - start) / 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
