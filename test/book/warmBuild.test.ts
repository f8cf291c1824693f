// What a build takes from its cache: nothing that a change of any source would have made otherwise.
import assert from "node:assert/strict";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import type { Run } from "../../book/execute.ts";
import type { Flavour } from "../../book/flavour.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { libraryFiles, withLibrary } from "./fixtures/library.ts";
import { photocopy, photocopySolutions } from "./fixtures/photocopy.ts";
import { bytesOf } from "./tools/bytesOf.ts";
import { code, notebookOf, printed, prose } from "./tools/cells.ts";
import { bookYaml, first, type Project, project, storedOutputs } from "./tools/project.ts";
import { unzipped } from "./tools/unzipped.ts";

const chapter = "a-photocopy-of-a-photocopy.html";
const glossary = `terms:
  - { term: chain, also: [chains], means: One fit after another. }
signs:
${["n", "x", "s", "i", "p", "\\sigma", "\\mathbb E"].map((sign) => `  - { sign: '${sign}', means: a letter }`).join("\n")}
`;
const config = (yaml: string): string =>
  (withLibrary.config?.(yaml) ?? yaml).replace("parts:\n", "glossary: glossary.yml\nparts:\n");

const build = async (files: Project, flavour: Flavour = "reader", cold?: string): Promise<string> => {
  const options = { root: files.root, run: storedOutputs(), flavour };
  const { out } = await buildBook(
    cold === undefined
      ? options
      : { ...options, out: join(files.root, cold), cacheFolder: join(files.root, `${cold}-cache`) },
  );
  return out;
};

const notebookWith = (from: string, to: string): string => {
  const text = formatNotebook(photocopy());
  assert.ok(text.includes(from), from);
  return text.replaceAll(from, to);
};

const solutions = `notebooks/solutions/${first.replace(".ipynb", ".ts")}`;

/** Sources with a change, and where it must be seen. */
const changes: readonly {
  readonly path: string;
  readonly text: string;
  readonly page: string;
  readonly shows: RegExp;
}[] = [
  {
    path: `notebooks/${first}`,
    text: notebookWith("The tenth page is grey", "The ninth page is red"),
    page: chapter,
    shows: /The ninth page is red/,
  },
  {
    path: `notebooks/${first}`,
    text: notebookWith("# A photocopy of a photocopy", "# A copy"),
    page: "rare-things-die-first.html",
    shows: /A copy<\/span>/,
  },
  {
    path: `notebooks/${first}`,
    text: notebookWith('\\"seed\\", 1', '\\"seed\\", 777').replace("seed 1\\n", "seed 777\\n"),
    page: chapter,
    shows: /seed 777/,
  },
  {
    path: solutions,
    text: photocopySolutions.replaceAll("kept", "stayed"),
    page: chapter,
    shows: /stayed/,
  },
  {
    path: "book/glossary.yml",
    text: glossary.replace("chain, also: [chains]", "average, also: [chains]"),
    page: chapter,
    shows: /id="use-term-average"/,
  },
  {
    path: "book/glossary.yml",
    text: glossary.replace("'n', means: a letter", "'n', means: a size"),
    page: "notation.html",
    shows: /<td>a size<\/td>/,
  },
  {
    path: "book/book.yml",
    text: config(bookYaml.replace("Retrain a Gaussian", "Fit a Gaussian again")),
    page: chapter,
    shows: /<p class="claim-line">Fit a Gaussian again/,
  },
  {
    path: "book/pages/what-we-know.md",
    text: "# What we know\n\nA lot.\n",
    page: "what-we-know.html",
    shows: /A lot\./,
  },
  {
    path: "lib/laws/halve.ts",
    text: libraryFiles["lib/laws/halve.ts"]!.replace("Half of a number", "A number, halved"),
    page: "api/laws.html",
    shows: /A number, halved/,
  },
  {
    path: "lib/models/model.ts",
    text: `${libraryFiles["lib/models/model.ts"]}\n/** Starts a stream. */\nexport const seeded = (seed: number): number => seed;\n`,
    page: chapter,
    shows: /<a href="api\/models\.html#seeded"/,
  },
];

