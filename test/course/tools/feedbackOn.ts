import { feedbackFiles } from "../../../course/feedback/feedbackFiles.ts";
import type { FeedbackInput } from "../../../course/feedback/feedbackInput.ts";
import { manifest, type ReviewedCourse } from "./reviewedCourse.ts";

/** The feedback on the homework of a course, by path. */
export function feedbackOn(
  course: ReviewedCourse,
  more: Partial<FeedbackInput> = {},
): ReadonlyMap<string, string> {
  const { gradebook, answers, handedOut } = course;
  return feedbackFiles({
    ...{
      course: course.course,
      manifest,
      students: gradebook.students(),
      attempts: gradebook.attempts("hw1"),
    },
    marks: course.finalMarks(),
    ...{
      results: gradebook.results("hw1"),
      manualMarks: gradebook.manualMarks("hw1"),
      rubric: gradebook.rubric("hw1"),
    },
    ...{ answers, variantOf: handedOut.variantOf },
    ...more,
  });
}
