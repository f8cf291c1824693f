// Claims catch a broken model: each runs, with the cells it stands on, on a copy of the library with a fault planted.
import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folderCache } from "../../book/cache.ts";
import { execute } from "../../book/execute.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { ts } from "../../kernel/check/typescript.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Cell, CodeCell, ErrorOutput, Notebook } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import type { Edit, Fault } from "./fault.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A file of `faults/` per chapter, named as the chapter is. */
const planted = await Promise.all(
  readdirSync(new URL("faults/", import.meta.url))
    .sort()
    .map(async (name) => {
      const { faults } = (await import(`./faults/${name}`)) as { faults: readonly Fault[] };
      return { chapter: name.replace(/\.ts$/, ""), faults };
    }),
);

/** One copy for all faults, which come one after the other: each is mended before the next. */
const home = copyOfLibrary();
after(() => rmSync(home, { recursive: true, force: true }));

/** A folder in which a notebook finds its library in `lib/`, a copy to break, and all else where it is. */
function copyOfLibrary(): string {
  const home = mkdtempSync(join(tmpdir(), "genloss-fault-"));
  cpSync(join(root, "lib"), join(home, "lib"), {
    recursive: true,
    filter: (from) => !from.endsWith("node_modules"),
  });
  const modules = join(home, "node_modules");
  mkdirSync(join(home, "notebooks"));
  mkdirSync(modules);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "generation-loss" && !name.startsWith("."))
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  symlinkSync(join(home, "lib"), join(modules, "generation-loss"));
  const own = join(root, "lib", "node_modules"); // what npm could not share with the rest
  if (existsSync(own)) symlinkSync(own, join(home, "lib", "node_modules"));
  return home;
}

/** @returns what mends the copy again */
function breakLibrary(edits: readonly Edit[]): () => void {
  const before = new Map<string, string>();
  const mend = (): void => {
    for (const [file, text] of before) writeFileSync(file, text);
  };
  try {
    for (const edit of edits) {
      if (edit.in === "chapter") continue;
      const file = join(home, "lib", edit.in);
      const text = readFileSync(file, "utf8");
      if (!before.has(file)) before.set(file, text);
      writeFileSync(file, edited(text, edit));
    }
  } catch (error) {
    mend();
    throw error;
  }
  return mend;
}

/** A chapter's cells of code, with what is broken in them. */
function brokenCells({ cells }: Notebook, edits: readonly Edit[]): CodeCell[] {
  const own = edits.filter((edit) => edit.in === "chapter");
  const code = cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const changed = code.map((cell) => {
    const edit = own.find(({ words }) => cell.source.includes(words));
    return edit ? { ...cell, source: edited(cell.source, edit) } : cell;
  });
  assert.equal(changed.filter((cell, i) => cell !== code[i]).length, own.length, "edits of the chapter");
  return changed;
}

const read = (chapter: string): Promise<Notebook> =>
  readNotebook(join(root, "notebooks", `${chapter}.ipynb`));

/** Runs cells of a chapter on the copy, all of them whatever fails. */
async function runOnCopy(chapter: string, notebook: Notebook): Promise<readonly Cell[]> {
  const path = join(home, "notebooks", `${chapter}.ipynb`);
  return (await runNotebook(notebook, { path, allowErrors: true })).notebook.cells;
}

/** Runs the cells that some claims stand on, with what is broken in them. @returns the errors, by cell */
async function failuresOf(chapter: string, claims: readonly string[], edits: readonly Edit[]) {
  const notebook = await read(chapter);
  const cells = brokenCells(notebook, edits);
  const needed = new Set(slice(cells, { wanted: claims }, () => ts));
  return errorsIn(await runOnCopy(chapter, { ...notebook, cells: cells.filter(({ id }) => needed.has(id)) }));
}

function errorsIn(cells: readonly Cell[]): Map<string, ErrorOutput> {
  const errors = new Map<string, ErrorOutput>();
  for (const cell of cells) {
    if (cell.cell_type !== "code") continue;
    const error = cell.outputs.find((output) => output.output_type === "error");
    if (error) errors.set(cell.id, error);
  }
  return errors;
}

/** A claim that does not hold, or one whose runs now spread too widely for it to be judged: both stop the book. */
const isOfClaim = ({ ename, evalue }: ErrorOutput): boolean =>
  ename === "ClaimError" ||
  /^Cannot state a claim: tolerance must be at least 4 standard errors/s.test(evalue);

function edited(text: string, { in: place, words, by }: Edit): string {
  assert.equal(text.split(words).length, 2, `${place} holds "${words}" once`);
  return text.replace(words, by);
}

const first = "01-a-photocopy-of-a-photocopy";
const least = 3;

/**
 * Tests that the claims of some chapters catch their faults, in a file of tests. That a claim holds without a fault when
 * it runs with the cells it stands on alone, `slices.test.ts` holds.
 */
export function testFaults(isWanted: (chapter: string) => boolean): void {
  if (isWanted(first)) testCopy();
  const chapters = readdirSync(join(root, "notebooks")).filter(
    (name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name) && isWanted(name),
  );
  for (const chapter of chapters) {
    test(`${chapter}: at least ${least} faults are planted`, () => {
      const own = planted.find((each) => `${each.chapter}.ipynb` === chapter);
      assert.ok(
        (own?.faults.length ?? 0) >= least,
        `test/notebooks/faults/ must hold ${least} of ${chapter}`,
      );
    });
  }

  for (const { chapter, faults } of planted.filter((each) => isWanted(each.chapter))) {
    for (const { name, edits, claim } of faults) {
      test(`${chapter}: ${claim} catches ${name}`, async (t) => {
        const mend = breakLibrary(edits);
        try {
          const failures = await failuresOf(chapter, [claim], edits);
          const error = failures.get(claim);
          t.diagnostic(`cells that failed: ${[...failures.keys()].join(", ") || "none"}`);
          assert.ok(error, `${claim} holds with ${name}`);
          assert.ok(isOfClaim(error), `${claim} fails otherwise: ${error.ename}: ${error.evalue}`);
        } finally {
          mend();
        }
      });
    }
  }
}

function testCopy(): void {
  // Once is enough: copies differ by their fault, and that chapters run on the library itself, `exercises.test.ts` proves.
  test(`${first}: an unbroken copy gives what the library gives, in the run that the book shows`, async () => {
    const cells = await runOnCopy(first, await read(first));
    const mayFail = cells.filter(({ metadata }) => metadata.tags?.includes("raises-exception"));
    const failed = errorsIn(cells.filter((cell) => !mayFail.includes(cell)));
    assert.deepEqual([...failed], []);
    const path = join(root, "notebooks", `${first}.ipynb`);
    const cache = folderCache(join(root, "book/.cache"));
    const given = { path, sources: await sourcesHash(root), cache, run: runNotebook };
    const { notebook } = await execute(await readNotebook(path), given);
    const outputsOf = (some: readonly Cell[]): string =>
      JSON.stringify(some.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : [])));
    assert.equal(outputsOf(cells).replaceAll(join(home, "/"), root), outputsOf(notebook.cells));
  });
}
