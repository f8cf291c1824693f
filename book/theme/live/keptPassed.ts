import { passedDigest } from "../../live/passedDigest.ts";
import { readKept, writeKept } from "../client/keptChanges.ts";

/** Says of a kept answer that it passed the tests that its reader sees; undefined: that nothing is known. */
export function keepPassed(id: string, passed: string | undefined): void {
  const kept = readKept(id);
  if (!kept) return;
  const { given, source } = kept;
  writeKept(id, { given, source, ...(passed !== undefined && { passed }) });
}

/** What a kept answer's mark says; the answer may have changed since. */
export const keptPassed = (id: string): string | undefined => readKept(id)?.passed;

/**
 * Whether the answer that is kept of another page's exercise has passed as it stands.
 *
 * @param digest of the exercise
 */
export function hasPassed(id: string, digest: string, page: string): boolean {
  const kept = readKept(id, page);
  return kept?.passed !== undefined && kept.passed === passedDigest(digest, kept.source);
}
