import { relative } from "node:path";
import { run } from "node:test";

/** A spoilt file may make a test wait for ever: that is noticed, too. */
const patienceMs = 5 * 60_000;

export interface Failure {
  /** From the root. */
  readonly file: string;
  readonly name: string;
}

/** Runs groups of test files of a checkout, and stops at the first that fails. @returns it, if one does */
export async function firstFailure(
  root: string,
  groups: readonly (readonly string[])[],
): Promise<Failure | undefined> {
  for (const files of groups) {
    const stop = new AbortController();
    const failed = await new Promise<Failure | undefined>((resolve) => {
      const events = run({
        files: [...files],
        cwd: root,
        concurrency: 2,
        timeout: patienceMs,
        signal: stop.signal,
      });
      events.on("test:fail", (event) => {
        // The file that was run, and not one that it has tests from.
        const { file, name, entryFile = file } = event as typeof event & { readonly entryFile?: string };
        resolve({ file: relative(root, entryFile ?? name), name });
      });
      events.on("end", () => resolve(undefined));
      events.resume();
    });
    stop.abort();
    if (failed) return failed;
  }
  return undefined;
}
