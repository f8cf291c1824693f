import type { TestContext } from "node:test";
import { isSilence } from "./noAnswer.ts";

/**
 * Tries what depends on a program outside this project; if that falls silent, once more, and says so.
 * Any other failure stands. An attempt starts its own program and has ended it, in whatever way, when it fails.
 */
export async function onceMore<T>(t: Pick<TestContext, "diagnostic">, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isSilence(error)) throw error;
    t.diagnostic(`${error.message.split("\n")[0]}; it was ended, and is tried once more`);
    return attempt();
  }
}
