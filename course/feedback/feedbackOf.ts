import type { AnswerSheet } from "../answers/answer.ts";
import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { ManualMark } from "../gradebook/manualMark.ts";
import type { ManifestNotebook } from "../manifest/assignmentManifest.ts";
import type { FeedbackInput } from "./feedbackInput.ts";
import type { CellFeedback, NotebookFeedback } from "./feedbackPage.ts";
import { latenessInWords } from "./latenessInWords.ts";

/** What students are told of their notebooks: one for each notebook of each mark. */
export function* feedbackOf(input: FeedbackInput): Generator<NotebookFeedback> {
  const { course, manifest } = input;
  const title = course.assignments[manifest.assignment]?.title ?? manifest.assignment;
  const students = new Map(input.students.map((student) => [student.id, student]));
  const attempts = new Map(input.attempts.map((attempt) => [attempt.id, attempt]));
  const results = new Map(input.results.map((result) => [keyOf(result), result]));
  const given = new Map(input.manualMarks.map((mark) => [markKey(mark.student, mark), mark]));
  for (const mark of input.marks) {
    const student = students.get(mark.student);
    if (!student) continue;
    const attempt = mark.attempt === undefined ? undefined : attempts.get(mark.attempt);
    for (const notebook of manifest.notebooks) {
      const file = fileOf(notebook, attempt);
      const place = { assignment: manifest.assignment, notebook: notebook.name };
      const sheet =
        file.sha256 === undefined ? undefined : input.answers.of(place, mark.student, file.sha256);
      yield {
        course: course.title,
        title: manifest.notebooks.length === 1 ? title : `${title}: ${notebook.name}`,
        notebook: notebook.name,
        ...{ student, mark, receipt: attempt?.receipt },
        lateness: latenessInWords(mark, course),
        repairs: sheet && "repairs" in sheet ? sheet.repairs : [],
        problem: file.problem ?? (sheet && "problem" in sheet ? sheet.problem : undefined),
        cells: cellsOf(notebook, mark, input, { results, given, sheet, sha256: file.sha256 }),
      };
    }
  }
}

interface Found {
  readonly results: ReadonlyMap<string, CellResult>;
  readonly given: ReadonlyMap<string, ManualMark>;
  readonly sheet: AnswerSheet | undefined;
  readonly sha256: string | undefined;
}

function cellsOf(
  { name: notebook, cells }: ManifestNotebook,
  mark: FinalMark,
  { rubric, variantOf }: FeedbackInput,
  { results, given, sheet, sha256 = "" }: Found,
): CellFeedback[] {
  const variant = variantOf(mark.assignment, mark.student, notebook);
  return mark.cells
    .filter((cell) => cell.notebook === notebook)
    .map((cell): CellFeedback => {
      const { gradeId } = cell;
      const { testsSha = "" } = cells.find((each) => each.gradeId === gradeId) ?? {};
      const person = given.get(markKey(mark.student, cell));
      return {
        cell,
        result: results.get(keyOf({ notebook, gradeId, sha256, testsSha, variant })),
        isUntouched:
          sheet !== undefined && "answers" in sheet && sheet.answers.get(gradeId)?.isUntouched === true,
        comment: person?.comment ?? "",
        rubric: rubric.filter(
          (item) =>
            item.notebook === notebook && item.gradeId === gradeId && person?.rubric.includes(item.id),
        ),
      };
    });
}

/** The file that final marks count as this notebook, or why there is none that can be read. */
function fileOf(
  { name }: ManifestNotebook,
  attempt: Attempt | undefined,
): { readonly sha256: string | undefined; readonly problem: string | undefined } {
  const files = attempt?.files ?? [];
  const file = files.find(({ notebook, problem }) => notebook === name && problem === null);
  const unread = files.find(({ notebook, problem }) => notebook === null && problem !== null);
  return { sha256: file?.sha256, problem: file ? undefined : (unread?.problem ?? undefined) };
}

type ResultName = Pick<CellResult, "notebook" | "gradeId" | "sha256" | "testsSha" | "variant">;
const keyOf = ({ notebook, gradeId, sha256, testsSha, variant }: ResultName): string =>
  JSON.stringify([notebook, gradeId, sha256, testsSha, variant]);
const markKey = (student: string, { notebook, gradeId }: Pick<ManualMark, "notebook" | "gradeId">): string =>
  JSON.stringify([student, notebook, gradeId]);
