import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gradeAssignment } from "../../course/grade/gradeAssignment.ts";
import { Gradebook } from "../../course/gradebook/gradebook.ts";
import type { ManifestNotebook } from "../../course/manifest/assignmentManifest.ts";
import { coursePaths } from "../../course/settings/coursePaths.ts";
import { courseDefaults } from "../../course/settings/readCourse.ts";
import type { SourceNotebook } from "../../course/source/readSource.ts";
import { ContentStore } from "../../course/store/contentStore.ts";
import { HandedOut } from "../../course/variants/handedOut.ts";
import { submissionsTo } from "./submissionsTo.ts";

export interface Graded {
  /** Submissions a second. */
  readonly rate: number;
  /** Judging each cell, in ms, by its grade id: the mean over submissions. */
  readonly ms: ReadonlyMap<string, number>;
  /** What is done after a test of the first cell has changed, as a share of the whole. */
  readonly changed?: number;
}

/**
 * Grades submissions to an assignment, from handed-in files to results in a gradebook. What is made once is not counted.
 *
 * @param sources its notebooks
 * @param regrade whether to grade again with a changed test
 */
export async function gradeAll(
  sources: readonly SourceNotebook[],
  {
    count,
    slots,
    regrade = false,
  }: { readonly count: number; readonly slots: number; readonly regrade?: boolean },
): Promise<Graded> {
  const folder = mkdtempSync(join(tmpdir(), "genloss-bench-"));
  try {
    const paths = coursePaths(folder);
    mkdirSync(paths.manifests, { recursive: true });
    writeFileSync(paths.settings, "{}");
    using gradebook = new Gradebook(paths.gradebook);
    const store = new ContentStore(paths.store);
    const texts = sources.map((source) => submissionsTo(source, count));
    for (let number = 0; number < count; number += 1) {
      const files = [];
      for (const [index, { name }] of sources.entries()) {
        const kept = await store.keep(oneChunk(texts[index]![number]!));
        files.push({ name: `${name}.ipynb`, notebook: name, ...kept, problem: null });
      }
      gradebook.addAttempt({
        ...{ student: `s${number}`, assignment: "a", submittedAt: null, receivedAt: "2026-01-01T00:00:00Z" },
        ...{ way: "folder", receipt: `r${number}`, files },
      });
    }
    const run = async (notebooks: readonly ManifestNotebook[]): Promise<number> => {
      let start = performance.now();
      const manifest = { schema: 1, assignment: "a", version: "bench", notebooks } as const;
      writeFileSync(join(paths.manifests, "a.json"), JSON.stringify(manifest));
      const handedOut = new HandedOut(
        courseDefaults,
        () => manifest,
        () => Buffer.alloc(32),
      );
      await gradeAssignment({
        ...{ course: courseDefaults, root: folder, gradebook, slots, version: "bench" },
        ...{ manifest, handedOut, now: () => new Date(0) },
        onPrepared: () => {
          start = performance.now();
        },
      });
      return performance.now() - start;
    };
    const notebooks = sources.map(({ manifest }) => manifest);
    const whole = await run(notebooks);
    const graded: Graded = { rate: count / (whole / 1000), ms: meanMs(gradebook) };
    if (!regrade) return graded;
    const [first, ...others] = notebooks;
    const [cell, ...rest] = first!.cells;
    const mended = { ...first!, cells: [{ ...cell!, testsSha: "changed" }, ...rest] };
    return { ...graded, changed: (await run([mended, ...others])) / whole };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function meanMs(gradebook: Gradebook): Map<string, number> {
  const byCell = Map.groupBy(gradebook.results("a"), ({ gradeId }) => gradeId);
  return new Map(
    [...byCell].map(([gradeId, results]) => [
      gradeId,
      results.reduce((sum, { ms }) => sum + ms, 0) / results.length,
    ]),
  );
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
