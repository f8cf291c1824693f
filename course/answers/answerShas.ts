import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import type { StoredAnswers } from "./storedAnswers.ts";

/** What an answer in a stored file is now, by the hash that a person's mark has of it; undefined if it cannot be read. */
export function answerShas(
  { notebooks }: AssignmentManifest,
  answers: StoredAnswers,
): (sha256: string, cell: GradedCell) => string | undefined {
  const byName = new Map(notebooks.map((notebook) => [notebook.name, notebook]));
  return (sha256, { notebook: name, gradeId }) => {
    const notebook = byName.get(name);
    const sheet = notebook && answers.of(notebook, sha256);
    return sheet && "answers" in sheet ? sheet.answers.get(gradeId)?.sha : undefined;
  };
}
