import type { JudgeStatus } from "../gradebook/cellResult.ts";

/** How a test ended, in a word or two. */
export const testWords: Readonly<Record<JudgeStatus, string>> = {
  pass: "passed",
  partial: "passed in part",
  fail: "failed",
  error: "error",
  timeout: "took too long",
  memory: "took too much memory",
  crashed: "ended the program",
  "not-attempted": "not attempted",
  "infra-error": "not judged yet",
};
