import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { findTests } from "../tools/findTests.ts";

/** Folders of tests that answer for a folder of sources. */
const answering: Readonly<Record<string, readonly string[]>> = {
  lib: ["test/lib"],
  kernel: ["test/kernel", "test/jupyter"],
  book: ["test/book"],
};

/**
 * The test files that answer for a source file, in groups, those first that are likeliest to notice: named as the file
 * is; naming it; naming a file that imports it; in its folder; all others of the room. Where two folders of tests
 * answer, all groups of the nearer come first.
 */
export function testsFor(source: string, root: string): string[][] {
  const [room = "", ...inner] = dirname(source).split("/");
  const name = basename(source, ".ts");
  const importing = globSync(`${room}/**/*.ts`, { cwd: root, exclude: ["**/node_modules"] })
    .filter((file) => basename(file) !== "index.ts")
    .filter((file) => readFileSync(join(root, file), "utf8").includes(`/${name}.ts"`))
    .map((file) => basename(file, ".ts"));
  const rank = (path: string): number => {
    const file = relative(root, path);
    const words = new Set(readFileSync(path, "utf8").match(/\w+/g));
    if (basename(file, ".test.ts") === name) return 0;
    if (words.has(name)) return 1;
    if (importing.some((each) => words.has(each) || basename(file, ".test.ts") === each)) return 2;
    return dirname(file).endsWith(["", room, ...inner].join("/")) ? 3 : 4;
  };
  const isNear = (folder: string): boolean => basename(folder) === inner[0];
  const nearestFirst = [...(answering[room] ?? [])].sort((a, b) => Number(isNear(b)) - Number(isNear(a)));
  return nearestFirst
    .map((folder) => findTests(root, [folder], [root]))
    .flatMap((all) => [0, 1, 2, 3, 4].map((wanted) => all.filter((path) => rank(path) === wanted)))
    .filter(({ length }) => length > 0);
}
