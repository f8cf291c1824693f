import type { Judgement } from "./trialJudge.ts";

/** What takes how long is no part of what is known. */
export const withoutTimes = ({ status, tests }: Judgement): Judgement => ({
  status,
  tests: tests.map((test) => ({ ...test, ms: 0 })),
});
