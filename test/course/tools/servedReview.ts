import { join } from "node:path";
import type { TestContext } from "node:test";
import type { ReviewCourse } from "../../../course/review/reviewCourse.ts";
import { type ServedReview, serveReview } from "../../../course/review/serveReview.ts";
import { manifest, type ReviewedCourse } from "./reviewedCourse.ts";

/** What a review of this course stands on, with a clock that stands still. */
export const reviewOf = (course: ReviewedCourse, more: Partial<ReviewCourse> = {}): ReviewCourse => ({
  gradebook: course.gradebook,
  manifests: [manifest],
  finalMarks: () => course.finalMarks(),
  handedOut: course.handedOut,
  answers: course.answers,
  drafts: join(course.paths.root, "private", "drafts"),
  reviewer: "bea",
  seed: 1,
  now: () => new Date("2026-12-06T09:30:00.000Z"),
  ...more,
});

/** A review on a free port, until the test ends. */
export async function servedReview(
  t: TestContext,
  course: ReviewedCourse,
  more: Partial<ReviewCourse> = {},
): Promise<ServedReview> {
  const served = await serveReview(reviewOf(course, more));
  t.after(() => served.close());
  return served;
}
