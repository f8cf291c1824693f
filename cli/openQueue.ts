import { createHash } from "node:crypto";
import { codeDigest } from "../jobs/codeDigest.ts";
import type { JobQueue } from "../jobs/jobQueue.ts";
import { Refusal } from "../kernel/refusal.ts";

/** All that jobs run, with the versions of what it stands on. */
const code = ["lib", "data", "kernel", "jobs", "sweep", "course", "package-lock.json"];

export interface OpenQueue {
  readonly queue: JobQueue;
  /** Digest of the code that is here. */
  readonly code: string;
}

/**
 * The queue at an address, for the code that is here: makers and workers of another version are in another line.
 *
 * @param root the project's folder
 * @param courseId of a course whose folder workers must have: it has a line of its own
 * @throws {Refusal} (exit code 2) if it cannot be opened
 */
export async function openQueue(root: string, address: string, courseId?: string): Promise<OpenQueue> {
  const { bullmqQueue } = await import("../jobs/bullmqQueue.ts");
  const digest = codeDigest(root, code);
  const parts = ["genloss", digest.slice(0, 12), ...(courseId === undefined ? [] : [short(courseId)])];
  try {
    return { queue: await bullmqQueue(address, parts.join("-")), code: digest };
  } catch (error) {
    if (error instanceof Error && error.name === "QueueError")
      throw new Refusal(error.message, 2, { cause: error });
    throw error;
  }
}

const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
