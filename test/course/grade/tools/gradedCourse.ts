import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { collect } from "../../../../course/collect/collect.ts";
import {
  type GradeOptions,
  type GradeReport,
  gradeAssignment,
} from "../../../../course/grade/gradeAssignment.ts";
import type { CellResult } from "../../../../course/gradebook/cellResult.ts";
import type { FinalMark } from "../../../../course/gradebook/finalMark.ts";
import { Gradebook } from "../../../../course/gradebook/gradebook.ts";
import { readManifest } from "../../../../course/manifest/readManifest.ts";
import { marksOf } from "../../../../course/marks/marksOf.ts";
import { openCourse } from "../../../../course/openCourse.ts";
import { courseKeys } from "../../../../course/release/courseKeys.ts";
import { releaseFiles } from "../../../../course/release/releaseFiles.ts";
import { secretTokens } from "../../../../course/release/secretTokens.ts";
import { writeRelease } from "../../../../course/release/writeRelease.ts";
import { type CoursePaths, coursePaths } from "../../../../course/settings/coursePaths.ts";
import { readCourse } from "../../../../course/settings/readCourse.ts";
import { readAssignment } from "../../../../course/source/readAssignment.ts";
import { formatNotebook } from "../../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../../kernel/notebook/notebook.ts";
import { homework } from "./homework.ts";

/** What judging keeps for all users of the machine to read goes here, and with the tests. */
const place = realpathSync(mkdtempSync(join(tmpdir(), "genloss-grade-")));
chmodSync(place, 0o755);
process.env.TMPDIR = place;
process.once("exit", () => rmSync(place, { recursive: true, force: true }));

export const main: string = fileURLToPath(new URL("../../../../cli/main.ts", import.meta.url));
export const assignment = "hw";
/** A folder that is this file's alone: a process whose words name it is one of these tests'. */
export const ownPlace: string = place;
export const compileCache: string = join(place, "compiled");

/** A released course in a temporary folder. */
export interface GradedCourse {
  readonly root: string;
  readonly paths: CoursePaths;
  /** Releases the notebook, as `genloss course release` does when all is well. */
  release(notebook: Notebook): void;
  /** Collects files, by student. */
  collect(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  grade(more?: Partial<GradeOptions>): Promise<GradeReport>;
  /** The command, as it is typed. */
  command(...args: readonly string[]): {
    readonly status: number | null;
    readonly out: string;
    readonly err: string;
  };
  results(): CellResult[];
  marks(): FinalMark[];
}

export function gradedCourse(more: object = {}, notebook: Notebook = homework()): GradedCourse {
  const root = mkdtempSync(join(place, "course-"));
  const paths = coursePaths(root);
  const settings = {
    ...{ timeZone: "UTC", sandbox: "D", limits: { testSeconds: 2, cellSeconds: 20 } },
    ...more,
  };
  writeFileSync(paths.settings, JSON.stringify(settings));
  const release = (notebook: Notebook): void => {
    const path = join(paths.source, assignment, `${assignment}.ipynb`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatNotebook(notebook));
    const source = readAssignment(paths.source, assignment);
    const options = { keys: courseKeys(paths), secrets: secretTokens(source.notebooks, []) };
    const files = releaseFiles(source, { ...options, extraFiles: new Map(), packageTexts: [] });
    const notebooks = source.notebooks.map(({ manifest }) => manifest);
    writeRelease(paths, { schema: 1, assignment, version: "0", notebooks }, new Map([["", files]]), false);
  };
  const open = <T>(read: (gradebook: Gradebook) => T): T => {
    using gradebook = new Gradebook(paths.gradebook);
    return read(gradebook);
  };
  const grade: GradedCourse["grade"] = async (options = {}) => {
    const { course, gradebook: open, handedOut } = openCourse(root);
    using gradebook = open;
    return await gradeAssignment({
      ...{ course, handedOut, root, gradebook, slots: 2, version: "0" },
      manifest: readManifest(paths.manifests, assignment),
      now: () => new Date("2026-12-02T10:00:00Z"),
      ...options,
    });
  };
  release(notebook);
  let handedIn = 0;
  return {
    ...{ root, paths, release, grade },
    async collect(files) {
      handedIn += 1;
      const folder = join(root, `in-${handedIn}`);
      for (const [student, content] of Object.entries(files)) {
        mkdirSync(join(folder, student), { recursive: true });
        writeFileSync(join(folder, student, `${assignment}.ipynb`), content);
      }
      using gradebook = new Gradebook(paths.gradebook);
      await collect({
        ...{ course: readCourse(root), paths, gradebook, sources: [folder], map: new Map() },
        ...{ assignment, assignments: new Set([assignment]), now: () => new Date("2026-12-01T10:00:00Z") },
      });
    },
    command(...args) {
      const words = ["--no-warnings", main, "course", ...args, "--course", root];
      const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env });
      return { status, out: stdout, err: stderr };
    },
    results: () => open((gradebook) => gradebook.results(assignment)),
    marks() {
      const course = openCourse(root);
      using _ = course.gradebook;
      return marksOf(course, assignment, new Date("2026-12-03T00:00:00Z"));
    },
  };
}

/** What was handed out, with answers in it. */
export function handIn({ paths }: GradedCourse, answers: Readonly<Record<string, string>>): string {
  const path = join(paths.release, assignment, `${assignment}.ipynb`);
  const notebook = JSON.parse(readFileSync(path, "utf8")) as {
    cells: { id: string; source: string | string[] }[];
  };
  for (const cell of notebook.cells) cell.source = answers[cell.id] ?? cell.source;
  return JSON.stringify(notebook);
}

/** Results without what no two runs have in common: how long things took, and when. */
export const timeless = (results: readonly CellResult[]): unknown[] =>
  results
    .map(({ ms: _, at: __, ...result }) => ({
      ...result,
      tests: result.tests.map(({ ms: ___, ...test }) => test),
    }))
    .sort((a, b) => (`${a.gradeId} ${a.sha256}` < `${b.gradeId} ${b.sha256}` ? -1 : 1));
