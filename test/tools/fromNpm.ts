import type { TestContext } from "node:test";

let unreachable: string | undefined;

/** What npm brings; where it is out of reach the test is skipped, with the reason. In CI that is a failure. */
export async function fromNpm<Got>(t: TestContext, get: () => Promise<Got>): Promise<Got | undefined> {
  try {
    if (unreachable === undefined) return await get();
  } catch (error) {
    const [, reason] =
      /(\b(?:ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN)\b)/.exec((error as Error).message) ?? [];
    if (process.env.CI || reason === undefined) throw error;
    unreachable = reason;
  }
  t.skip(`npm is out of reach: ${unreachable}`);
  return undefined;
}