test("a changed source shows in its pages at once, and the site is that of a build without a cache", async () => {
  await using files = await project({ config, files: { ...libraryFiles, "book/glossary.yml": glossary } });
  await build(files);
  for (const { path, text, page, shows } of changes) {
    const before = await readFile(join(files.root, "book/dist", page), "utf8");
    assert.doesNotMatch(before, shows);
    await files.write(path, text);
    assert.match(await readFile(join(await build(files), page), "utf8"), shows);
  }

  const works = JSON.parse(await readFile(join(files.root, "book/bibliography.json"), "utf8"));
  await files.write(
    "book/bibliography.json",
    JSON.stringify([{ ...works[0], title: "On copies of copies" }]),
  );
  const warm = await bytesOf(await build(files));
  assert.match(warm[`/${chapter}`] ?? "", /On copies of copies/);
  const epub = unzipped(await readFile(join(files.root, "book/dist/generation-loss.epub")));
  assert.match(epub["EPUB/a-photocopy-of-a-photocopy.xhtml"] ?? "", /On copies of copies/);
  assert.deepEqual(warm, await bytesOf(await build(files, "reader", "cold")));

  const readers = Object.values(await bytesOf(join(files.root, "book/.cache/chapters"))).join("\n");
  assert.match(readers, /stayed/, "the solution is kept with the chapter of readers");
  assert.deepEqual(
    await bytesOf(await build(files, "class")),
    await bytesOf(await build(files, "class", "cold-class")),
  );
  assert.deepEqual(warm, await bytesOf(await build(files)), "another flavour between changes nothing");

  const run: Run = async (notebook) => ({
    notebook: JSON.parse(JSON.stringify(notebook).replace("seed 777", "seed 888")),
  });
  await files.write("lib/laws/other.ts", "export const other = 1;\n");
  const { out } = await buildBook({ root: files.root, run });
  assert.match(await readFile(join(out, chapter), "utf8"), /seed 888/, "what the same code prints now");
});

test("a fault is told again as long as it is there, and a mended chapter is as if it had never been", async () => {
  await using files = await project();
  const before = await bytesOf(await build(files));
  const bad = notebookWith("[@shumailov2024]", "[@nobody]");
  await files.write(`notebooks/${first}`, bad);
  for (const _ of ["fresh", "kept"])
    await assert.rejects(build(files), /unknown-citation[\s\S]*One fault in the book/);
  await files.write(`notebooks/${first}`, formatNotebook(photocopy()));
  assert.deepEqual(await bytesOf(await build(files)), before);
});

test("a changed cell is compiled anew for its page, and so is what it imports", async () => {
  const cells = (source: string): Notebook =>
    notebookOf(prose("title", "# One"), code("sum", source, [printed("2\n")]));
  await using files = await project({
    chapter: cells("console.log(1 + 1);"),
    solutions: "",
    config: (yaml) => yaml.replace("parts:\n", "live: true\nparts:\n").replace(/ {6}- file: 03[\s\S]*$/, ""),
    files: {
      "book/pages/preface.md": "# Preface\n\nA page.\n",
      "notebooks/two.ts": "export const two = 2;\n",
    },
  });
  await symlink(
    fileURLToPath(new URL("../../node_modules", import.meta.url)),
    join(files.root, "node_modules"),
  );
  await build(files);
  await files.write(
    `notebooks/${first}`,
    formatNotebook(cells('import { two } from "./two.ts";\nconsole.log(two);')),
  );
  const warm = await bytesOf(await build(files));
  assert.ok(
    Object.entries(warm).some(([path, text]) => path.startsWith("/assets/live/") && text.includes("two")),
  );
  assert.deepEqual(warm, await bytesOf(await build(files, "reader", "cold")));
});
