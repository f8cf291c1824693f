import assert from "node:assert/strict";
import { test } from "node:test";
import type { JudgeStatus, TestResult } from "../../../course/gradebook/cellResult.ts";
import { markOf } from "../../../course/judge/markOf.ts";

const results = (statuses: readonly JudgeStatus[]): TestResult[] =>
  statuses.map((status, place) => ({ title: `${place}`, hidden: false, status, ms: 0 }));

for (const [why, statuses, credit, wanted] of [
  ["all pass", ["pass", "pass"], "all", ["pass", 6]],
  ["one fails", ["pass", "fail", "pass"], "all", ["fail", 0]],
  ["one fails, a share for each", ["pass", "fail", "pass"], "per-test", ["partial", 4]],
  ["none passes, a share for each", ["fail", "timeout"], "per-test", ["timeout", 0]],
  ["the worst is told", ["error", "memory", "fail"], "all", ["memory", 0]],
  ["what the judge could not do is no share", ["pass", "infra-error"], "per-test", ["infra-error", 0]],
  ["without a test nobody knows, and nobody gets points", [], "all", ["infra-error", 0]],
  ["without a test, a share for each", [], "per-test", ["infra-error", 0]],
] as const)
  test(`markOf(): ${why}`, () => {
    const { status, score } = markOf(results(statuses), 6, credit, true);
    assert.deepEqual([status, score], wanted);
  });

test("markOf(): an untouched starter is no answer", () => {
  assert.deepEqual(markOf(results(["pass"]), 6, "all", false), { status: "not-attempted", score: 0 });
});
