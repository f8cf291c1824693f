import assert from "node:assert/strict";
import { test } from "node:test";
import type { CourseMarks } from "../../../course/export/courseMarks.ts";
import { type LtiScore, lti } from "../../../course/export/lti.ts";
import { courseOf, type Fare, sample, students, work } from "./tools/sampleCourse.ts";

const noon = new Date("2026-10-07T12:00:00Z");
const ada = [students[0]!];

function scoreOf(course: CourseMarks, now = noon): LtiScore {
  const [text] = [...lti(course, () => now).files.values()];
  return JSON.parse(text ?? "null");
}

const one = (fares: readonly Fare[], daysLate = 0): CourseMarks =>
  courseOf([work(1, "ada", fares, daysLate)], ada);

test("a score has what LTI's Assignment and Grade Services ask for", () => {
  assert.deepEqual(scoreOf(one(["pass", "pass", "reviewed"], 2)), {
    userId: "101",
    scoreGiven: 4.8,
    scoreMaximum: 6,
    comment:
      "4.8 of 6 points. Half-life: 2 of 2. Refit a <Gaussian> & sample: 3 of 3. What is lost?: 1 of 1. Late by 2 days: less 1.2.",
    timestamp: "2026-10-07T12:00:00.000Z",
    activityProgress: "Completed",
    gradingProgress: "FullyGraded",
    submission: { submittedAt: "2026-10-03T18:15:00.000Z" },
    "https://canvas.instructure.com/lti/submission": { new_submission: false },
  });
});

for (const [name, fares, activity, grading, hasScore] of [
  ["read and judged", ["pass", "fail", "reviewed"], "Completed", "FullyGraded", true],
  ["to be read by a person", ["pass", "pass", "to-review"], "Completed", "PendingManual", false],
  ["to be judged again", ["infra-error", "pass", "reviewed"], "Completed", "Pending", false],
  ["not handed in", [], "Initialized", "FullyGraded", true],
] as const)
  test(`a score of what is ${name} is ${grading}, ${hasScore ? "with" : "without"} a number`, () => {
    const score = scoreOf(one(fares));
    assert.equal(score.activityProgress, activity);
    assert.equal(score.gradingProgress, grading);
    assert.equal(score.scoreGiven !== undefined, hasScore);
    assert.equal(score.scoreMaximum !== undefined, hasScore); // the one is not without the other
  });

test("a score of what can still be handed in is NotReady", () => {
  const { attempts, results, mark } = work(1, "ada", []);
  const open = courseOf([{ attempts, results, mark: { ...mark, isPending: true } }], ada);
  assert.equal(scoreOf(open).gradingProgress, "NotReady");
});

test("a score is later than what it is made of, so that a platform takes a regrade, also by a clock that is slow", () => {
  const course = one(["pass", "pass", "reviewed"]);
  const slow = new Date("2026-10-01T00:00:00Z");
  assert.equal(scoreOf(course, slow).timestamp, "2026-10-06T09:00:00.001Z"); // a ms after the newest result
  const regraded = {
    ...course,
    results: course.results.map((each) => ({ ...each, at: "2026-10-08T10:00:00.500Z" })),
  };
  assert.equal(scoreOf(regraded, slow).timestamp, "2026-10-08T10:00:00.501Z");
  const by = {
    student: "ada",
    assignment: "hw1",
    notebook: "photocopy",
    gradeId: "essay",
    score: 1,
    comment: "",
  };
  const manual = [{ ...by, rubric: [], reason: "", answerSha: "", by: "me", at: "2026-10-09T10:00:00.000Z" }];
  assert.equal(scoreOf({ ...course, manual }, slow).timestamp, "2026-10-09T10:00:00.001Z");
  assert.match(scoreOf(course).timestamp, /T\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("a score's comment has what a person said to each exercise", () => {
  const course = courseOf([work(1, "ada", ["pass", "pass", "reviewed"])], ada);
  const given = { student: "ada", assignment: "hw1", notebook: "photocopy", rubric: [], reason: "secret" };
  const manual = [
    { ...given, gradeId: "essay", score: 1, comment: "Well\nsaid.", answerSha: "", by: "me", at: "" },
  ];
  assert.match(scoreOf({ ...course, manual }).comment ?? "", /What is lost\?: 1 of 1 \(Well said\.\)\.$/);
  assert.doesNotMatch(scoreOf({ ...course, manual }).comment ?? "", /secret/);
});

test("a score of no points has no number: a maximum must be above 0", () => {
  const { attempts, results, mark } = work(1, "ada", ["pass", "pass", "reviewed"]);
  const score = scoreOf(courseOf([{ attempts, results, mark: { ...mark, score: 0, points: 0 } }], ada));
  assert.deepEqual([score.scoreGiven, score.scoreMaximum], [undefined, undefined]);
});

test("a score is for whom the platform knows: the LTI id before Canvas's, and nobody without either", () => {
  const { files, notes } = lti(sample, () => noon);
  assert.deepEqual([...files.keys()], ["hw1/ada.json", "hw1/late.one.json"]);
  assert.deepEqual(notes[0]?.whom, ["jürgen", "eve_smith", "o'hara", "absent"]);
  const both = [{ ...students[0]!, lms: { ID: "101", "LTI User ID": "sub-1" } }];
  assert.equal(scoreOf(courseOf([work(1, "ada", ["pass", "pass", "reviewed"])], both)).userId, "sub-1");
});
