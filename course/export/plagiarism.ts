import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { AssignmentManifest, ManifestNotebook } from "../manifest/assignmentManifest.ts";
import { readSubmission } from "../repair/readSubmission.ts";
import { repairSubmission } from "../repair/repairSubmission.ts";
import { byStudent } from "./byStudent.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { csvText } from "./csvText.ts";
import { type Exported, type ExportNote, noteOn } from "./exported.ts";
import { fileNameOf } from "./fileNameOf.ts";
import { notebookFile } from "./notebookFile.ts";
import { ownCode, ownNumbers } from "./ownCode.ts";
import { spreadsheetText } from "./spreadsheetText.ts";

/**
 * A folder for Dolos, which looks for alike code: `info.csv`, and a file for each submission with the code of its answers
 * alone. Code that was handed out is taken out of it. Answers in words are not code, and are left out.
 *
 * Sources: dolos.ugent.be/docs/adding-metadata and `lib/src/lib/dataset.ts` of dodona-edu/dolos (read 2026-11): the columns
 * `filename` (from the folder of info.csv on), `full_name`, `label`, `created_at`; a time that `new Date` reads; the label
 * colours a submission. One assignment at a time: Dolos compares every file with every other.
 *
 * @param manifest what was handed out
 * @param read the bytes that were handed in, by their SHA-256
 */
export function plagiarism(
  course: Pick<CourseMarks, "students" | "marks" | "attempts">,
  manifest: AssignmentManifest,
  read: (sha256: string) => Uint8Array,
): Exported {
  const attempts = new Map(course.attempts.map((attempt) => [attempt.id, attempt]));
  const files = new Map<string, string>();
  const rows: string[][] = [];
  const unreadable: string[] = [];
  const empty: string[] = [];
  for (const [{ id, firstName, lastName }, mark] of byStudent(course, manifest.assignment)) {
    const attempt = mark?.attempt === undefined ? undefined : attempts.get(mark.attempt);
    if (!attempt) continue;
    const parts = manifest.notebooks.flatMap((notebook) => {
      const file = notebookFile(attempt.files, notebook.name);
      return file ? [answersOf(notebook, read(file.sha256))] : [];
    });
    if (parts.includes(undefined) || attempt.files.some(({ problem }) => problem !== null))
      unreadable.push(id);
    const code = parts.filter((part) => part).join("\n\n");
    if (code === "") {
      empty.push(id);
      continue;
    }
    const name = `${fileNameOf(id)}.ts`;
    files.set(name, `${code}\n`);
    const fullName = `${firstName} ${lastName}`.trim() || id;
    rows.push([
      name,
      spreadsheetText(fullName),
      attempt.submittedAt ?? attempt.receivedAt,
      mark?.daysLate ? "late" : "in time",
    ]);
  }
  files.set("info.csv", csvText([["filename", "full_name", "created_at", "label"], ...rows]));
  const notes: ExportNote[] = [
    {
      words:
        "dolos run -l typescript info.csv, in that folder; what looks alike is a reason to read, not a verdict",
    },
    ...noteOn(
      unreadable,
      (count) => `${count} students handed in a file that cannot be read: it is not compared`,
    ),
    ...noteOn(empty, (count) => `${count} submissions have no code of their own, and no file`),
  ];
  return { files, notes };
}

/** The code of the answers in a file that was handed in; undefined if it cannot be read. */
function answersOf({ release, cells }: ManifestNotebook, bytes: Uint8Array): string | undefined {
  const repaired = repairSubmission(release, bytes);
  const raw = readSubmission(bytes);
  if (repaired.status !== "ok" || "unreadable" in raw) return undefined;
  const numbers = ownNumbers(raw.cells.map(({ source }) => source));
  return [...new Set(cells.flatMap(({ answers }) => answers))]
    .flatMap((id) => {
      const released = codeCell(release, id);
      const answer = codeCell(repaired.notebook, id);
      return released && answer ? [ownCode(released.source, answer.source, numbers)] : [];
    })
    .filter((code) => code !== "")
    .join("\n\n");
}

const codeCell = ({ cells }: Notebook, id: string): Cell | undefined =>
  cells.find((cell) => cell.id === id && cell.cell_type === "code");
