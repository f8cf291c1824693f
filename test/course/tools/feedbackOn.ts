import { answerShas } from "../../../course/answers/answerShas.ts";
import { StoredAnswers } from "../../../course/answers/storedAnswers.ts";
import { feedbackFiles } from "../../../course/feedback/feedbackFiles.ts";
import type { FeedbackInput } from "../../../course/feedback/feedbackInput.ts";
import { manifest, type ReviewedCourse } from "./reviewedCourse.ts";

/** The feedback on the homework of a course, by path. */
export function feedbackOn(
  course: ReviewedCourse,
  more: Partial<FeedbackInput> = {},
): ReadonlyMap<string, string> {
  const { gradebook } = course;
  const answers = new StoredAnswers(course.paths.store);
  return feedbackFiles({
    ...{
      course: course.course,
      manifest,
      students: gradebook.students(),
      attempts: gradebook.attempts("hw1"),
    },
    marks: course.finalMarks({ answerSha: answerShas(manifest, answers) }),
    ...{
      results: gradebook.results("hw1"),
      manualMarks: gradebook.manualMarks("hw1"),
      rubric: gradebook.rubric("hw1"),
    },
    answersIn: (_, sha256) => answers.of(manifest.notebooks[0]!, sha256),
    ...more,
  });
}
