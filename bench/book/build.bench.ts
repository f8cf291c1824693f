import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import type { Row } from "../run.ts";

export const title = "The book, from nothing and again";

const home = fileURLToPath(new URL("../../", import.meta.url));
const code = ["book", "cli", "course", "jobs", "kernel", "sweep"];
const sources = [...code, "data", "lib", "notebooks", "package.json", "package-lock.json"];
const madeHere = /[/\\](?:dist|dist-class|\.cache)$/;

/** Builds a copy of the project, each time as one types it, with an empty cache, then again with nothing changed, then with a sentence more in a chapter. */
export async function bench(): Promise<{ rows: Row[] }> {
  const root = await mkdtemp(join(tmpdir(), "book-"));
  const build = async (): Promise<number> => {
    const started = performance.now();
    await promisify(execFile)(process.execPath, [join(root, "cli/main.ts"), "book"]);
    return (performance.now() - started) / 1000;
  };
  try {
    for (const source of sources)
      await cp(join(home, source), join(root, source), {
        recursive: true,
        filter: (path) => !madeHere.test(path),
      });
    await symlink(join(home, "node_modules"), join(root, "node_modules"));
    const cold = await build();
    const warm = await build();
    await addSentence(join(root, "notebooks/01-a-photocopy-of-a-photocopy.ipynb"));
    const changed = await build();
    return {
      rows: [
        { name: "cold: every chapter run", value: cold, unit: "s", note: "target below 4 min on 2 cores" },
        { name: "warm: nothing changed", value: warm, unit: "s", note: "target below 5 s" },
        { name: "warm: one chapter's prose changed", value: changed, unit: "s", note: "target below 5 s" },
        { name: "cold ÷ warm", value: cold / warm, unit: "×" },
      ],
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function addSentence(path: string): Promise<void> {
  const notebook = await readNotebook(path);
  const last = notebook.cells.findLastIndex(({ cell_type: type }) => type === "markdown");
  const cells = notebook.cells.map((cell, at) =>
    at === last ? { ...cell, source: `${cell.source}\n\nOne sentence more.` } : cell,
  );
  await writeFile(path, formatNotebook({ ...notebook, cells }));
}
