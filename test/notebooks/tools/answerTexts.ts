import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { leastLength } from "../../book/tools/leaks.ts";

/** What a class must not find. */
interface AnswerTexts {
  /** Lines of solutions, hidden tests and wrong answers, their titles, and lines of the instructors' pages. */
  readonly texts: ReadonlySet<string>;
  /** Solutions that have lines, but none among the texts. */
  readonly unseen: readonly string[];
}

/**
 * The lines and titles of at least `leastLength` characters that stand in answers and in nothing that a class reads anyway:
 * the notebooks, and the sources that the book's reference shows. `for (let i = 0; i < n; i += 1) {` tells no answer.
 */
export async function answerTexts(root: string, chapters: readonly string[]): Promise<AnswerTexts> {
  const notebooks = await Promise.all(chapters.map((file) => readNotebook(join(root, "notebooks", file))));
  const open = [
    ...notebooks.flatMap(({ cells }) => cells.map(({ source }) => source)),
    ...["lib", "data"].flatMap((folder) => sourcesIn(join(root, folder))),
  ].join("\n");
  // A search has its texts in one line: where a starter's lines break tells nothing.
  const openInLine = open.replace(/\s+/g, " ");
  const texts = new Set<string>();
  const unseen: string[] = [];
  const take = (lines: readonly string[]): number => {
    const own = lines
      .map((line) => line.trim())
      .filter((line) => line.length >= leastLength && !open.includes(line) && !openInLine.includes(line));
    for (const line of own) texts.add(line);
    return own.length;
  };
  for (const chapter of chapters) {
    const name = chapter.replace(/\.ipynb$/, "");
    const solutions = readFileSync(join(root, "notebooks/solutions", `${name}.ts`), "utf8");
    for (const { kind, name: exercise, title, source } of parsePercent(solutions)) {
      const lines = source.split("\n");
      take(title.split(/->|;/));
      const isLong = lines.some((line) => line.trim().length >= leastLength);
      if (take(lines) === 0 && kind === "solution" && isLong) unseen.push(`${name} ${exercise}`);
    }
    take(readFileSync(join(root, "notebooks/instructors", `${name}.md`), "utf8").split("\n"));
  }
  return { texts, unseen };
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"))
    .map((path) => readFileSync(join(folder, path), "utf8"));
