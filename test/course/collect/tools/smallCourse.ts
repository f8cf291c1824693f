import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CollectOptions, type CollectReport, collect } from "../../../../course/collect/collect.ts";
import type { MappedName } from "../../../../course/collect/nameMap.ts";
import type { Way } from "../../../../course/collect/way.ts";
import { Gradebook } from "../../../../course/gradebook/gradebook.ts";
import type { Student } from "../../../../course/gradebook/student.ts";
import { type CoursePaths, coursePaths } from "../../../../course/settings/coursePaths.ts";
import { readCourse } from "../../../../course/settings/readCourse.ts";
import { folderWith } from "../../../cli/tools/folderWith.ts";

/** A cell as nbgrader marks it. */
interface MarkedCell {
  readonly id: string;
  readonly source: string;
  readonly role: "answer" | "test";
}

const cellsOf: Readonly<Record<string, readonly MarkedCell[]>> = {
  one: [
    { id: "add", source: "const add = (a: number, b: number) => 0; // your code here", role: "answer" },
    { id: "add-test", source: "if (add(1, 2) !== 3) throw new Error('one and two');", role: "test" },
  ],
  two: [
    { id: "half", source: "const half = (a: number) => 0; // your code here", role: "answer" },
    { id: "half-test", source: "if (half(4) !== 2) throw new Error('half of four');", role: "test" },
  ],
};

const metadata = ({ id, role }: MarkedCell) => ({
  nbgrader: {
    ...{ schema_version: 3, grade_id: id, grade: role === "test", solution: role === "answer" },
    ...{ locked: role === "test", task: false, ...(role === "test" && { points: 2 }) },
  },
});

/** The text of a notebook that was handed out, with an answer in it, as Jupyter would save it. */
export function notebook(name: "one" | "two", answer?: string, withMetadata = true): string {
  const cells = (cellsOf[name] as readonly MarkedCell[]).map((cell) => ({
    ...{ cell_type: "code", id: cell.id, metadata: withMetadata ? metadata(cell) : {} },
    ...{ source: cell.role === "answer" ? (answer ?? cell.source) : cell.source },
    ...{ execution_count: null, outputs: [] },
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** The files of a course with the assignment `hw1` of two notebooks, and `hw2` that nobody released yet. */
export function courseFiles(more: object = {}): Record<string, string> {
  const manifest = {
    ...{ schema: 1, assignment: "hw1", version: "0" },
    notebooks: ["one", "two"].map((name) => ({
      ...{ name, release: JSON.parse(notebook(name as "one" | "two")), cells: [] },
    })),
  };
  return {
    "course.json": JSON.stringify({
      timeZone: "Europe/Paris",
      assignments: { hw1: { due: "2025-11-29T23:59" } },
      ...more,
    }),
    "source/hw1/one.ipynb": "{}",
    "source/hw2/one.ipynb": "{}",
    "private/manifests/hw1.json": JSON.stringify(manifest),
  };
}

export interface SmallCourse {
  readonly root: string;
  readonly paths: CoursePaths;
  readonly gradebook: Gradebook;
  readonly take: (sources: string | readonly string[], options?: TakeOptions) => Promise<CollectReport>;
  readonly write: (path: string, content: string | Uint8Array) => string;
}

interface TakeOptions {
  readonly assignment?: string | undefined;
  readonly from?: Way;
  readonly map?: ReadonlyMap<string, MappedName>;
}

/** A course in a temporary folder, with what a test needs to collect into it. */
export function smallCourse(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  students: readonly Student[] = [],
): SmallCourse {
  const root = folderWith(courseFiles());
  const write = (path: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    return join(root, path);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const paths = coursePaths(root);
  const gradebook = new Gradebook(paths.gradebook);
  gradebook.saveStudents(students);
  const take: SmallCourse["take"] = (sources, options = {}) =>
    collect({
      ...{ course: readCourse(root), paths, gradebook, assignments: new Set(["hw1", "hw2"]) },
      sources: [sources].flat().map((source) => join(root, source)),
      assignment: "assignment" in options ? options.assignment : "hw1",
      ...(options.from && { from: options.from }),
      map: options.map ?? new Map(),
      now: () => new Date("2026-12-01T10:00:00Z"),
    } as CollectOptions);
  return { root, paths, gradebook, take, write };
}
