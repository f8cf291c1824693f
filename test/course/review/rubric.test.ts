/** Items of a rubric come, change and go, and marks that follow from them with them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { removeRubricItem } from "../../../course/review/removeRubricItem.ts";
import { type ReviewCell, ReviewDesk } from "../../../course/review/reviewDesk.ts";
import { saveMark } from "../../../course/review/saveMark.ts";
import { saveRubricItem } from "../../../course/review/saveRubricItem.ts";
import { notebookWith, type ReviewedCourse, reviewedCourse } from "../tools/reviewedCourse.ts";
import { reviewOf } from "../tools/servedReview.ts";

interface Desk {
  readonly course: ReviewedCourse;
  readonly at: ReviewDesk;
  readonly cell: ReviewCell;
  /** Adds an item. @returns its id */
  item(text: string, points: number): string;
  /** Gives a mark with these items ticked. */
  mark(student: string, score: number | null, rubric: readonly string[], comment?: string): void;
  /** Scores of persons by student. */
  scores(): Record<string, number | null>;
}

const students = ["ada", "bob", "eve", "zoe"];

function desk(gradeId: string): Desk {
  const course = reviewedCourse(students);
  for (const id of students) {
    course.handIn(id, notebookWith({ why: `Because, says ${id}.`, half: `const half = "${id}";` }));
    course.judge(id, { status: "fail", score: 0 });
  }
  const at = new ReviewDesk(reviewOf(course));
  const cell = at.cell({ assignment: "hw1", notebook: "one", gradeId }) as ReviewCell;
  return {
    ...{ course, at, cell },
    item(text, points) {
      const outcome = saveRubricItem(at, cell, { text, points });
      assert.ok("item" in outcome);
      return outcome.item.id;
    },
    mark(student, score, rubric, comment = "") {
      const entry = at.reviews([cell])[0]!.entries.find((each) => each.student === student);
      const answerSha = entry?.answer?.sha ?? "";
      const outcome = saveMark(at, cell, student, {
        ...{ seen: "", answerSha, score, comment, rubric, reason: gradeId === "why" ? "" : "as I see it" },
      });
      assert.ok("saved" in outcome && outcome.saved === "mark");
    },
    scores: () =>
      Object.fromEntries(
        course.gradebook.manualMarks("hw1").map(({ student, score }) => [student, score] as const),
      ),
  };
}

const stateOf = ({ at, cell }: Desk, student: string): string | undefined =>
  at.reviews([cell])[0]!.entries.find((entry) => entry.student === student)?.state;

test("an item that no mark has goes without a question", () => {
  const { at, cell, course, item } = desk("why");
  const id = item("typo", 1);
  assert.deepEqual(removeRubricItem(at, cell, { id }), { removed: true });
  assert.deepEqual(at.rubric(cell), []);
  assert.match(
    course.gradebook.audit().at(-1)?.what ?? "",
    /^rubric item \S+ of hw1 one why removed by bea$/,
  );
});

test("removed, an item takes its points from marks that follow from items, reopens those without another, and leaves points given by hand", () => {
  const on = desk("why");
  const { at, cell, course } = on;
  const sample = on.item("names the sample", 2);
  const factor = on.item("names the factor", 1.5);
  on.mark("ada", 3.5, [sample, factor], "Both.");
  on.mark("bob", 2, [sample], "Say more.");
  on.mark("eve", 4, [sample, factor]);
  on.mark("zoe", 1.5, [factor]);
  const asked = removeRubricItem(at, cell, { id: sample });
  assert.deepEqual(asked, {
    question:
      "3 answers have this item: 1 counted anew from the items left; 1 to be read again, with no other item; 1 with points given by hand, which stay.",
  });
  assert.deepEqual(on.scores(), { ada: 3.5, bob: 2, eve: 4, zoe: 1.5 }, "a question changes nothing");
  const agreed = "question" in asked ? asked.question : "";
  assert.deepEqual(removeRubricItem(at, cell, { id: sample, agreed }), { removed: true });
  assert.deepEqual(on.scores(), { ada: 1.5, eve: 4, zoe: 1.5 });
  assert.deepEqual(
    at.rubric(cell).map(({ text }) => text),
    ["names the factor"],
  );
  assert.deepEqual(
    ["ada", "bob", "eve", "zoe"].map((id) => stateOf(on, id)),
    ["reviewed", "draft", "reviewed", "reviewed"],
  );
  assert.equal(at.drafts.of(cell, "bob")?.comment, "Say more.", "what was said is not lost");
  assert.equal(course.finalMarks().find(({ student }) => student === "bob")?.isPending, true, "and no zero");
  const log = course.gradebook.audit().map(({ what }) => what);
  assert.ok(log.includes("manual bob hw1 one why taken back by bea"));
  assert.ok(log.includes("manual ada hw1 one why 1.5 by bea: "));
  assert.equal(course.gradebook.firstBrokenEntry(), undefined);
});

test("a mark that came after the question is asked about again", () => {
  const on = desk("why");
  const id = on.item("names the sample", 2);
  on.mark("ada", 2, [id]);
  const asked = removeRubricItem(on.at, on.cell, { id });
  const agreed = "question" in asked ? asked.question : "";
  assert.match(agreed, /^1 answer has/);
  on.mark("bob", 2, [id]);
  const again = removeRubricItem(on.at, on.cell, { id, agreed });
  assert.match("question" in again ? again.question : "", /^2 answers have/);
  assert.deepEqual(on.scores(), { ada: 2, bob: 2 });
});

test("in place of the tests' mark: without its only item theirs counts again, and the comment stands beside it", () => {
  const on = desk("half-check");
  const id = on.item("thirds are fine", 1);
  on.mark("ada", 1, [id], "Thirds?");
  on.mark("bob", 1, [id]);
  const asked = removeRubricItem(on.at, on.cell, { id });
  const agreed = "question" in asked ? asked.question : "";
  assert.match(agreed, /2 back to the tests’ mark/);
  removeRubricItem(on.at, on.cell, { id, agreed });
  assert.deepEqual(on.scores(), { ada: null });
  assert.deepEqual([stateOf(on, "ada"), stateOf(on, "bob")], ["commented", "judged"]);
  const [mark] = on.course.gradebook.manualMarks("hw1");
  assert.deepEqual([mark?.comment, mark?.reason, mark?.rubric], ["Thirds?", "", []]);
  const ada = on.course.finalMarks().find(({ student }) => student === "ada")?.cells[0];
  assert.deepEqual([ada?.status, ada?.score, ada?.manual], ["fail", 0, undefined]);
});

for (const [words, given] of [
  ["that is not there", { id: "other" }],
  ["of another exercise", { id: "elsewhere" }],
  ["that is nothing", undefined],
] as const)
  test(`an item ${words} cannot be removed`, () => {
    const { at, cell, course } = desk("why");
    const other = { assignment: "hw1", notebook: "one", gradeId: "plot", text: "theirs", points: 1 };
    course.gradebook.saveRubricItem({ id: "elsewhere", ...other });
    assert.ok("fault" in removeRubricItem(at, cell, given));
    assert.equal(course.gradebook.rubric("hw1").length, 1);
  });
