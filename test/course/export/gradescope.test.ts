import assert from "node:assert/strict";
import { test } from "node:test";
import { gradescope } from "../../../course/export/gradescope.ts";
import { courseOf, sample, work } from "./tools/sampleCourse.ts";

type Json = Record<string, unknown>;

/** Keys and values that gradescope-autograders.readthedocs.io/en/latest/specs allows (read 2026-11). */
const texts = ["text", "html", "simple_format", "md", "ansi"];
const visibilities = ["visible", "hidden", "after_due_date", "after_published"];
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === "string";
const among =
  (values: readonly string[]) =>
  (value: unknown): boolean =>
    values.includes(value as string);
const topKeys: Readonly<Record<string, (value: unknown) => boolean>> = {
  score: isNumber,
  execution_time: isNumber,
  output: isText,
  output_format: among(texts),
  test_output_format: among(texts),
  test_name_format: among(texts),
  visibility: among(visibilities),
  stdout_visibility: among(visibilities),
  tests: Array.isArray,
};
const testKeys: typeof topKeys = {
  score: isNumber,
  max_score: isNumber,
  status: among(["passed", "failed"]),
  name: isText,
  name_format: among(texts),
  number: isText,
  output: isText,
  output_format: among(texts),
  tags: Array.isArray,
  visibility: among(visibilities),
};

function obeys(value: Json, keys: typeof topKeys): void {
  for (const [key, each] of Object.entries(value))
    assert.ok(keys[key]?.(each), `${key}: ${JSON.stringify(each)}`);
}

const resultsOf = (course: typeof sample, student: string): Json & { readonly tests: readonly Json[] } =>
  JSON.parse(gradescope(course).files.get(`hw1/${student}/results.json`) ?? "null");

test("results.json obeys Gradescope's documentation, for every final mark and no other", () => {
  const { files, notes } = gradescope(sample);
  assert.deepEqual(
    [...files.keys()],
    ["ada", "jürgen", "eve_smith", "late.one"].map((who) => `hw1/${who}/results.json`),
  );
  for (const text of files.values()) {
    const results = JSON.parse(text) as Json & { tests: Json[] };
    obeys(results, topKeys);
    for (const each of results.tests) {
      obeys(each, testKeys);
      if (each.max_score !== undefined)
        assert.ok((each.score as number) >= 0 && (each.score as number) <= (each.max_score as number));
    }
  }
  assert.deepEqual(
    notes.map(({ whom }) => whom),
    [["o'hara"], ["absent"]],
  );
});

test("results.json: every exercise is listed with its points, also with 0, and lateness counts in the score", () => {
  const late = resultsOf(sample, "late.one");
  assert.equal(late.score, 4.8);
  assert.equal(late.execution_time, 1.6);
  const lost = resultsOf(sample, "eve_smith").tests.filter((each) => each.max_score !== undefined);
  assert.deepEqual(
    lost.map(({ number, name, score, max_score }) => [number, name, score, max_score]),
    [
      ["1", "Half-life", 0, 2],
      ["2", "Refit a <Gaussian> & sample", 0, 3],
      ["3", "What is lost?", 1, 1],
    ],
  );
});

test("results.json: what students see of a hidden test is its title and hint", () => {
  const results = resultsOf(sample, "jürgen");
  const hidden = results.tests.filter(({ visibility }) => visibility === "hidden");
  assert.deepEqual(
    hidden.map(({ number, name, status, output }) => [number, name, status, output]),
    [
      ["1.2", "every rate", "passed", undefined],
      ["2.2", "every rate", "failed", "expected 0.693147, got 0.7"],
    ],
  );
  const seen = JSON.stringify({ ...results, tests: results.tests.filter((each) => !hidden.includes(each)) });
  assert.match(seen, /Hidden test: every rate\. Think of ln 2\./);
  assert.doesNotMatch(seen, /0\.693147/);
});

test("results.json: what a person said stands with its exercise, also beside the tests' mark", () => {
  const course = courseOf([work(1, "ada", ["fail", "pass", "reviewed"])]);
  const given = { student: "ada", assignment: "hw1", notebook: "photocopy", rubric: [], reason: "secret" };
  const manual = [
    { ...given, gradeId: "half-life", score: null, comment: "Which base?", answerSha: "", by: "me", at: "" },
    { ...given, gradeId: "essay", score: 1, comment: "Well said.", answerSha: "", by: "me", at: "" },
  ];
  const { tests } = resultsOf({ ...course, manual }, "ada");
  const said = tests.filter((each) => each.max_score !== undefined).map(({ output }) => output);
  assert.match(String(said[0]), /^A test fails\.\n[\s\S]*Comment: Which base\?$/);
  assert.doesNotMatch(String(said[1]), /Comment/);
  assert.equal(said[2], "Read by a person.\nComment: Well said.");
  assert.doesNotMatch(JSON.stringify(tests), /secret/);
});

for (const [score, told] of [
  [9, 6],
  [-1, 0],
] as const)
  test(`results.json: a person's ${score} of 6 is ${told}, within what there is`, () => {
    const one = work(1, "ada", ["pass", "pass", "reviewed"]);
    assert.equal(resultsOf(courseOf([{ ...one, mark: { ...one.mark, score } }]), "ada").score, told);
  });

test("results.json: a result of other tests, or of another student's numbers, is not this mark's", () => {
  const one = work(1, "ada", ["fail", "pass", "reviewed"]);
  const [first, second] = one.results;
  const results = [
    { ...first!, testsSha: "older" },
    { ...second!, variant: "other" },
  ];
  const { tests } = resultsOf(courseOf([{ ...one, results }]), "ada");
  assert.deepEqual(
    tests.map(({ number }) => number),
    ["1", "2", "3"],
  );
});
