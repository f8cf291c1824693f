import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleNotebook, sampleWrongAnswers } from "../../course/init/sampleAssignment.ts";
import { nbgraderConfig } from "../../course/nbgraderConfig.ts";
import { readSource, type SourceNotebook } from "../../course/source/readSource.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Row } from "../run.ts";
import { chapterSource } from "./chapterSource.ts";
import { gradeAll } from "./gradeAll.ts";
import { submissionsTo } from "./submissionsTo.ts";

export const title = "Grading: submissions judged in the sandbox at level A, with two slots";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The first, and one whose cells compute for long. */
const chapters = ["01-a-photocopy-of-a-photocopy", "10-how-much-human-data"];
const slots = 2;

/** How fast submissions are judged, beside nbgrader on those of the same chapters, in one run. */
export async function bench(): Promise<{ rows: Row[] }> {
  const small = (name: string): SourceNotebook =>
    readSource(sampleNotebook("genloss"), { name, wrong: sampleWrongAnswers });
  const one = await gradeAll([small("loan")], { count: 800, slots });
  const rows: Row[] = [
    { name: "one exercise with few tests", value: one.rate, unit: "submissions/s", note: "800 of them" },
    { name: "  this process", value: process.memoryUsage().rss / 2 ** 20, unit: "MB" },
  ];
  const twelve = Array.from({ length: 12 }, (_, number) => small(`loan-${number}`));
  const again = await gradeAll(twelve, { count: 40, slots, regrade: true });
  rows.push({
    name: "twelve such exercises, after one test of one changed",
    value: again.changed! * 100,
    unit: "% of the time",
    note: "what has not changed is not judged again",
  });
  for (const chapter of chapters) {
    const source = await chapterSource(chapter);
    const ours = await gradeAll([source], { count: 40, slots });
    rows.push({ name: chapter, value: ours.rate, unit: "submissions/s", note: "40, all exercises" });
    const theirs = nbgraderRate(source);
    rows.push({
      name: "  nbgrader autograde, the same chapter",
      value: theirs ?? Number.NaN,
      unit: "submissions/s",
      note: theirs === undefined ? "not compared: no nbgrader" : "3 of them",
    });
    if (theirs !== undefined)
      rows.push({
        name: "  ours ÷ nbgrader",
        value: ours.rate / theirs,
        unit: "×",
        note: "above 1: ours is faster",
      });
  }
  return { rows };
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
    const all = submissionsTo(source, 3);
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
