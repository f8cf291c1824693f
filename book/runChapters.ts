import { join } from "node:path";
import type { Cache } from "./cache.ts";
import type { Chapter } from "./chapter.ts";
import { type Execution, execute, type Run } from "./execute.ts";

/** A chapter and the outputs of its cells. */
export interface ExecutedChapter extends Execution {
  readonly chapter: Chapter;
}

interface RunOptions {
  readonly root: string;
  readonly run: Run;
  /** A digest of what chapters run on. */
  readonly sources: string;
  readonly cache: Cache;
  /** How many run at the same time. */
  readonly jobs: number;
  readonly onProgress: (line: string) => void;
}

/** Runs the chapters that changed, a few at a time; gives all of them in the order of the book. */
export async function runChapters(
  chapters: readonly Chapter[],
  options: RunOptions,
): Promise<ExecutedChapter[]> {
  const { root, run, sources, cache, jobs, onProgress } = options;
  const results: ExecutedChapter[] = [];
  const queue = [...chapters.entries()];

  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, chapter] = next;
      const announced: Run = (notebook, given) => {
        onProgress(`${chapter.path}  running`);
        return run(notebook, given);
      };
      const path = join(root, chapter.path);
      const execution = await execute(chapter.notebook, { path, sources, cache, run: announced });
      results[index] = { ...execution, chapter };
      if (execution.ran) onProgress(`${chapter.path}  ${execution.failure ? "failed" : "done"}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}
