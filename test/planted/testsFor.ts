import { basename, dirname, relative } from "node:path";
import { findTests } from "../tools/findTests.ts";

/** Folders of tests that answer for a folder of sources. */
const answering: Readonly<Record<string, readonly string[]>> = {
  lib: ["test/lib"],
  kernel: ["test/kernel", "test/jupyter"],
  book: ["test/book"],
};

/**
 * The test files that answer for a source file, in groups: first those named as it is, then those of its own folder,
 * then all others of the room. Who notices most often, comes first.
 */
export function testsFor(source: string, root: string): string[][] {
  const [room = "", ...inner] = dirname(source).split("/");
  const all = findTests(root, answering[room] ?? [], [root]);
  const name = basename(source, ".ts");
  const rank = (path: string): number => {
    const file = relative(root, path);
    if (basename(file, ".test.ts") === name) return 0;
    if (dirname(file).endsWith(["", room, ...inner].join("/"))) return 1;
    return file.startsWith("test/jupyter") && inner[0] !== "jupyter" ? 3 : 2;
  };
  return [0, 1, 2, 3]
    .map((wanted) => all.filter((path) => rank(path) === wanted))
    .filter(({ length }) => length > 0);
}
