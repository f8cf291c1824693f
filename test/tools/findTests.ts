import { globSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const isTest = (path: string): boolean => path.endsWith(".test.ts") && !path.includes("node_modules");

/**
 * The test files that somebody means by some paths: files, folders, patterns. None means all of `test/`.
 *
 * @param from the folders that a relative path may start from, in order
 * @throws {RangeError} if one of them holds no test: to run nothing would look as if all had passed
 */
export function findTests(root: string, paths: readonly string[], from: readonly string[]): string[] {
  if (paths.length === 0) return testsAt(join(root, "test"));
  const found = paths.flatMap((path) => {
    const [tests] = from.map((folder) => testsAt(resolve(folder, path))).filter(({ length }) => length > 0);
    if (tests) return tests;
    throw new RangeError(
      `Cannot run tests: path must name a test file, or a folder or pattern that holds some, got ${path}`,
    );
  });
  return [...new Set(found)].sort();
}

function testsAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return isTest(path) ? [path] : [];
  const pattern = stats?.isDirectory() ? join(path, "**", "*.test.ts") : path;
  return globSync(relative(process.cwd(), pattern) || ".")
    .map((name) => resolve(name))
    .filter(isTest)
    .sort();
}
