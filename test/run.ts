/**
 * Runs tests: `npm test` all of them, `npm test -- PATH…` those of a file, a folder or a pattern.
 * Files that take long start first, so that none of them is left to the end alone.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endLeftovers } from "./tools/endLeftovers.ts";
import { endSilentFiles } from "./tools/endSilentFiles.ts";
import { findTests } from "./tools/findTests.ts";
import { longestFirst } from "./tools/longestFirst.ts";

/** A file that is not done by then hangs: it is ended, and fails. The longest takes ten minutes on a busy machine. */
const patienceMs = Number(process.env.TEST_PATIENCE_MS ?? 30 * 60_000);
/** Many tests wait for a program that starts or a timer, so a third file fills two cores. */
const concurrency = 3;

const root = fileURLToPath(new URL("../", import.meta.url));
// Every file is a process of its own: what one has compiled, the next need not.
process.env.GENLOSS_SOURCES ??= "1"; // kernels run from the sources, whatever was run before; test/jupyter/bundle.test.ts says otherwise
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "generation-loss-compile-cache");

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const files = findTests(root, positionals, [process.env.INIT_CWD ?? root, root]);
  const groups = mkdtempSync(join(tmpdir(), "test-groups-"));
  process.env.GENLOSS_GROUPS = groups;
  const events = run({ files: longestFirst(files, root), concurrency, timeout: patienceMs });
  events.on("test:fail", ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1; // what is said not to hold yet is no news
  });
  const took: { file: string; ms: number }[] = [];
  events.on("test:summary", ({ file, duration_ms: ms }) => {
    if (file) took.push({ file: relative(root, file), ms });
  });
  endSilentFiles(patienceMs);
  const report = events.compose(spec);
  report.pipe(process.stdout);
  report.on("end", () => {
    const longest = took.sort((a, b) => b.ms - a.ms).slice(0, 24);
    if (took.length > 100)
      console.log(
        `ℹ longest files, in s: ${longest.map(({ file, ms }) => `${file} ${Math.round(ms / 1000)}`).join(", ")}`,
      );
    endLeftovers(groups);
    process.exit(); // whatever still holds a pipe of ours
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
