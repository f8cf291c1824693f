import type { AttemptFile, TimeSource } from "./attempt.ts";

/** Something handed in of which we cannot say whose it is, or for what. It is kept until somebody says so. */
export interface Unmatched {
  /** Of its bytes and its name in the source. */
  readonly receipt: string;
  /** What the source calls the student. */
  readonly who: string;
  readonly assignment: string | null;
  readonly submittedAt: string | null;
  readonly timeSource?: TimeSource;
  readonly receivedAt: string;
  readonly way: string;
  readonly reason: string;
  /** What else the source says of whose it is. */
  readonly place: Readonly<Record<string, unknown>>;
  readonly files: readonly AttemptFile[];
}
