// Claims catch a broken model: chapters are run on copies of the library with a fault planted in each.
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
import type { Cell } from "../../kernel/notebook/notebook.ts";
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

const homes: string[] = [];
after(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** Runs a chapter on a copy of the library, broken before, until a claim fails. @returns its cells, and where it ran */
async function runOnCopy(chapter: string, fault?: Fault): Promise<{ cells: readonly Cell[]; home: string }> {
  const home = mkdtempSync(join(tmpdir(), "genloss-fault-"));
  homes.push(home);
  cpSync(join(root, "lib"), join(home, "lib"), {
    recursive: true,
    filter: (from) => !from.endsWith("node_modules"),
  });
  for (const edit of fault?.edits.filter((each) => each.in !== "chapter") ?? []) {
    const file = join(home, "lib", edit.in);
    writeFileSync(file, edited(readFileSync(file, "utf8"), edit));
  }
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

  const { cells, ...rest } = await readNotebook(join(root, "notebooks", `${chapter}.ipynb`));
  const changed = cells.map((cell) => {
    const edit = fault?.edits.find((each) => each.in === "chapter" && cell.source.includes(each.words));
    return edit && cell.cell_type === "code" ? { ...cell, source: edited(cell.source, edit) } : cell;
  });
  const notebook = { ...rest, cells: changed };
  const spoilt = changed.filter((cell, i) => cell !== cells[i]).length;
  assert.equal(
    spoilt,
    fault?.edits.filter((each) => each.in === "chapter").length ?? 0,
    "edits of the chapter",
  );
  const path = join(home, "notebooks", `${chapter}.ipynb`);
  const { notebook: ran } = await runNotebook(notebook, {
    path,
    allowErrors: ({ name, message }) => !isOfClaim(name, message),
  });
  return { cells: ran.cells, home };
}

/** A claim that does not hold, or one whose runs now spread too widely for it to be judged: both stop the book. */
const isOfClaim = (name: string, message: string): boolean =>
  name === "ClaimError" ||
  /^Cannot state a claim: tolerance must be at least 4 standard errors/s.test(message);

/** The cells that failed without leave: claims, and others. */
function failingCells(cells: readonly Cell[]): { claims: string[]; others: string[] } {
  const failed = { claims: [] as string[], others: [] as string[] };
  for (const cell of cells) {
    if (cell.cell_type !== "code" || cell.metadata.tags?.includes("raises-exception")) continue;
    const error = cell.outputs.find((output) => output.output_type === "error");
    if (error) (isOfClaim(error.ename, error.evalue) ? failed.claims : failed.others).push(cell.id);
  }
  return failed;
}

function edited(text: string, { in: place, words, by }: Edit): string {
  assert.equal(text.split(words).length, 2, `${place} holds "${words}" once`);
  return text.replace(words, by);
}

const first = "01-a-photocopy-of-a-photocopy";
// Once is enough: copies differ by their fault, and that chapters run on the library itself, `exercises.test.ts` proves.
test(`${first}: an unbroken copy gives what the library gives, in the run that the book shows`, async () => {
  const { cells, home } = await runOnCopy(first);
  assert.deepEqual(failingCells(cells), { claims: [], others: [] });
  const path = join(root, "notebooks", `${first}.ipynb`);
  const cache = folderCache(join(root, "book/.cache"));
  const given = { path, sources: await sourcesHash(root), cache, run: runNotebook };
  const { notebook } = await execute(await readNotebook(path), given);
  const outputsOf = (some: readonly Cell[]): string =>
    JSON.stringify(some.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : [])));
  assert.equal(outputsOf(cells).replaceAll(join(home, "/"), root), outputsOf(notebook.cells));
});

const chapters = readdirSync(join(root, "notebooks")).filter((name) =>
  /^\d\d-.*(?<!\.out)\.ipynb$/.test(name),
);

const least = 3;

for (const chapter of chapters) {
  test(`${chapter}: at least ${least} faults are planted`, () => {
    const own = planted.find((each) => `${each.chapter}.ipynb` === chapter);
    assert.ok((own?.faults.length ?? 0) >= least, `test/notebooks/faults/ must hold ${least} of ${chapter}`);
  });
}

for (const { chapter, faults } of planted) {
  for (const fault of faults) {
    test(`${chapter}: its claims catch ${fault.name}`, async (t) => {
      const { claims, others } = failingCells((await runOnCopy(chapter, fault)).cells);
      t.diagnostic(
        `failing claim: ${claims.join(", ")}; other cells before it: ${others.join(", ") || "none"}`,
      );
      assert.ok(claims.length > 0, `no claim failed with ${fault.name}`);
    });
  }
}
