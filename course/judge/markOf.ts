import type { JudgeStatus, TestResult } from "../gradebook/cellResult.ts";

/** What is worse comes first: it is what a person is told of several. */
const worst: readonly JudgeStatus[] = ["infra-error", "timeout", "memory", "crashed", "error", "fail"];

/** The status and score of a cell from those of its tests. */
export function markOf(
  tests: readonly TestResult[],
  points: number,
  credit: "all" | "per-test",
  isAttempted: boolean,
): { readonly status: JudgeStatus; readonly score: number } {
  if (!isAttempted) return { status: "not-attempted", score: 0 };
  if (tests.length === 0) return { status: "infra-error", score: 0 }; // nothing was asked, so nothing is known
  const passed = tests.filter(({ status }) => status === "pass").length;
  if (passed === tests.length) return { status: "pass", score: points };
  const status = worst.find((each) => tests.some((test) => test.status === each)) ?? "fail";
  if (status === "infra-error" || credit === "all" || passed === 0) return { status, score: 0 };
  return { status: "partial", score: (points * passed) / tests.length };
}
