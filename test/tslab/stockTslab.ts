import type { TestContext } from "node:test";
import { type Peer, tslab } from "../../bench/kernel/peers.ts";

/** The real tslab kernel; skips the test with a word where npm cannot get it, and fails in CI. */
export function stockTslab(context: TestContext): Peer | undefined {
  try {
    return tslab((line) => context.diagnostic(line));
  } catch (error) {
    if (process.env.CI) throw error;
    context.skip(`SKIPPED: stock tslab is not here. ${(error as Error).message}`);
    return undefined;
  }
}
