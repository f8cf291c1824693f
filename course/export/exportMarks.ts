import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { readManifest } from "../manifest/readManifest.ts";
import { coursePaths } from "../settings/coursePaths.ts";
import { type CanvasOptions, canvas } from "./canvas.ts";
import type { CourseMarks } from "./courseMarks.ts";
import type { Exported } from "./exported.ts";
import type { ExportFormat } from "./exportFormats.ts";
import { gradescope } from "./gradescope.ts";
import { lti } from "./lti.ts";
import { moodle } from "./moodle.ts";
import { nbgraderCsv } from "./nbgraderCsv.ts";
import { plagiarism } from "./plagiarism.ts";
import { staleNotes } from "./staleNotes.ts";
import { summary } from "./summary/summary.ts";

export interface ExportOptions extends Omit<CanvasOptions, "template"> {
  readonly template: Uint8Array | undefined;
  readonly now: () => Date;
}

/**
 * The files of an export.
 *
 * @param root folder of the course
 * @throws {Refusal} (exit code 2) if something that the format needs is missing
 */
export async function exportMarks(
  format: ExportFormat,
  root: string,
  course: CourseMarks,
  options: ExportOptions,
): Promise<Exported> {
  if (format === "dolos") return dolos(root, course);
  if (format === "summary") return summary(course);
  const { files, notes } = table(format, course, options);
  return { files, notes: [...notes, ...staleNotes(course)] };
}

/** Marks, student by student. */
function table(
  format: Exclude<ExportFormat, "dolos" | "summary">,
  course: CourseMarks,
  { template, now, ...options }: ExportOptions,
): Exported {
  if (format === "nbgrader") return nbgraderCsv(course);
  if (format === "moodle") return moodle(course);
  if (format === "gradescope") return gradescope(course);
  if (format === "lti") return lti(course, now);
  if (template === undefined)
    throw new Refusal(
      "Cannot fill Canvas' gradebook: --template must name the file that Canvas exports, got none\n" +
        "  Try   in Canvas: Grades, Export, Export Entire Gradebook; then --template FILE.csv",
      2,
    );
  return canvas(course, { ...options, template });
}

/** A folder for each assignment: Dolos compares all that it is given. */
function dolos(root: string, course: CourseMarks): Exported {
  const paths = coursePaths(root);
  const parts = course.assignments.map((assignment) => {
    const manifest = readManifest(paths.manifests, assignment);
    const read = (sha256: string): Uint8Array => readStored(join(paths.store, sha256));
    return { assignment, ...plagiarism(course, manifest, read) };
  });
  return {
    files: new Map(
      parts.flatMap(({ assignment, files }) =>
        [...files].map(([name, text]) => [`${assignment}/${name}`, text] as const),
      ),
    ),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

function readStored(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Refusal(
      `Cannot export code for Dolos: ${path} must be readable, got ${(cause as Error).message}\n` +
        "  Try   genloss course collect, with the files that were handed in",
      2,
      { cause },
    );
  }
}
