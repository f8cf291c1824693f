import type { FinalCell } from "../gradebook/finalMark.ts";

/** What became of an answer, as its student is told. What failed on our side is not the student's: it waits. */
export const statusInWords: Readonly<Record<FinalCell["status"], string>> = {
  pass: "It passed its tests.",
  partial: "It passed some of its tests.",
  fail: "It ran, and what it gave is not what was asked for.",
  error: "It stopped with an error before the tests could judge it.",
  timeout:
    "It took longer than is allowed, and was stopped. Look for a loop that does not end, or for work that is done again and again.",
  memory: "It took more memory than is allowed, and was stopped. Look for a list that grows without end.",
  crashed: "It ended the program that it ran in, so the tests could not go on.",
  "not-attempted": "It is as it was handed out: nothing was written.",
  "infra-error": "Not graded yet.",
  "to-review": "Not graded yet: a person will read it.",
  reviewed: "A person read it.",
  missing: "Nothing was handed in.",
};
