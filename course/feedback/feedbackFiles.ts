import { Refusal } from "../../kernel/refusal.ts";
import { feedbackIndex } from "./feedbackIndex.ts";
import type { FeedbackInput } from "./feedbackInput.ts";
import { feedbackOf } from "./feedbackOf.ts";
import { feedbackPage } from "./feedbackPage.ts";
import { withoutHidden } from "./withoutHidden.ts";

/**
 * The feedback on an assignment as files: `STUDENT/ASSIGNMENT/NOTEBOOK.html`, and `ASSIGNMENT.html` for the instructor.
 *
 * @param tell called after each page, with how many there are
 * @throws {Refusal} (exit code 2) if a name cannot be a file's
 */
export function feedbackFiles(
  input: FeedbackInput,
  tell: (done: number) => void = () => {},
): ReadonlyMap<string, string> {
  const { manifest, students, marks } = input;
  const { assignment, notebooks } = manifest;
  const cleaners = new Map(notebooks.map((notebook) => [notebook.name, withoutHidden(notebook)]));
  const files = new Map<string, string>();
  for (const feedback of feedbackOf(input)) {
    const path = [feedback.student.id, assignment, `${feedback.notebook}.html`].map(asName).join("/");
    const clean = cleaners.get(feedback.notebook) ?? ((text: string) => text);
    files.set(path, String(feedbackPage(feedback, clean)));
    tell(files.size);
  }
  const names = notebooks.map(({ name }) => name);
  files.set(
    `${asName(assignment)}.html`,
    String(feedbackIndex(assignment, { students, marks, notebooks: names })),
  );
  return files;
}

/** A name that stays one step of a path. */
function asName(name: string): string {
  if (/^[^/\\\0]+$/.test(name) && name !== "." && name !== "..") return name;
  throw new Refusal(
    `Cannot write feedback: ids of students, assignments and notebooks must be names of folders, got ${JSON.stringify(name)}`,
    2,
  );
}
