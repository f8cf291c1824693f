import type { JobQueue } from "../jobs/jobQueue.ts";
import { Refusal } from "../kernel/refusal.ts";
import { codeDigest } from "../sweep/codeDigest.ts";

/**
 * The queue at an address, for the code that is here: makers and workers of another version are in another line.
 *
 * @param root the project's folder
 * @throws {Refusal} (exit code 2) if it cannot be opened
 */
export async function openQueue(
  root: string,
  address: string,
): Promise<{ readonly queue: JobQueue; readonly code: string }> {
  const { bullmqQueue } = await import("../jobs/bullmqQueue.ts");
  const code = codeDigest(root);
  try {
    return { queue: await bullmqQueue(address, `genloss-${code.slice(0, 12)}`), code };
  } catch (error) {
    if (error instanceof Error && error.name === "QueueError")
      throw new Refusal(error.message, 2, { cause: error });
    throw error;
  }
}
